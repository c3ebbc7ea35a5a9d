import { z } from 'zod';
import { choice, optional, paragraph, tick, wholeNumber } from '@/lib/fields';
import { afterAnswer, roundsToJudge } from '../rating';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';
import { satisfactions, solvedWords } from '../words';

/**
 * The resident's own verdict; nobody else can give it and nothing is filled in beforehand. Once for each
 * round and occasion, also after closing. *Partly* asks whether that is enough. Satisfaction is recorded
 * and never moves the case.
 */
export const judge = transition({
  input: z.object({
    round: wholeNumber(1, 999),
    solved: choice(solvedWords),
    more: optional(choice(['enough', 'goOn'])),
    result: choice(satisfactions),
    handling: choice(satisfactions),
    words: optional(paragraph(2000)),
    release: tick(),
    pressed: choice(['no', 'yes']),
    pressureWords: optional(paragraph(1000)),
  }),
  unless(file, actor) {
    if (actor.kind !== 'voice') return null;
    if (roundsToJudge(file, actor.voiceId).length > 0) return null;
    return refuse(
      file.verdicts.some((it) => it.voiceId === actor.voiceId) ? 'alreadyJudged' : 'nothingToJudge',
    );
  },
  objection(file, input, actor) {
    if (actor.kind !== 'voice') return null;
    if (!roundsToJudge(file, actor.voiceId).some((it) => it.number === input.round)) {
      const round = file.rounds.find((it) => it.number === input.round);
      return refuse(round?.resolvedAt ? 'alreadyJudged' : 'nothingToJudge');
    }
    return input.solved === 'partly' && !input.more ? refuseField('more', 'required') : null;
  },
  follows(file, input, actor, context) {
    const round = file.rounds.find((it) => it.number === input.round);
    if (!round || actor.kind !== 'voice')
      throw new Error('a verdict needs its round and its voice');
    const verdict = {
      roundId: round.id,
      voiceId: actor.voiceId,
      occasion: 'closing' as const,
      reached: null,
      solved: input.solved,
      goOn: input.solved === 'partly' && input.more === 'goOn',
      result: input.result,
      handling: input.handling,
      released: input.release === true,
    };
    return {
      ...afterAnswer(file, round, { verdict }, context.at),
      verdict,
      pressure: { roundId: round.id, voiceId: actor.voiceId, pressed: input.pressed === 'yes' },
      data: {
        judged: input.round,
        outcome: round.outcome,
        solved: input.solved,
        goOn: verdict.goOn,
        result: input.result,
        handling: input.handling,
      },
      words: { words: input.words, pressureWords: input.pressureWords },
    };
  },
});
