import { z } from 'zod';
import { key, paragraph } from '@/lib/fields';
import { refuseField } from '../refusals';
import { transition } from '../transition';

/** A unit returns what is not its own, before signing for it, with a reason and a better unit. */
export const sendBack = transition({
  input: z.object({ betterUnitId: key(), reason: paragraph(2000) }),
  names: (input) => ({ unitId: input.betterUnitId }),
  objection(_file, input, actor, context) {
    const unit = context.units.get(input.betterUnitId);
    if (!unit) return refuseField('betterUnitId', 'unknownUnit');
    if (unit.closedAt) return refuseField('betterUnitId', 'unitClosed');
    const own = actor.kind === 'person' && unit.id === actor.unitId;
    return own ? refuseField('betterUnitId', 'sameUnit') : null;
  },
  follows: (_file, input) => ({
    to: 'filed',
    endLead: 'sentBack',
    data: { betterUnitId: input.betterUnitId },
    words: { reason: input.reason },
  }),
});
