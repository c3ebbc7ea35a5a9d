import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/people/actor';
import { marksOf, perform, type Step } from './perform';
import { stepsOf } from './queries/steps';
import type { Refusal } from './refusals';

/**
 * `voice`: the link of a Voice that nobody else can have asked for. Null wherever a telephone or an address
 * was left: whether it was known before is then told to nobody, and the answer is the same.
 */
export type Joined =
  | { ok: true; voice: { id: string; generation: number; caseNumber: string } | null }
  | Refusal;

/**
 * Joins an appeal. The same telephone joins once; a stranger who tries a neighbour's gets the answer
 * everybody gets, and no link: it would be the neighbour's.
 */
export async function joinAppeal(
  { appealId, input, formKey }: Pick<Step, 'appealId' | 'input' | 'formKey'>,
  actor: Actor,
): Promise<Joined> {
  const step: Step = { appealId, verb: 'join', input, formKey };
  const done = await perform(step, actor);
  if (!done.ok) {
    return done.code === 'alreadyJoined' && actor.kind === 'resident'
      ? { ok: true, voice: null }
      : done;
  }
  const marks = marksOf(step, actor);
  const event = (await stepsOf(db(), [appealId])).findLast(
    (it) => it.verb === 'join' && (marks.length === 0 || marks.includes(it.formKey ?? '')),
  );
  const id = (event?.data as { joinedVoiceId?: string } | undefined)?.joinedVoiceId;
  const voice = done.file.voices.find((it) => it.id === id);
  const shown = voice && (actor.kind === 'person' || voice.reach === 'link');
  const { caseNumber } = done.file.appeal;
  return {
    ok: true,
    voice: shown ? { id: voice.id, generation: voice.generation, caseNumber } : null,
  };
}
