import { z } from 'zod';
import { paragraph } from '@/lib/fields';
import { leadOf, roundOf } from '../case-file';
import { refuse } from '../refusals';
import { transition } from '../transition';

/**
 * The answer does not hold and goes back before anyone was asked in earnest (Jinan regulation, Art. 27:
 * the hotline checks every answer). The promise runs on with the date it had.
 */
export const redo = transition({
  input: z.object({ reason: paragraph(2000) }),
  unless(file) {
    const round = roundOf(file);
    const heard = file.interviews.some((it) => it.roundId === round.id && it.reached);
    if (heard || file.verdicts.some((it) => it.roundId === round.id)) return refuse('hasVerdict');
    return leadOf(file) ? null : refuse('wrongStatus');
  },
  follows: (_file, input) => ({
    to: 'contacted',
    unanswer: true,
    unstop: ['promise'],
    words: { reason: input.reason },
  }),
});
