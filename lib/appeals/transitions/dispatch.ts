import { z } from 'zod';
import { choice, key, optional, paragraph } from '@/lib/fields';
import { decided, reasonLacks, whyNotDecide } from '../objections';
import { againstPower, againstSystem, powerData } from '../power';
import { refuseField } from '../refusals';
import { secondNamed, secondToName, whyNotSecond } from '../second-unit';
import { transition } from '../transition';
import { urgencies } from '../words';

/**
 * To the unit with the power to act, by the dispatch catalogue (Beijing regulation 2021, Art. 11–12; see
 * power.ts): without it only for a written reason, and never a department's matter down to a street.
 * The dispatcher may correct category and urgency with the same step; the promised date only comes nearer.
 * After a return it decides an objection (see objections.ts). The system dispatches by itself only what
 * leaves no choice.
 */
export const dispatch = transition({
  input: z.object({
    unitId: key(),
    secondId: optional(key()),
    categoryId: optional(key()),
    urgency: optional(choice(urgencies)),
    note: optional(paragraph(1000)),
    reason: optional(paragraph(2000)),
  }),
  unless: whyNotDecide,
  namesLead: true,
  names: (input) => ({
    unitId: input.unitId,
    unitIds: secondToName(input),
    categoryId: input.categoryId ?? null,
  }),
  objection(file, input, actor, context) {
    const unit = context.units.get(input.unitId);
    if (!unit) return refuseField('unitId', 'unknownUnit');
    if (unit.closedAt) return refuseField('unitId', 'unitClosed');
    if (input.categoryId && context.categoryPath.at(-1) !== input.categoryId) {
      return refuseField('categoryId', 'unknownCategory');
    }
    return (
      whyNotSecond(input, context) ??
      reasonLacks(file, input, actor) ??
      againstPower(context, unit, input.reason, actor) ??
      againstSystem(file, context, unit, actor)
    );
  },
  follows(file, input, _actor, context) {
    const unit = context.units.get(input.unitId);
    if (!unit) throw new Error('dispatch without its unit');
    return {
      to: 'dispatched',
      lead: { unit, second: secondNamed(input, context) },
      appeal: {
        categoryId: input.categoryId ?? file.appeal.categoryId,
        urgency: input.urgency ?? file.appeal.urgency,
      },
      data: {
        ...(input.secondId ? { secondUnitId: input.secondId } : {}),
        ...decided(file, unit.id),
        ...powerData(context, unit),
        ...(input.categoryId ? { categoryId: input.categoryId } : {}),
        ...(input.urgency ? { urgency: input.urgency } : {}),
      },
      words: { note: input.note, reason: input.reason },
    };
  },
});
