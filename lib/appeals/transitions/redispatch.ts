import { z } from 'zod';
import { key, optional, paragraph } from '@/lib/fields';
import { leadOf } from '../case-file';
import { refuseField } from '../refusals';
import { secondNamed, secondToName, whyNotSecond } from '../second-unit';
import { transition } from '../transition';

/** To another unit, with unit clocks of its own; the promise to the resident runs on. */
export const redispatch = transition({
  input: z.object({ unitId: key(), secondId: optional(key()), reason: paragraph(2000) }),
  names: (input) => ({ unitId: input.unitId, unitIds: secondToName(input) }),
  objection(file, input, _actor, context) {
    const unit = context.units.get(input.unitId);
    if (!unit) return refuseField('unitId', 'unknownUnit');
    if (unit.closedAt) return refuseField('unitId', 'unitClosed');
    if (leadOf(file)?.unitId === unit.id) return refuseField('unitId', 'sameUnit');
    return whyNotSecond(input, context);
  },
  follows(_file, input, _actor, context) {
    const unit = context.units.get(input.unitId);
    if (!unit) throw new Error('redispatch without its unit');
    return {
      to: 'dispatched',
      lead: { unit, ends: 'redispatched', second: secondNamed(input, context) },
      data: { ...(input.secondId ? { secondUnitId: input.secondId } : {}) },
      words: { reason: input.reason },
    };
  },
});
