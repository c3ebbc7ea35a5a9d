import { z } from 'zod';
import { optional, paragraph } from '@/lib/fields';
import { ownCall } from '../calls';
import { refuse } from '../refusals';
import { transition } from '../transition';

/** The called unit has heard the whistle and says who comes (报到); whoever says it has the call. */
export const reportIn = transition({
  input: z.object({ note: optional(paragraph(500)) }),
  unless(file, actor) {
    const call = ownCall(file, actor);
    if (!call) return refuse('callOver');
    return call.reportedInAt ? refuse('alreadyReportedIn') : null;
  },
  follows(file, input, actor, { at }) {
    const call = ownCall(file, actor);
    if (!call || actor.kind !== 'person') throw new Error('nobody was called');
    return {
      call: { id: call.id, change: { reportedInAt: at, personId: actor.personId } },
      data: { callSeq: call.seq, unitId: call.unitId },
      words: { note: input.note },
    };
  },
});
