import { z } from 'zod';
import { choice, civilDate, optional, paragraph, wholeNumber } from '@/lib/fields';
import { civilDateOf } from '@/lib/time/civil';
import { supervisionOf } from '../case-file';
import { refuse, refuseField } from '../refusals';
import { alreadyOrdered, causeHolds } from '../supervision-causes';
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
      const ordered = rules.supervision.some(
        (it) =>
          it.level === input.level &&
          it.cause === input.cause &&
          causeHolds(it, file, at, rules) &&
          !alreadyOrdered(it, file),
      );
      return ordered ? null : refuse('nothingNew');
    }
    if (!input.reason) return refuseField('reason', 'required');
    const today = civilDateOf(at, rules.calendar.zone);
    if (input.nextOn && input.nextOn < today) return refuseField('nextOn', 'notAhead');
    const same = present?.level === input.level && present.nextOn === (input.nextOn ?? null);
    return same ? refuse('alreadySupervised') : null;
  },
  follows(file, input, actor) {
    const present = supervisionOf(file);
    const before = present?.level ?? null;
    const system = actor.kind === 'system';
    const cause = system ? (input.cause ?? 'person') : 'person';
    // A rule never lowers a level, and that somebody was pressed is not forgotten over another cause.
    const level = system ? Math.max(input.level, before ?? 0) : input.level;
    const named = !present || (system && present.cause !== 'pressed');
    return {
      supervision: {
        level,
        ...(named ? { cause } : {}),
        ...(input.nextOn ? { nextOn: input.nextOn } : {}),
      },
      data: { level, before, cause, nextOn: input.nextOn ?? null },
      words: { reason: input.reason },
    };
  },
});
