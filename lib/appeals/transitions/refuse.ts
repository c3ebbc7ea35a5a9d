import { z } from 'zod';
import { key, paragraph } from '@/lib/fields';
import { pendingRequests } from '../case-file';
import { refuse as no, refuseField } from '../refusals';
import { pendingById } from '../requests';
import { transition } from '../transition';

/** The reviewer refuses what the unit asked for; the promise stands as it was. */
export const refuse = transition({
  input: z.object({ requestId: key(), reason: paragraph(2000) }),
  unless: (file) =>
    pendingRequests(file).some((it) => it.kind !== 'object') ? null : no('nothingToDecide'),
  objection(file, input) {
    const request = pendingById(file, input.requestId);
    const decidable = request && request.kind !== 'object';
    return decidable ? null : refuseField('requestId', 'nothingToDecide');
  },
  follows(file, input) {
    const request = pendingById(file, input.requestId);
    if (!request) throw new Error('refused what nobody asked for');
    const { kind, amount, unit, untilOn } = request;
    return {
      endRequest: { id: request.id, outcome: 'refused' },
      data: { kind, amount, unit, untilOn, requestSeq: request.seq },
      words: { reason: input.reason },
    };
  },
});
