import { z } from 'zod';
import { choice, key, optional, paragraph } from '@/lib/fields';
import { capabilitiesOf } from '@/lib/people/roles';
import { leadOf } from '../case-file';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';

/**
 * To a person of the lead unit. When somebody leaves or moves, administration has the system hand their
 * cases over, to a colleague or back to everybody.
 */
export const assign = transition({
  input: z.object({
    personId: optional(key()),
    note: optional(paragraph(1000)),
    because: optional(choice(['left', 'moved'])),
    forPersonId: optional(key()),
  }),
  unless(file, actor) {
    const working = file.appeal.status === 'accepted' || file.appeal.status === 'contacted';
    return working || actor.kind === 'system' ? null : refuse('wrongStatus');
  },
  names: (input) => (input.personId ? { personId: input.personId } : {}),
  objection(file, input, actor, context) {
    if (actor.kind === 'system') {
      if (leadOf(file)?.personId !== input.forPersonId) return refuse('nothingNew');
      if (!input.personId) return null;
    }
    if (!input.personId) return refuseField('personId', 'required');
    const person = context.people.get(input.personId);
    const able = person && capabilitiesOf(person.roles).has('handle');
    if (!able || person.disabledAt) return refuseField('personId', 'unknownPerson');
    return person.unitId === leadOf(file)?.unitId
      ? null
      : refuseField('personId', 'personElsewhere');
  },
  follows: (_file, input, actor) => ({
    personId: input.personId ?? null,
    data: {
      personId: input.personId ?? null,
      ...(actor.kind === 'system'
        ? { because: input.because ?? null, forPersonId: input.forPersonId ?? null }
        : {}),
    },
    words: { note: input.note },
  }),
});
