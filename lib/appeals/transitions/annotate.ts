import { z } from 'zod';
import { paragraph } from '@/lib/fields';
import { transition } from '../transition';

/** A note among staff; residents never see it. */
export const annotate = transition({
  input: z.object({ note: paragraph(2000) }),
  follows: (_file, input) => ({ words: { note: input.note } }),
});
