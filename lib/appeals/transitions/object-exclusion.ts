import { z } from 'zod';
import { key, paragraph } from '@/lib/fields';
import { contestable, roundAbout } from '../exclusions';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';

/**
 * A resident whose answer was left out objects, once a round. From now until it is ruled on the round counts again
 * (信访工作条例 Art. 35 gives 30 days for asking for a review).
 */
export const objectExclusion = transition({
  input: z.object({ requestId: key(), reason: paragraph(2000) }),
  unless: (file, actor, at) =>
    contestable(file, actor, at).length > 0 ? null : refuse('noExclusion'),
  objection: (file, { requestId }, actor, { at }) =>
    contestable(file, actor, at).some((it) => it.id === requestId)
      ? null
      : refuseField('requestId', 'noExclusion'),
  follows(file, { requestId, reason }, actor) {
    const request = file.requests.find((it) => it.id === requestId);
    if (!request) throw new Error('an objection to nothing');
    return {
      request: {
        kind: 'keepIn',
        roundId: request.roundId,
        unitId: null,
        unitPath: null,
        voiceId: actor.kind === 'voice' ? actor.voiceId : null,
        amount: null,
        unit: null,
        untilOn: null,
        exclusionClass: request.exclusionClass,
      },
      data: { about: roundAbout(file, request), requestSeq: request.seq },
      words: { reason },
    };
  },
});
