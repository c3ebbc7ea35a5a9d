import { z } from 'zod';
import { choice, key, paragraph } from '@/lib/fields';
import { askedExclusions, roundAbout } from '../exclusions';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';

/**
 * A reviewer of a unit that never had the case says whether the round is left out, with grounds the resident and the
 * unit read. Refused, it is not asked again. State Council 国办发〔2019〕51号 lets ratings be left out after review
 * only, and never by whoever is rated.
 */
export const decideExclusion = transition({
  input: z.object({ requestId: key(), leaveOut: choice(['yes', 'no']), reason: paragraph(2000) }),
  unless: (file) => (askedExclusions(file).length > 0 ? null : refuse('noExclusion')),
  objection: (file, { requestId }) =>
    askedExclusions(file).some((it) => it.id === requestId)
      ? null
      : refuseField('requestId', 'noExclusion'),
  follows(file, { requestId, leaveOut, reason }) {
    const request = askedExclusions(file).find((it) => it.id === requestId);
    if (!request) throw new Error('decided what nobody asked for');
    const granted = leaveOut === 'yes';
    return {
      endRequest: { id: request.id, outcome: granted ? 'granted' : 'refused' },
      data: {
        about: roundAbout(file, request),
        exclusionClass: request.exclusionClass,
        leaveOut: granted,
        requestSeq: request.seq,
      },
      words: { reason },
    };
  },
});
