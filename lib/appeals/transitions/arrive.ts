import { z } from 'zod';
import { optional, paragraph } from '@/lib/fields';
import { ownCall } from '../calls';
import { refuse } from '../refusals';
import { transition } from '../transition';

/** Somebody of the called unit is at the place (到场). Being there is having reported in. */
export const arrive = transition({
  input: z.object({ note: optional(paragraph(500)) }),
  unless(file, actor) {
    const call = ownCall(file, actor);
    if (!call) return refuse('callOver');
    return call.arrivedAt ? refuse('alreadyArrived') : null;
  },
  follows(file, input, actor, { at }) {
    const call = ownCall(file, actor);
    if (!call || actor.kind !== 'person') throw new Error('nobody was called');
    return {
      call: {
        id: call.id,
        change: {
          arrivedAt: at,
          reportedInAt: call.reportedInAt ?? at,
          personId: call.personId ?? actor.personId,
        },
      },
      data: { callSeq: call.seq, unitId: call.unitId },
      words: { note: input.note },
    };
  },
});
