import { z } from 'zod';
import { choice, optional, paragraph } from '@/lib/fields';
import { leadOf, triedToContact } from '../case-file';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';
import { outcomes } from '../words';

/**
 * The unit says how it ended and answers in public words. *Cannot be done* needs its legal basis and
 * the next route. Whether it is solved, the resident alone says.
 */
export const resolve = transition({
  input: z.object({
    outcome: choice(outcomes),
    answer: paragraph(10000),
    basis: optional(paragraph(1000)),
    route: optional(paragraph(1000)),
  }),
  unless(file) {
    const open = file.appeal.status === 'contacted' || triedToContact(file);
    return open ? null : refuse('notContacted');
  },
  objection(_file, input) {
    if (input.outcome !== 'cannot') return null;
    if (!input.basis) return refuseField('basis', 'required');
    return input.route ? null : refuseField('route', 'required');
  },
  follows(file, input) {
    const lead = leadOf(file);
    if (!lead) throw new Error('resolve without a lead');
    return {
      to: 'resolved',
      answer: {
        outcome: input.outcome,
        unitId: lead.unitId,
        unitPath: lead.unitPath,
        atDesk: false,
      },
      data: { outcome: input.outcome, unitId: lead.unitId },
      words: { answer: input.answer, basis: input.basis, route: input.route },
    };
  },
});
