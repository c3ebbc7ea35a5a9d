import { z } from 'zod';
import { civilDate, paragraph } from '@/lib/fields';
import { addDays, civilDateOf } from '@/lib/time/civil';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';

/** A rule or a plan may take two years to change; nobody promises for longer. */
const mostDays = 730;

/**
 * The owner of a cause says what will be done about it and by when, for everybody to read. It may be said
 * again, with another date, and outlives the case.
 */
export const answerCause = transition({
  input: z.object({ byOn: civilDate(), plan: paragraph(2000) }),
  objection(_file, input, _actor, { at, rules }) {
    const today = civilDateOf(at, rules.calendar.zone);
    if (input.byOn < today) return refuseField('byOn', 'notAhead');
    if (input.byOn <= addDays(today, mostDays)) return null;
    const problem = { field: 'byOn', code: 'tooMuch', values: { most: mostDays } };
    return refuse('badInput', { problems: [problem] });
  },
  follows: (_file, input) => ({
    answerCause: { byOn: input.byOn },
    data: { byOn: input.byOn },
    words: { plan: input.plan },
  }),
});
