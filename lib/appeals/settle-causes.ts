import { type CaseFile, causeOf, roundOf } from './case-file';
import type { CauseRow } from './records';
import type { Context, Follow } from './transition';

/** Where the cause lies, and what its owner says of it. A cause outlives the case: its owner still owes it. */
export function settleCauses(
  file: CaseFile,
  follow: Follow,
  { at, newId }: Context,
  seq: number,
): CaseFile {
  const present = causeOf(file);
  if (follow.answerCause && present) {
    const answered = { ...present, ...follow.answerCause, answeredAt: at, answeredSeq: seq };
    return { ...file, causes: file.causes.map((it) => (it === present ? answered : it)) };
  }
  if (!follow.cause) return file;
  const placed: CauseRow = {
    id: newId(),
    appealId: file.appeal.id,
    roundId: roundOf(file).id,
    ...follow.cause,
    seq,
    at,
    answeredAt: null,
    answeredSeq: null,
    byOn: null,
    endedAt: null,
    endedSeq: null,
  };
  const past = file.causes.map((it) =>
    it === present ? { ...it, endedAt: at, endedSeq: seq } : it,
  );
  return { ...file, causes: [...past, placed] };
}
