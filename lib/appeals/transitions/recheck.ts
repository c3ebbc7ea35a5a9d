import { z } from 'zod';
import { choice, optional, paragraph } from '@/lib/fields';
import { nextRound } from '../rating';
import { refuse, refuseField } from '../refusals';
import { mostTries, openCheck, stillStands } from '../spot-check';
import { transition } from '../transition';
import { checkFindings, checkWays } from '../words';

/**
 * What somebody of another unit found on the telephone or at the place, written down before they read what the unit
 * answered. Where it is not solved, the next round begins; it stands beside the resident's verdict and never
 * replaces it. Two attempts in vain end it as not reached.
 */
export const recheck = transition({
  input: z.object({
    how: choice(checkWays),
    found: choice(checkFindings),
    said: optional(paragraph(2000)),
  }),
  unless: (file) => (openCheck(file) ? null : refuse('nothingToCheck')),
  objection: (_file, { found, said }) =>
    (found === 'no' || found === 'partly') && !said ? refuseField('said', 'required') : null,
  follows(file, { how, found, said }, actor) {
    const check = openCheck(file);
    const round = file.rounds.find((it) => it.id === check?.roundId);
    if (!check || !round) throw new Error('a finding needs its check');
    const tries = check.tries + (found === 'notReached' ? 1 : 0);
    const over = found !== 'notReached' || tries >= mostTries;
    return {
      ...(found === 'no' && stillStands(file, round.id) ? nextRound(file) : {}),
      check: {
        id: check.id,
        change: {
          tries,
          how,
          personId: actor.kind === 'person' ? actor.personId : null,
          ...(over ? { outcome: found } : {}),
        },
      },
      data: { judged: round.number, how, found },
      words: { said },
    };
  },
});
