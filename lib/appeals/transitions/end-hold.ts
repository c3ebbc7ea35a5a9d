import { z } from 'zod';
import { key, optional, paragraph } from '@/lib/fields';
import { waitsOf } from '../holds';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';

/**
 * Nobody waits any longer: for an answer, or for the result of a test. The unit says so, or the date has
 * come; where nobody was there on the date, the promise has run from it all the same.
 */
export const endHold = transition({
  input: z.object({ holdId: optional(key()), note: optional(paragraph(1000)) }),
  unless: (file, _actor) =>
    file.questions.some((it) => !it.endedAt) || file.pauses.some((it) => !it.untilAt)
      ? null
      : refuse('nothingHeld'),
  objection(file, input, actor, { at, rules }) {
    const waits = waitsOf(file, rules.calendar.zone);
    if (actor.kind === 'system') {
      return waits.some((it) => it.endsAt && it.endsAt <= at) ? null : refuse('notYet');
    }
    if (!input.holdId) return refuseField('holdId', 'required');
    return waits.some((it) => it.id === input.holdId) ? null : refuse('nothingHeld');
  },
  follows(file, input, actor) {
    if (actor.kind === 'system') return {};
    const id = input.holdId ?? '';
    const question = file.questions.some((it) => it.id === id);
    return {
      ...(question ? { endQuestion: { id, as: 'ended' as const } } : { endTest: id }),
      words: { note: input.note },
    };
  },
});
