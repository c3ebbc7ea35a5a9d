import { z } from 'zod';
import { paragraph } from '@/lib/fields';
import { transition } from '../transition';

/** The resident adds to what was said; nothing said before is changed. */
export const supplement = transition({
  input: z.object({ words: paragraph(2000) }),
  follows: (_file, input) => ({ words: { words: input.words } }),
});
