import { z } from 'zod';
import { key, paragraph } from '@/lib/fields';
import { leadOf } from '../case-file';
import { refuseField } from '../refusals';
import { transition } from '../transition';

/** To another unit, with unit clocks of its own; the promise to the resident runs on. */
export const redispatch = transition({
  input: z.object({ unitId: key(), reason: paragraph(2000) }),
  names: (input) => ({ unitId: input.unitId }),
  objection(file, input, _actor, context) {
    const unit = context.units.get(input.unitId);
    if (!unit) return refuseField('unitId', 'unknownUnit');
    if (unit.closedAt) return refuseField('unitId', 'unitClosed');
    return leadOf(file)?.unitId === unit.id ? refuseField('unitId', 'sameUnit') : null;
  },
  follows(_file, input, _actor, context) {
    const unit = context.units.get(input.unitId);
    if (!unit) throw new Error('redispatch without its unit');
    return {
      to: 'dispatched',
      lead: { unit, ends: 'redispatched' },
      words: { reason: input.reason },
    };
  },
});
