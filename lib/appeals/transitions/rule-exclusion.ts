import { z } from 'zod';
import { choice, key, paragraph } from '@/lib/fields';
import { roundAbout, waitingKeepIns } from '../exclusions';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';

/** On a resident's objection to an exclusion, by somebody else than whoever granted it; final either way. */
export const ruleExclusion = transition({
  input: z.object({ requestId: key(), upheld: choice(['yes', 'no']), reason: paragraph(2000) }),
  unless(file, actor) {
    const waiting = waitingKeepIns(file, actor);
    if (waiting.length === 0) return refuse('noExclusion');
    return waiting.every((it) => it.own) ? refuse('ownDecision') : null;
  },
  objection(file, { requestId }, actor) {
    const found = waitingKeepIns(file, actor).find((it) => it.objection.id === requestId);
    if (!found) return refuseField('requestId', 'noExclusion');
    return found.own ? refuse('ownDecision') : null;
  },
  follows(file, { requestId, upheld, reason }) {
    const objection = file.requests.find((it) => it.id === requestId);
    if (!objection) throw new Error('a ruling needs an objection');
    const right = upheld === 'yes';
    return {
      endRequest: { id: objection.id, outcome: right ? 'granted' : 'refused' },
      data: { about: roundAbout(file, objection), upheld: right, requestSeq: objection.seq },
      words: { reason },
    };
  },
});
