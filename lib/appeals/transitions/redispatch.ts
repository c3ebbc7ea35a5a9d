import { z } from 'zod';
import { key, optional, paragraph } from '@/lib/fields';
import { may } from '@/lib/people/actor';
import { type CaseFile, leadOf } from '../case-file';
import { isFinal, orderedByHandOver } from '../hand-overs';
import { againstPower, powerData } from '../power';
import { barsUnit } from '../recusals';
import { refuse, refuseField } from '../refusals';
import { secondNamed, secondToName, whyNotSecond } from '../second-unit';
import { transition } from '../transition';

/** The lead is barred from it. */
function mustGo(file: CaseFile): boolean {
  const lead = leadOf(file);
  return !!lead && barsUnit(file, lead.unitPath);
}

/**
 * To another unit, with unit clocks of its own; the promise to the resident runs on. A final naming is
 * changed by a supervisor alone, who has the case in sight.
 */
export const redispatch = transition({
  unless(file, actor) {
    return isFinal(file) && !mustGo(file) && !may(actor, 'supervise')
      ? refuse('namedFinally')
      : null;
  },
  input: z.object({ unitId: key(), secondId: optional(key()), reason: paragraph(2000) }),
  namesLead: true,
  names: (input) => ({ unitId: input.unitId, unitIds: secondToName(input) }),
  objection(file, input, actor, context) {
    const unit = context.units.get(input.unitId);
    if (!unit) return refuseField('unitId', 'unknownUnit');
    if (unit.closedAt) return refuseField('unitId', 'unitClosed');
    if (leadOf(file)?.unitId === unit.id) return refuseField('unitId', 'sameUnit');
    return whyNotSecond(input, context) ?? againstPower(context, unit, input.reason, actor);
  },
  follows(file, input, _actor, context) {
    const unit = context.units.get(input.unitId);
    if (!unit) throw new Error('redispatch without its unit');
    // Nobody passed it on: the unit is barred, and that is no hand-over.
    const barred = mustGo(file);
    const ordered = barred ? { data: {} } : orderedByHandOver(file, context.rules);
    return {
      ...ordered,
      to: 'dispatched',
      lead: {
        unit,
        ends: barred ? 'recused' : 'redispatched',
        second: secondNamed(input, context),
      },
      data: {
        ...ordered.data,
        ...(input.secondId ? { secondUnitId: input.secondId } : {}),
        ...powerData(context, unit),
      },
      words: { reason: input.reason },
    };
  },
});
