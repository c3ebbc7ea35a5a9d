import { z } from 'zod';
import { choice } from '@/lib/fields';
import { refuse } from '../refusals';
import { showingOf, whyNotShown } from '../showing';
import { transition } from '../transition';

/**
 * Whoever filed says whether everybody may read the case, without anything that tells who they are and after
 * somebody has looked at it. It can be taken back at any time, and is asked of nobody twice (PIPL 2021, Art. 14, 15).
 */
export const consent = transition({
  input: z.object({ show: choice(['yes', 'no']) }),
  unless(file) {
    const not = showingOf(file) ? null : whyNotShown(file);
    return not ? refuse(not) : null;
  },
  objection(file, input) {
    return (input.show === 'yes') === (showingOf(file) !== undefined) ? refuse('nothingNew') : null;
  },
  follows(_file, input) {
    return { consents: input.show === 'yes', data: { show: input.show === 'yes' } };
  },
});
