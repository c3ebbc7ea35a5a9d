import { z } from 'zod';
import { choice, key, optional, paragraph } from '@/lib/fields';
import { callsConcerning, ratingBy } from '../calls';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';
import { callRatings } from '../words';

/**
 * Each says of the other how it was, once (双考核; Beijing regulation 2021, Art. 33): whoever called, of the
 * help; whoever was called, of the call. After the report, or after the case was answered without one.
 */
export const rateHelp = transition({
  input: z.object({
    callId: key(),
    rating: choice(callRatings),
    note: optional(paragraph(1000)),
  }),
  unless(file, actor) {
    const calls = callsConcerning(file, actor);
    if (calls.length === 0) return refuse('notYours');
    return calls.some((it) => ratingBy(it, actor)) ? null : refuse('nothingToRate');
  },
  objection(file, input, actor) {
    const call = file.calls.find((it) => it.id === input.callId);
    return call && ratingBy(call, actor) ? null : refuseField('callId', 'nothingToRate');
  },
  follows(file, input, actor) {
    const call = file.calls.find((it) => it.id === input.callId);
    const side = call && ratingBy(call, actor);
    if (!call || !side) throw new Error('a rating without its call');
    return {
      call: { id: call.id, change: { [side]: input.rating } },
      data: { callSeq: call.seq, unitId: call.unitId, rating: input.rating, of: side },
      words: { note: input.note },
    };
  },
});
