import { z } from 'zod';
import { paragraph } from '@/lib/fields';
import { transition } from '../transition';

/** Answered at the desk, without a unit; the answer counts as the desk's own. */
export const answer = transition({
  input: z.object({ answer: paragraph(5000) }),
  follows(_file, input, actor) {
    if (actor.kind !== 'person') throw new Error('only a person answers at the desk');
    return {
      to: 'resolved',
      answer: {
        outcome: 'done',
        unitId: actor.unitId,
        unitPath: actor.unitPath,
        atDesk: true,
      },
      data: { outcome: 'done', unitId: actor.unitId },
      words: { answer: input.answer },
    };
  },
});
