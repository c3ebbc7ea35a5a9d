import { z } from 'zod';
import { choice, optional, paragraph } from '@/lib/fields';
import { ownCall } from '../calls';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';
import { reportOutcomes } from '../words';

/**
 * The called unit says what it found, what was decided, and who does what by when (反馈), or that it is
 * not theirs and why. Whoever was asked to come has been there first: a report from the desk is none.
 */
export const reportBack = transition({
  input: z.object({
    outcome: choice(reportOutcomes),
    found: optional(paragraph(3000)),
    decided: optional(paragraph(2000)),
    plan: optional(paragraph(2000)),
    reason: optional(paragraph(2000)),
  }),
  unless: (file, actor) => (ownCall(file, actor) ? null : refuse('callOver')),
  objection(file, input, actor) {
    if (input.outcome === 'notOurs') {
      return input.reason ? null : refuseField('reason', 'required');
    }
    const call = ownCall(file, actor);
    if (call?.onSite && !call.arrivedAt) return refuseField('outcome', 'notArrived');
    if (!input.found) return refuseField('found', 'required');
    return input.decided ? null : refuseField('decided', 'required');
  },
  follows(file, input, actor, { at }) {
    const call = ownCall(file, actor);
    if (!call || actor.kind !== 'person') throw new Error('nobody was called');
    const ours = input.outcome === 'reported';
    return {
      call: {
        id: call.id,
        change: {
          reportedBackAt: at,
          reportedInAt: call.reportedInAt ?? at,
          personId: call.personId ?? actor.personId,
          outcome: input.outcome,
        },
      },
      data: { callSeq: call.seq, unitId: call.unitId, outcome: input.outcome },
      words: ours
        ? { found: input.found, decided: input.decided, plan: input.plan }
        : { reason: input.reason },
    };
  },
});
