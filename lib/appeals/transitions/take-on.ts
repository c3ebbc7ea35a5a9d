import { z } from 'zod';
import { civilDate, paragraph } from '@/lib/fields';
import { addDays, civilDateOf } from '@/lib/time/civil';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';

const mostDays = 90;

/**
 * A leader takes a case by name (包案; 信访工作条例 Art. 18) and says to the resident what happens by when.
 * The unit goes on leading it.
 */
export const takeOn = transition({
  input: z.object({ nextOn: civilDate(), note: paragraph(2000) }),
  objection(_file, input, _actor, { at, rules }) {
    const today = civilDateOf(at, rules.calendar.zone);
    if (input.nextOn < today) return refuseField('nextOn', 'notAhead');
    if (input.nextOn <= addDays(today, mostDays)) return null;
    const problem = { field: 'nextOn', code: 'tooMuch', values: { most: mostDays } };
    return refuse('badInput', { problems: [problem] });
  },
  follows(_file, input, actor) {
    const leaderId = actor.kind === 'person' ? actor.personId : null;
    return {
      supervision: { leaderId, nextOn: input.nextOn },
      data: { personId: leaderId, nextOn: input.nextOn },
      words: { note: input.note },
    };
  },
});
