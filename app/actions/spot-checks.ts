'use server';

import { redirect } from 'next/navigation';
import { currentActor } from '@/lib/auth/session';
import { type FormState, readForm, refused } from '@/lib/forms';
import { announceDraw, enterValue } from '@/lib/spot-checks/draw';

const page = '/supervision/spot-checks';

/** Fixes what is up, and what will draw from it. */
export async function announceSpotDraw(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const actor = await currentActor();
  if (!actor) return refused(state, entries, [{ field: null, code: 'signedOut' }]);
  const done = await announceDraw(actor, entries);
  if (!done.ok) return refused(state, entries, [...done.problems]);
  redirect(page);
}

/** The public value that draws. */
export async function enterSpotValue(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const actor = await currentActor();
  if (!actor) return refused(state, entries, [{ field: null, code: 'signedOut' }]);
  const done = await enterValue(actor, entries);
  if (!done.ok) return refused(state, entries, [...done.problems]);
  redirect(page);
}
