import type { CaseFile } from './case-file';
import { voicesOf } from './merged';
import type { ClockRow, RoundRow, VoiceRow } from './records';

/** Calls that reached nobody, after which somebody counts as not reached. */
const mostTries = 2;
/** From when on people are asked, as parts of the time they have to answer by themselves. */
const [soonest, latest] = [0.2, 0.6];

/** Whoever was asked, has not answered by themselves or by telephone, and was not called in vain too often. */
export function stillToAsk(file: CaseFile, round: RoundRow): VoiceRow[] {
  const calls = (voiceId: string) =>
    file.interviews.filter((it) => it.roundId === round.id && it.voiceId === voiceId);
  return voicesOf(file).filter(
    ({ id }) =>
      round.invited.includes(id) &&
      !file.verdicts.some((it) => it.roundId === round.id && it.voiceId === id) &&
      !calls(id).some((it) => it.reached) &&
      calls(id).length < mostTries,
  );
}

/**
 * When a round comes before the interviewers: some time after it was answered, a different one each time, so that
 * neither who is asked first nor when can be prepared for. By the random half of the round's key (RFC 9562).
 */
export function askedFrom(round: RoundRow, { startedAt, dueAt }: ClockRow): Date | null {
  if (!dueAt) return null;
  const chance = Number.parseInt(round.id.slice(-8), 16) / 2 ** 32;
  const span = dueAt.getTime() - startedAt.getTime();
  return new Date(Math.floor(startedAt.getTime() + span * (soonest + (latest - soonest) * chance)));
}
