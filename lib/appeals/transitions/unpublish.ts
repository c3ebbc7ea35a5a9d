import { z } from 'zod';
import { paragraph } from '@/lib/fields';
import { refuse } from '../refusals';
import { isPublished } from '../showing';
import { transition } from '../transition';

/** What everybody could read is taken down (撤下), at once; what was agreed stays agreed. */
export const unpublish = transition({
  input: z.object({ reason: paragraph(1000) }),
  unless: (file) => (isPublished(file) ? null : refuse('notShown')),
  follows: (_file, { reason }) => ({ publishes: false, words: { reason } }),
});
