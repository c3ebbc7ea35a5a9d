import { z } from 'zod';
import { paragraph } from '@/lib/fields';
import { supervisionOf } from '../case-file';
import { refuse } from '../refusals';
import { transition } from '../transition';

/** Out of supervision, with the reason on record. */
export const release = transition({
  input: z.object({ reason: paragraph(2000) }),
  unless: (file) => (supervisionOf(file) ? null : refuse('notSupervised')),
  follows: (file, input) => ({
    release: true,
    data: { level: supervisionOf(file)?.level ?? null },
    words: { reason: input.reason },
  }),
});
