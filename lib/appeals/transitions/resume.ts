import { z } from 'zod';
import { optional, paragraph } from '@/lib/fields';
import { parkedFrom } from '../case-file';
import { refuse } from '../refusals';
import { transition } from '../transition';

/**
 * A parked case comes back: by itself on its date, or earlier when the unit says so. Where nobody was
 * there on the date to bring it back, the promise has run from the date all the same.
 */
export const resume = transition({
  input: z.object({ note: optional(paragraph(1000)) }),
  objection(file, _input, actor, { at, rules }) {
    if (actor.kind !== 'system') return null;
    const back = parkedFrom(file, rules.calendar.zone);
    return back && back <= at ? null : refuse('notYet');
  },
  follows(file, input, _actor, { at, rules }) {
    const back = parkedFrom(file, rules.calendar.zone);
    const parked = file.pauses.find((it) => it.untilAt === null)?.fromAt;
    const onTheDate = back && back < at && (!parked || parked <= back);
    return {
      to: 'contacted',
      ...(onTheDate ? { resumedAt: back } : {}),
      words: { note: input.note },
    };
  },
});
