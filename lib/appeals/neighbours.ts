import type { CaseFile } from './case-file';
import { roundLookedBackOn } from './look-back';
import type { AskingRow, RoundRow } from './records';

/** Days in which a neighbour who was asked may answer. */
const answerDays = 30;
/** Asked about one answer at most; more would be a survey. */
export const mostAsked = 3;

const DAY = 86_400_000;

/** What a neighbour was asked of this case and may still answer. */
export function askingOf(file: CaseFile, voiceId: string, at: Date): AskingRow | undefined {
  return file.askings.find(
    (it) =>
      it.voiceId === voiceId &&
      it.answeredAt === null &&
      at.getTime() - it.at.getTime() < answerDays * DAY,
  );
}

export const isAsked = (file: CaseFile, voiceId: string): boolean =>
  file.askings.some((it) => it.voiceId === voiceId);

/**
 * The round of which neighbours may be asked whether it holds: looked back on now, of a case that complains of
 * nobody and keeps nobody secret, and not asked before.
 */
export function roundForNeighbours(file: CaseFile, at: Date): RoundRow | null {
  const { appeal, voices, recusals, askings } = file;
  const aboutSomebody = appeal.namesPerson || appeal.kind === 'report' || recusals.length > 0;
  if (aboutSomebody || voices.some((it) => it.secret) || appeal.trial) return null;
  const round = roundLookedBackOn(file, at);
  return round && !askings.some((it) => it.roundId === round.id) ? round : null;
}
