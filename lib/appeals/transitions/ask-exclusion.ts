import { z } from 'zod';
import { choice, paragraph, wholeNumber } from '@/lib/fields';
import { excludable } from '../exclusions';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';
import { exclusionClasses } from '../words';

/**
 * The unit asks that a round it answered is left out of the figures (剔除), on one of a closed list of grounds and
 * with evidence the resident reads. Once a round, within days of its counting; until it is decided it counts.
 */
export const askExclusion = transition({
  input: z.object({
    round: wholeNumber(1, 9999),
    exclusionClass: choice(exclusionClasses),
    evidence: paragraph(2000),
  }),
  unless: (file, actor, at) =>
    excludable(file, actor, at).length > 0 ? null : refuse('nothingToExclude'),
  objection: (file, input, actor, { at }) =>
    excludable(file, actor, at).some((it) => it.number === input.round)
      ? null
      : refuseField('round', 'nothingToExclude'),
  follows(file, { round: number, exclusionClass, evidence }) {
    const round = file.rounds.find((it) => it.number === number);
    if (!round) throw new Error('an exclusion of no round');
    return {
      request: {
        kind: 'exclude',
        roundId: round.id,
        unitId: round.unitId,
        unitPath: round.unitPath,
        voiceId: null,
        amount: null,
        unit: null,
        untilOn: null,
        exclusionClass,
      },
      data: { about: number, exclusionClass },
      words: { evidence },
    };
  },
});
