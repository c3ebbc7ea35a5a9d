'use server';

import { redirect } from 'next/navigation';
import { type Filed, fileAppeal } from '@/lib/appeals/file';
import { problemsOfRefusal } from '@/lib/appeals/refusals';
import { stepMarks } from '@/lib/appeals/step-marks';
import { mintForResident } from '@/lib/auth/resident';
import { currentActor } from '@/lib/auth/session';
import { rememberVoice } from '@/lib/auth/voices';
import { type Entries, type FormState, readForm, refused } from '@/lib/forms';
import { getLocale } from '@/lib/i18n/words';
import type { Actor } from '@/lib/people/actor';

/** A resident files in their own browser, which from then on holds the private link. */
export async function fileOwn(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const filed = await file(entries, mintForResident());
  if (!filed.ok) return refused(state, entries, problemsOfRefusal(filed));
  await rememberVoice(filed.caseNumber, filed.voiceId, 1);
  redirect(`/follow/${filed.caseNumber}/receipt`);
}

/** Staff file for a caller; the slip with the link is theirs to hand over or read out. */
export async function fileForCaller(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const actor = await currentActor();
  if (!actor) return refused(state, entries, [{ field: null, code: 'signedOut' }]);
  const filed = await file(entries, actor);
  if (!filed.ok) return refused(state, entries, problemsOfRefusal(filed));
  redirect(`/appeals/${filed.caseNumber}?done=file`);
}

async function file(entries: Entries, actor: Actor): Promise<Filed> {
  const { formKey } = stepMarks(entries);
  return fileAppeal({ input: entries, formKey, locale: await getLocale() }, actor);
}
