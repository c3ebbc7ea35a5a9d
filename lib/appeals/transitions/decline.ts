import { z } from 'zod';
import { choice, paragraph } from '@/lib/fields';
import { transition } from '../transition';
import { declineClasses } from '../words';

/** Only for one of the six legal classes, and the right route is told (Beijing regulation 2021, Art. 11 para. 3). */
export const decline = transition({
  input: z.object({
    class: choice(declineClasses),
    reason: paragraph(2000),
    route: paragraph(1000),
  }),
  follows: (_file, input) => ({
    to: 'closed',
    closedAs: 'declined',
    data: { class: input.class },
    words: { reason: input.reason, route: input.route },
  }),
});
