'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '@/lib/forms';
import { answerApartEnd, askApartEnd, keepApart } from '@/lib/installation/three-administrators';
import { administeringGravely } from '@/lib/people/administering';
import { withRoleNames } from './role-words';

/** From now on nobody may be two of the three administrators. Keep the signature. */
export async function keepThreeApart(state: FormState, data: FormData): Promise<FormState> {
  const kept = await administeringGravely('apart', state, data, keepApart);
  if ('state' in kept) return withRoleNames(kept.state);
  redirect('/admin/settings?done=apart');
}

/** Asks that they no longer be; an audit administrator answers. Keep the signature. */
export async function askThreeTogether(state: FormState, data: FormData): Promise<FormState> {
  const asked = await administeringGravely('apart', state, data, askApartEnd);
  if ('state' in asked) return asked.state;
  redirect('/admin/settings?done=apartAsked');
}

/** `word`: agreed or refused. Keep the signature. */
export async function answerThreeTogether(
  word: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const agreed = word === 'agreed';
  const answered = await administeringGravely('apartEnd', state, data, (actor) =>
    answerApartEnd(agreed, actor),
  );
  if ('state' in answered) return answered.state;
  redirect(`/admin?done=${agreed ? 'apartEnded' : 'apartKept'}`);
}
