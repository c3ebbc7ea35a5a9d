import type { Actor } from '@/lib/people/actor';
import { type CaseFile, leadOf, presentVoices } from './case-file';
import type { Verb } from './lifecycle';
import type { NoticeRow } from './records';

type Notice = Pick<NoticeRow, 'kind' | 'voiceId' | 'unitId'>;

/** Whom a step is told to. `lead` is the unit that has it after the step, or had it before. */
// biome-ignore format: one line a verb
const told: Record<Verb, readonly ('voices' | 'lead')[]> = {
  file: ['voices'],
  dispatch: ['lead', 'voices'],
  answer: ['voices'],
  decline: ['voices'],
  sendBack: [],
  redispatch: ['lead', 'voices'],
  accept: [],
  assign: [],
  contact: [],
  missContact: ['voices'],
  message: ['lead', 'voices'],
  supplement: ['lead'],
  resolve: ['voices'],
  redo: ['lead', 'voices'],
  judge: ['lead'],
  interview: ['lead'],
  lapse: ['lead', 'voices'],
  reopen: ['lead', 'voices'],
  withdraw: ['lead'],
  stamp: [],
  annotate: [],
};

/** Rows of the outbox for one step. Nobody is told of what they did themselves. */
export function noticesOf(verb: Verb, before: CaseFile, after: CaseFile, actor: Actor): Notice[] {
  const lead = leadOf(after) ?? leadOf(before);
  return told[verb].flatMap((audience): Notice[] => {
    if (audience === 'lead') {
      const own = actor.kind === 'person' && actor.unitId === lead?.unitId;
      return lead && !own ? [{ kind: verb, unitId: lead.unitId, voiceId: null }] : [];
    }
    return presentVoices(after)
      .filter((it) => it.reach !== 'none' && !(actor.kind === 'voice' && actor.voiceId === it.id))
      .map((it) => ({ kind: verb, voiceId: it.id, unitId: null }));
  });
}
