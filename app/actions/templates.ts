'use server';

import { redirect } from 'next/navigation';
import { currentActor } from '@/lib/auth/session';
import { type FormProblem, type FormState, readForm, refused } from '@/lib/forms';
import {
  addTemplate,
  changeTemplate,
  retireTemplate,
  type TemplateRefusal,
} from '@/lib/templates/change';

export async function saveNewTemplate(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const actor = await currentActor();
  if (!actor) return refused(state, entries, [{ field: null, code: 'signedOut' }]);
  const done = await addTemplate(actor, entries);
  if (!done.ok) return refused(state, entries, problemsOf(done));
  redirect('/admin/templates?done=added');
}

export async function saveTemplate(
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const entries = readForm(data);
  const actor = await currentActor();
  if (!actor) return refused(state, entries, [{ field: null, code: 'signedOut' }]);
  const done = await changeTemplate(actor, id, entries);
  if (!done.ok) return refused(state, entries, problemsOf(done));
  redirect(`/admin/templates/${id}?done=changed`);
}

/** `to`: retired or restored. */
export async function setTemplateUse(
  id: string,
  to: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const entries = readForm(data);
  const actor = await currentActor();
  if (!actor) return refused(state, entries, [{ field: null, code: 'signedOut' }]);
  const retire = to === 'retired';
  const done = await retireTemplate(actor, id, retire);
  if (!done.ok) return refused(state, entries, problemsOf(done));
  redirect(`/admin/templates?done=${retire ? 'retired' : 'restored'}`);
}

const problemsOf = (refusal: TemplateRefusal): FormProblem[] =>
  refusal.code === 'badInput' ? refusal.problems : [{ field: null, code: refusal.code }];
