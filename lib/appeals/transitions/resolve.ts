import { z } from 'zod';
import { choice, optional, paragraph } from '@/lib/fields';
import { leadOf, openCalls, triedToContact } from '../case-file';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';
import { outcomes } from '../words';

/**
 * The unit says how it ended and answers in public words. *Cannot be done* needs its legal basis and
 * the next route. Whether it is solved, the resident alone says. Where a unit that was called has not
 * reported back, the lead says why it does not wait: the call then ends silent, before the supervisor's eyes.
 */
export const resolve = transition({
  input: z.object({
    outcome: choice(outcomes),
    answer: paragraph(10000),
    basis: optional(paragraph(1000)),
    route: optional(paragraph(1000)),
    silentReason: optional(paragraph(1000)),
  }),
  unless(file) {
    const open = file.appeal.status === 'contacted' || triedToContact(file);
    return open ? null : refuse('notContacted');
  },
  objection(file, input) {
    if (openCalls(file).length > 0 && !input.silentReason) {
      return refuseField('silentReason', 'silentReasonNeeded');
    }
    if (input.outcome !== 'cannot') return null;
    if (!input.basis) return refuseField('basis', 'required');
    return input.route ? null : refuseField('route', 'required');
  },
  follows(file, input) {
    const lead = leadOf(file);
    if (!lead) throw new Error('resolve without a lead');
    const silent = openCalls(file).map((it) => it.unitId);
    return {
      to: 'resolved',
      answer: {
        outcome: input.outcome,
        unitId: lead.unitId,
        unitPath: lead.unitPath,
        atDesk: false,
      },
      data: {
        outcome: input.outcome,
        unitId: lead.unitId,
        ...(silent.length > 0 ? { silentUnitIds: silent } : {}),
      },
      words: {
        answer: input.answer,
        basis: input.basis,
        route: input.route,
        ...(silent.length > 0 ? { silentReason: input.silentReason } : {}),
      },
    };
  },
});
