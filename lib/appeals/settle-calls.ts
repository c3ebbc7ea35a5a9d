import { type CaseFile, leadOf, roundOf } from './case-file';
import type { CallOutcome, CallRow } from './records';
import type { Context, Follow } from './transition';

/**
 * Units called, what they did, and calls that end with the case: *silent* where it is answered without
 * them, *void* where it leaves the unit or the round that called.
 */
export function settleCalls(
  before: CaseFile,
  file: CaseFile,
  follow: Follow,
  context: Context,
  seq: number,
): CaseFile {
  if (file.calls.length === 0 && !follow.calls) return file;
  const { at } = context;
  const over = endOfAll(before, file);
  const calls = file.calls.map((it): CallRow => {
    const change = it.id === follow.call?.id ? follow.call.change : null;
    const changed = change ? { ...it, ...change } : it;
    const outcome = changed.outcome ?? over;
    return changed.endedAt || !outcome
      ? changed
      : { ...changed, outcome, endedAt: at, endedSeq: seq };
  });
  return { ...file, calls: [...calls, ...begun(file, follow, context, seq)] };
}

function endOfAll(before: CaseFile, after: CaseFile): CallOutcome | null {
  if (after.appeal.status === 'resolved') return 'silent';
  const moved =
    before.appeal.round !== after.appeal.round || leadOf(before)?.id !== leadOf(after)?.id;
  return moved ? 'void' : null;
}

function begun(file: CaseFile, { calls }: Follow, { at, newId }: Context, seq: number): CallRow[] {
  const lead = leadOf(file);
  if (!calls || !lead) return [];
  return calls.map((it, index) => ({
    id: newId(),
    appealId: file.appeal.id,
    roundId: roundOf(file).id,
    fromUnitId: lead.unitId,
    ...it,
    personId: null,
    nth: index + 1,
    seq,
    at,
    reportedInAt: null,
    arrivedAt: null,
    reportedBackAt: null,
    endedAt: null,
    endedSeq: null,
    outcome: null,
    helpRating: null,
    callRating: null,
  }));
}
