import { z } from 'zod';
import { key, paragraph } from '@/lib/fields';
import { civilDateOf } from '@/lib/time/civil';
import { barsUnit } from '../recusals';
import { refuse, refuseField } from '../refusals';
import { decidableBy, isUnitRequest, mayWaitForTest, ownsCause, pendingById } from '../requests';
import { transition } from '../transition';

/**
 * A reviewer who never had the case grants what the unit asked for, with reasons the resident reads. More
 * time counts from the promised date, not from today. Concluding ends it as unsolved for ever (Jinan
 * regulation 2018, Art. 25; Weifang regulation 2021, Art. 21: ending needs the hotline's review).
 */
export const grant = transition({
  input: z.object({ requestId: key(), reason: paragraph(2000) }),
  unless: (file, actor) => (decidableBy(file, actor) ? null : refuse('nothingToDecide')),
  objection(file, input, actor, { at, rules }) {
    const request = pendingById(file, input.requestId);
    if (!request || !isUnitRequest(request)) return refuseField('requestId', 'nothingToDecide');
    if (ownsCause(request, actor)) return refuse('notYours');
    if (request.ownerUnitPath && barsUnit(file, request.ownerUnitPath)) {
      return refuseField('requestId', 'cannotTakeIt');
    }
    if (request.kind === 'test' && !mayWaitForTest(file, at)) {
      return refuseField('requestId', 'promiseHasPassed');
    }
    const today = civilDateOf(at, rules.calendar.zone);
    const past = request.untilOn !== null && request.untilOn <= today;
    return past ? refuseField('requestId', 'dateHasPassed') : null;
  },
  follows(file, input) {
    const request = pendingById(file, input.requestId);
    if (!request) throw new Error('granted what nobody asked for');
    const { kind, amount, unit, untilOn, causeClass, ownerUnitId, ownerUnitPath } = request;
    const granted = {
      endRequest: { id: request.id, outcome: 'granted' as const },
      data: {
        kind,
        amount,
        unit,
        untilOn,
        requestSeq: request.seq,
        ...(ownerUnitId ? { causeClass, ownerUnitId } : {}),
      },
      words: { reason: input.reason },
    };
    switch (kind) {
      case 'extend':
        if (amount === null || unit === null) throw new Error('an extension without an amount');
        return { ...granted, extend: { amount, unit } };
      case 'park':
        return { ...granted, to: 'parked' };
      case 'test':
        return { ...granted, holdForTest: request.id };
      case 'cause':
        if (!causeClass || !ownerUnitId || !ownerUnitPath) throw new Error('a cause of nobody’s');
        return {
          ...granted,
          cause: {
            class: causeClass,
            unitId: ownerUnitId,
            unitPath: ownerUnitPath,
            requestId: request.id,
          },
        };
      default:
        return { ...granted, to: 'closed', closedAs: 'concluded' };
    }
  },
});
