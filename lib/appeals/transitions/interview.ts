import { z } from 'zod';
import { choice, key, optional, paragraph, wholeNumber } from '@/lib/fields';
import { afterAnswer } from '../rating';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';
import { satisfactions, solvedWords } from '../words';

/**
 * What somebody of another unit heard on the telephone. Kept in its own column: it never fills a verdict,
 * and the resident may still judge.
 */
export const interview = transition({
  input: z.object({
    round: wholeNumber(1, 999),
    voiceId: key(),
    /** Also whether they say that it was their appeal: the first thing they are asked. */
    reached: choice(['yes', 'no', 'notTheirs']),
    solved: optional(choice(solvedWords)),
    more: optional(choice(['enough', 'goOn'])),
    result: optional(choice(satisfactions)),
    handling: optional(choice(satisfactions)),
    said: optional(paragraph(2000)),
  }),
  unless: (file) =>
    file.rounds.some((it) => it.resolvedAt !== null) ? null : refuse('nothingToJudge'),
  objection(file, input) {
    const round = file.rounds.find((it) => it.number === input.round && it.resolvedAt !== null);
    if (!round) return refuseField('round', 'nothingToJudge');
    if (!round.invited.includes(input.voiceId)) return refuseField('voiceId', 'notInvited');
    if (input.reached === 'notTheirs' && !input.said) return refuseField('said', 'required');
    if (input.reached === 'yes' && !input.solved) return refuseField('solved', 'required');
    return input.solved === 'partly' && !input.more ? refuseField('more', 'required') : null;
  },
  follows(file, input, actor, context) {
    const round = file.rounds.find((it) => it.number === input.round);
    if (!round) throw new Error('an interview needs its round');
    const reached = input.reached === 'yes';
    const heard = {
      roundId: round.id,
      voiceId: input.voiceId,
      personId: actor.kind === 'person' ? actor.personId : null,
      reached,
      solved: reached ? (input.solved ?? null) : null,
      goOn: reached && input.solved === 'partly' && input.more === 'goOn',
      result: reached ? (input.result ?? null) : null,
      handling: reached ? (input.handling ?? null) : null,
    };
    return {
      ...(reached ? afterAnswer(file, round, { interview: heard }, context.at) : {}),
      interview: heard,
      data: {
        judged: input.round,
        outcome: round.outcome,
        reached,
        solved: heard.solved,
        goOn: heard.goOn,
        heardVoiceId: heard.voiceId,
        result: heard.result,
        handling: heard.handling,
        ...(input.reached === 'notTheirs' ? { notTheirs: true } : {}),
      },
      words: { said: input.said },
    };
  },
});
