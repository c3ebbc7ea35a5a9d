import { z } from 'zod';
import { key, paragraph } from '@/lib/fields';
import { leadOf } from '../case-file';
import { orderedByHandOver } from '../hand-overs';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';

/**
 * A unit returns what is not its own, before signing for it and within its own limit, with a reason and a
 * better unit. It objects to a naming: who named it does not decide that alone (see dispatch). Until another
 * unit has accepted, it stays responsible (see responsible.ts).
 */
export const sendBack = transition({
  unless(file, _actor, at) {
    const lead = leadOf(file);
    if (lead?.final) return refuse('namedFinally');
    const until = file.clocks.find((it) => it.kind === 'sendBack' && it.assignmentId === lead?.id);
    return until?.dueAt && until.dueAt < at ? refuse('tooLateToSendBack') : null;
  },
  input: z.object({ betterUnitId: key(), reason: paragraph(2000) }),
  names: (input) => ({ unitId: input.betterUnitId }),
  objection(_file, input, actor, context) {
    const unit = context.units.get(input.betterUnitId);
    if (!unit) return refuseField('betterUnitId', 'unknownUnit');
    if (unit.closedAt) return refuseField('betterUnitId', 'unitClosed');
    const own = actor.kind === 'person' && unit.id === actor.unitId;
    return own ? refuseField('betterUnitId', 'sameUnit') : null;
  },
  follows(file, input, _actor, { rules }) {
    const ordered = orderedByHandOver(file, rules);
    return {
      ...ordered,
      to: 'filed',
      endLead: 'sentBack',
      data: { betterUnitId: input.betterUnitId, ...ordered.data },
      words: { reason: input.reason },
    };
  },
});
