import { z } from 'zod';
import { choice, civilDate, optional, paragraph, wholeNumber } from '@/lib/fields';
import { civilDateOf } from '@/lib/time/civil';
import { roundOf, supervisionOf } from '../case-file';
import { refuse, refuseField } from '../refusals';
import { causeHolds } from '../supervision-causes';
import { transition } from '../transition';
import { supervisionCauses } from '../words';

/**
 * Brings a case under supervision (督办), raises it a level or sets the next date. A person says why; the
 * system acts on the installation's rules, and only while what they name is true and nothing as high has
 * been ordered in this round.
 */
export const supervise = transition({
  input: z.object({
    level: wholeNumber(1, 3),
    reason: optional(paragraph(2000)),
    nextOn: optional(civilDate()),
    cause: optional(choice(supervisionCauses)),
  }),
  objection(file, input, actor, { at, rules }) {
    const present = supervisionOf(file);
    if (actor.kind === 'system') {
      const named = rules.supervision.some(
        (it) =>
          it.level === input.level && it.cause === input.cause && causeHolds(it, file, at, rules),
      );
      const since = roundOf(file).startedAt;
      const known = file.supervisions.some(
        (it) =>
          it.level >= input.level &&
          (it.releasedAt === null || (it.at >= since && it.cause !== 'silent')),
      );
      return named && !known ? null : refuse('nothingNew');
    }
    if (!input.reason) return refuseField('reason', 'required');
    const today = civilDateOf(at, rules.calendar.zone);
    if (input.nextOn && input.nextOn < today) return refuseField('nextOn', 'notAhead');
    const same = present?.level === input.level && present.nextOn === (input.nextOn ?? null);
    return same ? refuse('alreadySupervised') : null;
  },
  follows(file, input, actor) {
    const cause = actor.kind === 'system' ? (input.cause ?? 'person') : 'person';
    const before = supervisionOf(file)?.level ?? null;
    return {
      supervision: {
        level: input.level,
        ...(before === null || actor.kind === 'system' ? { cause } : {}),
        ...(input.nextOn ? { nextOn: input.nextOn } : {}),
      },
      data: { level: input.level, before, cause, nextOn: input.nextOn ?? null },
      words: { reason: input.reason },
    };
  },
});
