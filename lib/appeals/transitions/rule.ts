import { z } from 'zod';
import { choice, paragraph } from '@/lib/fields';
import { pendingRequests } from '../case-file';
import { nextRound } from '../rating';
import { refuse } from '../refusals';
import { transition } from '../transition';

/** On the objection to *cannot be done*: upheld starts the next round, otherwise the answer stands. */
export const rule = transition({
  input: z.object({ upheld: choice(['yes', 'no']), reason: paragraph(2000) }),
  unless: (file) =>
    pendingRequests(file).some((it) => it.kind === 'object') ? null : refuse('nothingToDecide'),
  follows(file, input) {
    const objection = pendingRequests(file).find((it) => it.kind === 'object');
    if (!objection) throw new Error('a ruling needs an objection');
    const upheld = input.upheld === 'yes';
    return {
      ...(upheld ? nextRound(file) : {}),
      endRequest: { id: objection.id, outcome: upheld ? 'granted' : 'refused' },
      data: { upheld, requestSeq: objection.seq },
      words: { reason: input.reason },
    };
  },
});
