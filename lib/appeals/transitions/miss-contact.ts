import { z } from 'zod';
import { choice, optional, paragraph } from '@/lib/fields';
import { triedToContact } from '../case-file';
import { transition } from '../transition';
import { missWays } from '../words';

/** A failed attempt; the second at another hour stops the contact clock as tried and opens `resolve`. */
export const missContact = transition({
  input: z.object({ how: choice(missWays), note: optional(paragraph(1000)) }),
  follows(file, input, _actor, context) {
    const withThis = {
      ...file,
      steps: [
        ...file.steps,
        {
          seq: 0,
          verb: 'missContact' as const,
          at: context.at,
          round: file.appeal.round,
          personId: null,
        },
      ],
    };
    return {
      tried: triedToContact(withThis),
      data: { how: input.how },
      words: { note: input.note },
    };
  },
});
