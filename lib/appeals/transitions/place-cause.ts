import { z } from 'zod';
import { choice, key, line, paragraph } from '@/lib/fields';
import { causeOf, roundOf } from '../case-file';
import { mayOwn } from '../cause-owners';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';
import { causeClasses } from '../words';

/**
 * A reviewer who never had the case says of their own accord that its cause lies above (根子在上面), or with
 * another unit than was said before. From now on lateness of the promise is that unit's; the resident keeps
 * one answer and one unit to talk to.
 */
export const placeCause = transition({
  input: z.object({
    causeClass: choice(causeClasses),
    ownerUnitId: key(),
    cause: line(120),
    reason: paragraph(2000),
  }),
  names: (input) => ({ unitId: input.ownerUnitId }),
  objection(file, input, actor, { units }) {
    const problem = mayOwn(file, units.get(input.ownerUnitId));
    if (problem) return refuseField('ownerUnitId', problem);
    if (actor.kind === 'person' && actor.unitId === input.ownerUnitId) {
      return refuseField('ownerUnitId', 'sameUnit');
    }
    const present = causeOf(file);
    const same =
      present?.unitId === input.ownerUnitId &&
      present.class === input.causeClass &&
      present.roundId === roundOf(file).id;
    return same ? refuse('nothingNew') : null;
  },
  follows(_file, input, _actor, { units }) {
    const owner = units.get(input.ownerUnitId);
    if (!owner) throw new Error('a cause without its owner');
    return {
      cause: { class: input.causeClass, unitId: owner.id, unitPath: owner.path, requestId: null },
      data: { causeClass: input.causeClass, ownerUnitId: owner.id },
      words: { cause: input.cause, reason: input.reason },
    };
  },
});
