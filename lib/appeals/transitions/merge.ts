import { z } from 'zod';
import { line, paragraph } from '@/lib/fields';
import { readCaseNumber } from '../case-number';
import { isOpen } from '../lifecycle';
import { mergeOf, sourcesOf } from '../merged';
import { recusedWith } from '../merged-recusals';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';

/**
 * Two cases about one thing become one (并单). The source closes as merged; its Voices stay where they are,
 * and the target reads and asks them while the merge stands. Its pauses end, and its promise runs until the
 * target is resolved. Merged cases are unmerged, never reopened.
 */
export const merge = transition({
  input: z.object({
    number: line(40).transform((text, context) => {
      const number = readCaseNumber(text);
      if (number) return number;
      context.addIssue({ code: 'custom', message: 'wrongCaseNumber' });
      return z.NEVER;
    }),
    reason: paragraph(1000),
  }),
  unless: (file) => (sourcesOf(file).length > 0 ? refuse('hasMerged') : null),
  objection(file, { number }, _actor, { other }) {
    if (number === file.appeal.caseNumber) return refuseField('number', 'mergeItself');
    if (other?.appeal.caseNumber !== number) return refuseField('number', 'notFound');
    const { status, trial } = other.appeal;
    const standing = mergeOf(other);
    if (standing) {
      const values = { number: other.merged.numbers[standing.targetId] ?? '' };
      return refuse('badInput', {
        problems: [{ field: 'number', code: 'targetMerged', values }],
      });
    }
    if (!isOpen(status)) return refuseField('number', 'targetClosed');
    if (status === 'resolved') return refuseField('number', 'targetResolved');
    if (trial !== file.appeal.trial) return refuseField('number', 'trialApart');
    return other.importRunning ? refuseField('number', 'importRunning') : null;
  },
  follows(file, input, _actor, { other }) {
    if (!other) throw new Error('a merge needs its target');
    const { id, caseNumber } = other.appeal;
    return {
      ...recusedWith(file, other),
      to: 'closed',
      closedAs: 'merged',
      merge: { targetId: id, number: caseNumber },
      data: { side: 'source', number: caseNumber, otherId: id },
      words: { reason: input.reason },
    };
  },
  pair(target, source, input) {
    const standing = mergeOf(source);
    if (!standing) throw new Error('a target without the merge');
    return {
      ...recusedWith(target, source),
      takesIn: { merge: standing, source },
      data: { side: 'target', number: source.appeal.caseNumber, otherId: source.appeal.id },
      words: { note: input.reason },
    };
  },
});
