import { z } from 'zod';
import { paragraph } from '@/lib/fields';
import { roundOf } from '../case-file';
import { refuse } from '../refusals';
import { transition } from '../transition';

/**
 * *Cannot be done* does not start a round by itself; the resident may object once, and somebody who never
 * had the case rules on it. How long there is for it is the rule set's (信访工作条例 Art. 35 gives 30 days
 * for asking for a review).
 */
export const object = transition({
  input: z.object({ reason: paragraph(2000) }),
  unless(file) {
    const round = roundOf(file);
    if (round.outcome !== 'cannot' || round.resolvedAt === null) return refuse('cannotObject');
    const asked = file.requests.some((it) => it.kind === 'object' && it.roundId === round.id);
    return asked ? refuse('alreadyAsked') : null;
  },
  objection(file, _input, _actor, { at, rules }) {
    const days = rules.settings.objectDays.amount;
    const from = roundOf(file).resolvedAt;
    const late = from && at.getTime() > from.getTime() + days * 86_400_000;
    return late ? refuse('tooLateToObject') : null;
  },
  follows: (_file, input, actor) => ({
    request: {
      kind: 'object',
      unitId: null,
      unitPath: null,
      voiceId: actor.kind === 'voice' ? actor.voiceId : null,
      amount: null,
      unit: null,
      untilOn: null,
    },
    words: { reason: input.reason },
  }),
});
