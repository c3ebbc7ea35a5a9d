import { z } from 'zod';
import { key, paragraph } from '@/lib/fields';
import { standingRecusals } from '../recusals';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';

/**
 * Lifts a recusal, with the reason on record: by a fallback who has the case, or by a supervisor. Whoever
 * is barred does not see the case and so cannot lift anything.
 */
export const unrecuse = transition({
  input: z.object({ recusalId: key(), reason: paragraph(2000) }),
  unless: (file) => (standingRecusals(file).length > 0 ? null : refuse('notRecused')),
  objection: (file, input) =>
    standingRecusals(file).some((it) => it.id === input.recusalId)
      ? null
      : refuseField('recusalId', 'notRecused'),
  follows(file, input) {
    const lifted = file.recusals.find((it) => it.id === input.recusalId);
    return {
      unrecuse: input.recusalId,
      data: {
        whom: lifted?.unitId ? 'unit' : 'person',
        recusedUnitId: lifted?.unitId ?? null,
        personId: lifted?.personId ?? null,
      },
      words: { reason: input.reason },
    };
  },
});
