import { z } from 'zod';
import { paragraph } from '@/lib/fields';
import type { CaseFile } from '../case-file';
import { mergeOf } from '../merged';
import { cameWith } from '../merged-recusals';
import type { MergeRow } from '../records';
import { barsUnit } from '../recusals';
import { refuse } from '../refusals';
import { transition } from '../transition';

/**
 * Was not one thing after all (拆单): the case stands again where it stood, with the same unit on a new
 * Assignment and the promise with its old date. What its Voices said of the other case stays with the
 * round they said it of, and whoever was asked there may still answer.
 */
export const unmerge = transition({
  input: z.object({ reason: paragraph(1000) }),
  unless: (file) => (mergeOf(file) ? null : refuse('notMerged')),
  objection: (file, _input, _actor, { other }) =>
    other?.appeal.id === mergeOf(file)?.targetId ? null : refuse('changedMeanwhile'),
  follows(file, input, _actor, { other }) {
    const standing = mergeOf(file);
    if (!standing || !other) throw new Error('nothing to unmerge');
    const held = file.assignments.find((it) => it.id === standing.assignmentId);
    const gone =
      !held ||
      file.closedUnitIds.includes(held.unitId) ||
      barsUnit(apart(file, standing), held.unitPath);
    const back = gone ? null : held;
    return {
      to: back ? standing.wasStatus : 'filed',
      ...(back ? { lead: { unit: { id: back.unitId, path: back.unitPath } } } : {}),
      givesBack: standing,
      unstop: ['promise'],
      data: { side: 'source', number: other.appeal.caseNumber, otherId: other.appeal.id },
      words: { reason: input.reason },
    };
  },
  pair(_target, source, input, before) {
    const standing = mergeOf(before);
    if (!standing) throw new Error('nothing to unmerge');
    return {
      givesBack: standing,
      data: { side: 'target', number: source.appeal.caseNumber, otherId: source.appeal.id },
      words: { note: input.reason },
    };
  },
});

/** Without the recusals that came with the merge. */
const apart = (file: CaseFile, merge: MergeRow): CaseFile => {
  const came = cameWith(file, merge);
  return { ...file, recusals: file.recusals.filter((it) => !came.includes(it)) };
};
