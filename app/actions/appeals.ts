'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { isVerb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { appealIdOf } from '@/lib/appeals/queries/appeal-id';
import { appealAskedAbout } from '@/lib/appeals/queries/asked-nearby';
import { otherCaseIdOf } from '@/lib/appeals/queries/other-case';
import { sees } from '@/lib/appeals/queries/visible';
import { problemsOfRefusal } from '@/lib/appeals/refusals';
import { stepMarks } from '@/lib/appeals/step-marks';
import { holderOf, photosIn } from '@/lib/auth/photo-holder';
import { currentActor } from '@/lib/auth/session';
import { currentVoice } from '@/lib/auth/voices';
import { noteTrace, traceOf } from '@/lib/detectors/trace';
import { type Entries, entryOf, type FormState, readForm, refused } from '@/lib/forms';
import type { VoiceActor } from '@/lib/people/actor';

/**
 * The one action for all verbs. What is bound is in the sender's hands: the side only chooses which of
 * the sender's own proofs is asked for, the verb is looked up in the table, and `perform` alone judges.
 * Keep the signature: a form opened before an upgrade must still be understood after it.
 */
export async function takeStep(
  side: 'desk' | 'voice' | 'merged' | 'neighbour',
  verb: string,
  caseNumber: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const entries = readForm(data);
  const no = (code: string) => refused(state, entries, [{ field: null, code }]);
  const own = await appealIdOf(caseNumber);
  if (!own || !isVerb(verb) || verb === 'file') return no('notFound');
  const actor = side === 'desk' ? await currentActor() : await currentVoice(caseNumber);
  if (!actor) return no('signedOut');
  const appealId = actor.kind === 'voice' ? await caseOf(side, actor, entries, own) : own;
  if (!appealId) return no('notFound');

  const marks = stepMarks(entries);
  const photos = photosIn(entries, holderOf(actor, caseNumber));
  const done = await perform({ appealId, verb, input: entries, photos, ...marks }, actor);
  if (!done.ok) return refused(state, entries, problemsOfRefusal(done));
  if (actor.kind === 'voice' && (verb === 'judge' || verb === 'lookBack')) {
    const sent = await headers();
    await noteTrace(actor.voiceId, traceOf(sent.get('x-forwarded-for'), sent.get('user-agent')));
  }
  // Whoever has just stepped back has no page of this case any more.
  if (side === 'desk' && !sees(actor, done.file)) redirect('/desk');
  const home = side === 'desk' ? '/appeals' : '/follow';
  redirect(`${home}/${caseNumber}?done=${verb}`);
}

/** Of a Voice that answers about another case than its own, that one; null where it was never asked. */
async function caseOf(
  side: string,
  actor: VoiceActor,
  entries: Entries,
  own: string,
): Promise<string | null> {
  if (side === 'merged') return otherCaseIdOf(actor, entryOf(entries, 'of'));
  if (side === 'neighbour') return appealAskedAbout(actor, entryOf(entries, 'of'));
  return own;
}
