import { z } from 'zod';
import { key, optional, paragraph } from '@/lib/fields';
import { capabilitiesOf } from '@/lib/people/roles';
import { leadOf } from '../case-file';
import { refuseField } from '../refusals';
import { transition } from '../transition';

/** To a person of the lead unit. */
export const assign = transition({
  input: z.object({ personId: key(), note: optional(paragraph(1000)) }),
  names: (input) => ({ personId: input.personId }),
  objection(file, input, _actor, context) {
    const person = context.people.get(input.personId);
    const able = person && capabilitiesOf(person.roles).has('handle');
    if (!able || person.disabledAt) return refuseField('personId', 'unknownPerson');
    return person.unitId === leadOf(file)?.unitId
      ? null
      : refuseField('personId', 'personElsewhere');
  },
  follows: (_file, input) => ({
    personId: input.personId,
    data: { personId: input.personId },
    words: { note: input.note },
  }),
});
