import { z } from 'zod';
import { choice, optional, paragraph, tick } from '@/lib/fields';
import { roundToLookBack } from '../look-back';
import { nextRound } from '../rating';
import { refuse } from '../refusals';
import { transition } from '../transition';

/**
 * Two weeks after closing, one short question: does it hold? It stands beside the verdict and never replaces it.
 * Where it does not hold and the case may still be reopened, the next round begins; later than that it is
 * recorded, and moves nothing.
 */
export const lookBack = transition({
  input: z.object({
    holds: choice(['yes', 'no']),
    words: optional(paragraph(2000)),
    release: tick(),
    pressed: choice(['no', 'yes']),
    pressureWords: optional(paragraph(1000)),
  }),
  unless(file, actor, at) {
    if (actor.kind !== 'voice') return null;
    return roundToLookBack(file, actor.voiceId, at) ? null : refuse('nothingToLookBackOn');
  },
  follows(file, input, actor, context) {
    if (actor.kind !== 'voice') throw new Error('looking back needs its voice');
    const round = roundToLookBack(file, actor.voiceId, context.at);
    if (!round) throw new Error('looking back needs its round');
    const { reopenUntil } = file.appeal;
    const goesOn = input.holds === 'no' && reopenUntil !== null && context.at <= reopenUntil;
    return {
      ...(goesOn ? nextRound(file) : {}),
      verdict: {
        roundId: round.id,
        voiceId: actor.voiceId,
        occasion: 'lookBack',
        reached: null,
        solved: input.holds,
        goOn: false,
        result: null,
        handling: null,
        released: input.release === true,
      },
      pressure: { roundId: round.id, voiceId: actor.voiceId, pressed: input.pressed === 'yes' },
      data: { judged: round.number, solved: input.holds },
      words: { words: input.words, pressureWords: input.pressureWords },
    };
  },
});
