import { z } from 'zod';
import { key, paragraph } from '@/lib/fields';
import { refuse as no, refuseField } from '../refusals';
import { decidableBy, isUnitRequest, ownsCause, pendingById } from '../requests';
import { transition } from '../transition';

/** The reviewer refuses what the unit asked for; the promise stands as it was. */
export const refuse = transition({
  input: z.object({ requestId: key(), reason: paragraph(2000) }),
  unless: (file, actor) => (decidableBy(file, actor) ? null : no('nothingToDecide')),
  objection(file, input, actor) {
    const request = pendingById(file, input.requestId);
    const decidable = request && isUnitRequest(request);
    if (!decidable) return refuseField('requestId', 'nothingToDecide');
    return ownsCause(request, actor) ? no('notYours') : null;
  },
  follows(file, input) {
    const request = pendingById(file, input.requestId);
    if (!request) throw new Error('refused what nobody asked for');
    const { kind, amount, unit, untilOn, causeClass, ownerUnitId } = request;
    return {
      endRequest: { id: request.id, outcome: 'refused' },
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
  },
});
