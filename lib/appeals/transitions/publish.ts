import { z } from 'zod';
import { confirmed, line, optional, paragraph } from '@/lib/fields';
import { findPersonal } from '@/lib/personal/find';
import { refuse } from '../refusals';
import { showingOf, whyNotShown } from '../showing';
import { transition } from '../transition';

const shown = ['title', 'what', 'place', 'answer'] as const;

/**
 * A case whose filer agreed is shown to everybody, in words that somebody without a hand in it has checked (公开).
 * Numbers that find a person are refused whoever ticks what; names and doors are for the checker to see.
 * Done again, the new words replace the old ones.
 */
export const publish = transition({
  input: z.object({
    title: line(60),
    what: paragraph(5000),
    place: line(100),
    answer: optional(paragraph(5000)),
    checked: confirmed(),
  }),
  unless(file) {
    if (!showingOf(file)) return refuse('notAgreed');
    const not = whyNotShown(file);
    return not ? refuse(not) : null;
  },
  objection(_file, input) {
    const problems = shown.flatMap((field) => {
      const found = findPersonal(input[field] ?? '').find((it) => it.never);
      return found ? [{ field, code: 'stillPersonal', values: { found: found.text } }] : [];
    });
    return problems.length > 0 ? refuse('badInput', { problems }) : null;
  },
  follows(_file, { checked: _, ...words }) {
    return { publishes: true, words };
  },
});
