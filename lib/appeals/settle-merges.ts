import { stopClock, unstopClock } from '@/lib/sla/clock';
import { type CaseFile, leadOf, roundOf } from './case-file';
import type { ClockRow, MergeRow } from './records';
import { endOf } from './run-clocks';
import type { Context, Follow } from './transition';

/** Whoever joins stands beside the others from now on. */
export function settleJoin(file: CaseFile, { joins }: Follow): CaseFile {
  if (!joins) return file;
  const { voice, person } = joins;
  const people = person ? { ...file.people, [voice.id]: person } : file.people;
  return { ...file, voices: [...file.voices, voice], people };
}

/** Merges begin and end in the source's step; the target takes the row over and reads the Voices. */
export function settleMerge(
  before: CaseFile,
  file: CaseFile,
  follow: Follow,
  { at, newId }: Context,
  seq: number,
): CaseFile {
  const { merge, takesIn, givesBack } = follow;
  if (merge) {
    const row: MergeRow = {
      id: newId(),
      sourceId: file.appeal.id,
      targetId: merge.targetId,
      roundId: roundOf(file).id,
      wasStatus: before.appeal.status,
      assignmentId: leadOf(before)?.id ?? null,
      seq,
      at,
      untilAt: null,
    };
    const numbers = { ...file.merged.numbers, [merge.targetId]: merge.number };
    return withMerged(file, { merges: [...file.merged.merges, row], numbers });
  }
  if (takesIn) return taken(file, takesIn.merge, takesIn.source);
  if (!givesBack) return file;
  const merges = file.merged.merges.map((it) =>
    it.id === givesBack.id ? { ...it, untilAt: at } : it,
  );
  const asked = new Set(file.rounds.flatMap((it) => it.invited));
  const isTarget = givesBack.targetId === file.appeal.id;
  const gone = (appealId: string) => isTarget && appealId === givesBack.sourceId;
  return withMerged(file, {
    merges,
    voices: file.merged.voices.filter((it) => !gone(it.appealId) || asked.has(it.id)),
    promises: file.merged.promises.filter((it) => !gone(it.appealId)),
  });
}

const withMerged = (file: CaseFile, patch: Partial<CaseFile['merged']>): CaseFile => ({
  ...file,
  merged: { ...file.merged, ...patch },
});

function taken(file: CaseFile, merge: MergeRow, source: CaseFile): CaseFile {
  const { merges, voices, promises, numbers } = file.merged;
  const known = new Set(voices.map((it) => it.id));
  const promise = source.clocks.filter(
    (it) => it.kind === 'promise' && it.roundId === merge.roundId,
  );
  return {
    ...withMerged(file, {
      merges: [...merges, merge],
      voices: [...voices, ...source.voices.filter((it) => !known.has(it.id))],
      promises: [...promises, ...promise],
      numbers: { ...numbers, [source.appeal.id]: source.appeal.caseNumber },
    }),
    people: { ...file.people, ...source.people },
  };
}

/**
 * The promise of a merged case runs until the case it is part of is resolved, and is kept or broken by
 * it; where the answer is taken back it runs on, and where that case ends without one it is void.
 */
export function runMergedPromises(
  before: CaseFile,
  after: CaseFile,
  follow: Follow,
  context: Context,
): CaseFile {
  const { status } = after.appeal;
  const was = before.appeal.status;
  if ((status === was && !follow.unanswer) || after.merged.promises.length === 0) return after;
  const answeredAt = roundOf(before).resolvedAt?.getTime();
  const run = (clock: ClockRow): ClockRow => {
    if (clock.stoppedAt) {
      const takenBack = follow.unanswer && clock.stoppedAt.getTime() === answeredAt;
      return takenBack ? { ...clock, ...unstopClock(clock) } : clock;
    }
    if (status === 'resolved') return { ...clock, ...stopClock(clock, context.at, 'done') };
    if (status !== 'closed') return clock;
    return { ...clock, ...stopClock(clock, context.at, endOf(clock, follow, context)) };
  };
  return withMerged(after, { promises: after.merged.promises.map(run) });
}
