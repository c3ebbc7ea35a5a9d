import { type CaseFile, lastLeadOf, roundOf } from './case-file';
import type { ClosedAs } from './lifecycle';
import { voicesOf } from './merged';
import type { InterviewRow, RoundRow, VerdictRow } from './records';
import { barsUnit } from './recusals';
import type { Follow } from './transition';

type Answer = Pick<VerdictRow, 'roundId' | 'voiceId' | 'solved' | 'goOn'>;
type Heard = Pick<InterviewRow, 'roundId' | 'voiceId' | 'reached' | 'solved' | 'goOn'>;

const wantsMore = (it: { solved: string | null; goOn: boolean }) => it.solved === 'no' || it.goOn;

/** How a round that ends without a next one is closed: never "satisfied" for those who kept silent. */
function closingWord(verdicts: readonly Answer[], heard: readonly Heard[]): ClosedAs {
  if (verdicts.length > 0) return 'judged';
  return heard.length > 0 ? 'heard' : 'lapsed';
}

/**
 * The next round: back to the last lead, or to the dispatcher where no unit has answered for it or the one
 * that did is closed or barred.
 */
export function nextRound(file: CaseFile): Follow {
  const last = lastLeadOf(file);
  const gone = !last || file.closedUnitIds.includes(last.unitId) || barsUnit(file, last.unitPath);
  const toUnit = !gone && !roundOf(file).atDesk;
  return {
    to: toUnit ? 'dispatched' : 'filed',
    nextRound: { origin: roundOf(file).origin },
  };
}

/** The rule of DESIGN 2.5 for the present round, with the answer just given already counted. */
export function afterAnswer(
  file: CaseFile,
  round: RoundRow,
  latest: { verdict?: Answer; interview?: Heard; timeIsUp?: boolean },
  at: Date,
): Follow {
  if (round.number !== file.appeal.round) return {};
  const { status, closedAs, reopenUntil } = file.appeal;
  const final = round.outcome === 'cannot';
  const answer = latest.verdict ?? latest.interview;
  const asked = new Set(voicesOf(file).map((it) => it.id));
  // Whose case has been taken apart from this one: the answer counts for its round and moves nothing.
  if (answer && !asked.has(answer.voiceId)) return {};

  if (status === 'closed') {
    const answerable = closedAs === 'judged' || closedAs === 'heard' || closedAs === 'lapsed';
    const late = answerable && reopenUntil !== null && at <= reopenUntil;
    return latest.verdict?.solved === 'no' && late && !final ? nextRound(file) : {};
  }
  if (status !== 'resolved') return {};

  const verdicts: Answer[] = file.verdicts.filter((it) => it.roundId === round.id);
  if (latest.verdict) verdicts.push(latest.verdict);
  const heard: Heard[] = file.interviews.filter((it) => it.roundId === round.id && it.reached);
  if (latest.interview?.reached) heard.push(latest.interview);

  const filer = file.voices.find((it) => it.role === 'filer' && it.leftAt === null);
  const atOnce = answer && wantsMore(answer) && (latest.interview || filer?.id === answer.voiceId);
  if (atOnce && !final && (answer.solved === 'no' || latest.interview)) return nextRound(file);

  const present = round.invited.filter((id) => asked.has(id));
  const answered = new Set([...verdicts, ...heard].map((it) => it.voiceId));
  if (!latest.timeIsUp && !present.every((id) => answered.has(id))) return {};
  if (!final && [...verdicts, ...heard].some(wantsMore)) return nextRound(file);
  return { to: 'closed', closedAs: closingWord(verdicts, heard) };
}

/** Rounds this voice was asked about and has not yet judged. */
export const roundsToJudge = (file: CaseFile, voiceId: string): RoundRow[] =>
  file.rounds.filter(
    (round) =>
      round.resolvedAt !== null &&
      round.invited.includes(voiceId) &&
      !file.verdicts.some(
        (it) => it.roundId === round.id && it.voiceId === voiceId && it.occasion === 'closing',
      ),
  );
