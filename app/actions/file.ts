'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { type Filed, type Filing, fileAppeal, isFiled } from '@/lib/appeals/file';
import { joinAppeal } from '@/lib/appeals/join';
import { appealIdOf } from '@/lib/appeals/queries/appeal-id';
import { readPhone } from '@/lib/appeals/queries/front';
import { problemsOfRefusal } from '@/lib/appeals/refusals';
import { stepMarks } from '@/lib/appeals/step-marks';
import { addressIn } from '@/lib/auth/address';
import { minutesUntil } from '@/lib/auth/limiter';
import { currentDraft } from '@/lib/auth/own-draft';
import { guestOffered, mintForResident, takeJoinTry } from '@/lib/auth/resident';
import { currentActor } from '@/lib/auth/session';
import { rememberVoice } from '@/lib/auth/voices';
import { type Draft, dropDraft, endDraft, type FiledDraft } from '@/lib/drafts/keep';
import { withPlace } from '@/lib/drafts/with-place';
import { backToForm, offered } from '@/lib/form-offer';
import { type Entries, entryOf, type FormState, readForm, refused } from '@/lib/forms';
import { getLocale } from '@/lib/i18n/words';
import type { Actor, PersonActor } from '@/lib/people/actor';
import { heldPhotos, type PhotosOfStep } from '@/lib/photos/held';
import { offersForCaller, offersForResident } from './offer-same';

/**
 * A resident files in their own browser, which from then on holds the private link. Where the same thing may
 * be there already they are asked first: they join it, or it is filed all the same.
 */
export async function fileOwn(state: FormState, data: FormData): Promise<FormState> {
  const draft = await currentDraft();
  if (draft?.filed) return goToReceipt(draft.filed);
  const entries = { ...draft?.told, ...(draft ? { formKey: draft.id } : {}), ...readForm(data) };
  const told = await withPlace(entries);
  const stage = entryOf(entries, 'stage');
  if (stage === 'edit') return backToForm(state, entries);
  const same = entryOf(entries, 'same');
  if (same) return joinOffered(state, entries, same, draft);
  const actor = mintForResident();
  const offer = stage === 'new' ? null : await offersForResident(told);
  // Sent twice, it finds itself: the second is answered as the first was.
  if (offer && !(await isFiled(filingOf(told), actor))) return offered(state, entries, offer);
  const filed = await file(told, actor, draft ? await photosOfDraft(draft.id) : undefined);
  if (!filed.ok) return refused(state, entries, problemsOfRefusal(filed));
  if (draft) await endDraft(draft.id, filed);
  return goToReceipt(filed);
}

/** Also for whoever sends the same draft once more, because the first answer never came. */
async function goToReceipt({ caseNumber, voiceId }: FiledDraft): Promise<never> {
  await rememberVoice(caseNumber, voiceId, 1);
  redirect(`/follow/${caseNumber}/receipt`);
}

/** Whoever left a telephone or an address gets the same answer every time, known there already or not. */
async function joinOffered(
  state: FormState,
  entries: Entries,
  token: string,
  draft: Draft | null,
): Promise<FormState> {
  const guest = guestOffered(token);
  if (!guest) return refused(state, entries, [{ field: null, code: 'notFound' }]);
  const allowed = await takeJoinTry(addressIn((await headers()).get('x-forwarded-for')));
  if (!allowed.ok) {
    const values = { minutes: minutesUntil(allowed.until), phone: await readPhone() };
    return refused(state, entries, [{ field: null, code: 'tooMany', values }]);
  }
  const { formKey } = stepMarks(entries);
  const { appealId, actor } = guest;
  const joined = await joinAppeal({ appealId, input: await asJoin(entries), formKey }, actor);
  if (!joined.ok) return refused(state, entries, problemsOfRefusal(joined));
  if (draft) await dropDraft(draft.id);
  if (!joined.voice) redirect('/file?joined=1');
  const { id, generation, caseNumber } = joined.voice;
  await rememberVoice(caseNumber, id, generation);
  redirect(`/follow/${caseNumber}/receipt`);
}

/**
 * Staff file for a caller; the slip with the link is theirs to hand over or read out. Where the same thing may
 * be there already they are asked first: the caller joins it, or it is filed all the same.
 */
export async function fileForCaller(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const actor = await currentActor();
  if (!actor) return refused(state, entries, [{ field: null, code: 'signedOut' }]);
  const told = await withPlace(entries);
  const stage = entryOf(entries, 'stage');
  if (stage === 'edit') return backToForm(state, entries);
  const same = entryOf(entries, 'same');
  if (same) return joinCaller(state, entries, same, actor);
  const offer = stage === 'new' ? null : await offersForCaller(actor, told);
  if (offer && !(await isFiled(filingOf(told), actor))) return offered(state, entries, offer);
  const filed = await file(told, actor);
  if (!filed.ok) return refused(state, entries, problemsOfRefusal(filed));
  redirect(`/appeals/${filed.caseNumber}?done=file`);
}

/** The caller becomes a Voice of the case, with what they said as their words. */
async function joinCaller(
  state: FormState,
  entries: Entries,
  caseNumber: string,
  actor: PersonActor,
): Promise<FormState> {
  const appealId = await appealIdOf(caseNumber);
  if (!appealId) return refused(state, entries, [{ field: null, code: 'notFound' }]);
  const { formKey } = stepMarks(entries);
  const joined = await joinAppeal({ appealId, input: await asJoin(entries), formKey }, actor);
  if (!joined.ok) return refused(state, entries, problemsOfRefusal(joined));
  redirect(`/appeals/${caseNumber}?done=join`);
}

/** What was written to file, as somebody who joins says it. */
async function asJoin(entries: Entries): Promise<Entries> {
  const given = (name: string) => entryOf(entries, name).trim();
  return {
    way: given('phone') ? 'telephone' : given('email') ? 'email' : 'link',
    name: given('name'),
    phone: given('phone'),
    email: given('email'),
    secret: given('secret'),
    words: given('what'),
    locale: await getLocale(),
  };
}

/** What is sent beside the answers says how they were given, and is no part of them. */
function filingOf(entries: Entries): Filing {
  const { stage: _, same: __, ...input } = entries;
  return { input, formKey: stepMarks(entries).formKey };
}

/** All that were sent with it. */
async function photosOfDraft(id: string): Promise<PhotosOfStep> {
  const holder = `draft:${id}` as const;
  return { holder, ids: (await heldPhotos(holder)).map((it) => it.id) };
}

async function file(entries: Entries, actor: Actor, photos?: PhotosOfStep): Promise<Filed> {
  return fileAppeal({ ...filingOf(entries), photos, locale: await getLocale() }, actor);
}
