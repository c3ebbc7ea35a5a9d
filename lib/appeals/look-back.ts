import type { CaseFile } from './case-file';
import type { RoundRow } from './records';

/** Calendar days after closing when the residents are asked once more: does it hold? */
export const afterDays = 14;
/** And for how many days from then they may say so. */
const openDays = 30;
/** Calendar days after closing when nobody is asked any more. */
export const lookBackDays = afterDays + openDays;

const DAY = 86_400_000;

const heldOnce: readonly (string | null)[] = ['judged', 'heard', 'lapsed'];

/**
 * The round whose answer is looked back on: the last one of a case that was closed on an answer, done wholly or in
 * part, two weeks ago or more. Null where there is none, or not yet, or no more.
 */
export function roundLookedBackOn({ appeal, rounds }: CaseFile, at: Date): RoundRow | null {
  if (appeal.status !== 'closed' || !heldOnce.includes(appeal.closedAs) || !appeal.closedAt) {
    return null;
  }
  const round = rounds.find((it) => it.number === appeal.round);
  if (!round?.resolvedAt || round.outcome === 'cannot') return null;
  const days = (at.getTime() - appeal.closedAt.getTime()) / DAY;
  return days >= afterDays && days < afterDays + openDays ? round : null;
}

/** When the residents may no longer say whether it holds; null where they are not asked, or it is open. */
export function lookBackEnds({ appeal, rounds }: CaseFile): Date | null {
  if (!heldOnce.includes(appeal.closedAs) || !appeal.closedAt) return null;
  const round = rounds.find((it) => it.number === appeal.round);
  if (!round?.resolvedAt || round.outcome === 'cannot') return null;
  return new Date(appeal.closedAt.getTime() + lookBackDays * DAY);
}

/** The same for one Voice: it was asked at closing, and has not looked back yet. */
export function roundToLookBack(file: CaseFile, voiceId: string, at: Date): RoundRow | null {
  const round = roundLookedBackOn(file, at);
  if (!round?.invited.includes(voiceId)) return null;
  const said = file.verdicts.some(
    (it) => it.roundId === round.id && it.voiceId === voiceId && it.occasion === 'lookBack',
  );
  return said ? null : round;
}
