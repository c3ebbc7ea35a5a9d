'use server';

import { redirect } from 'next/navigation';
import { currentActor } from '@/lib/auth/session';
import { removeFilter, saveFilter } from '@/lib/desk/saved-filters';
import { type FormState, readForm, refused } from '@/lib/forms';
import { sameSitePath } from '@/lib/i18n/same-site';

/** Names the list the form was opened on, and opens it as its own list. */
export async function keepFilter(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const actor = await currentActor();
  if (!actor) return refused(state, entries, [{ field: null, code: 'signedOut' }]);
  const saved = await saveFilter(actor, entries);
  if (!saved.ok) return refused(state, entries, saved.problems);
  redirect(saved.href);
}

export async function dropFilter(id: string, back: string): Promise<void> {
  const actor = await currentActor();
  if (actor) await removeFilter(actor, id);
  redirect(sameSitePath(back) ?? '/desk');
}
