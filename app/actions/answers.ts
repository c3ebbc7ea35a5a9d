'use server';

import { redirect } from 'next/navigation';
import { type AnswerChanged, addAnswer, changeAnswer, retireAnswer } from '@/lib/answers/change';
import { currentActor } from '@/lib/auth/session';
import type { Entries } from '@/lib/forms';
import { type FormState, readForm, refused } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';

/** Whoever keeps them writes one; `id` null: a new one. */
export async function saveAnswer(
  id: string | null,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return taken(state, readForm(data), id ? 'changed' : 'added', (actor, entries) =>
    id ? changeAnswer(actor, id, entries) : addAnswer(actor, entries),
  );
}

/** `to`: retired or restored. */
export async function setAnswerUse(
  id: string,
  to: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const retire = to === 'retired';
  return taken(state, readForm(data), retire ? 'retired' : 'restored', (actor) =>
    retireAnswer(actor, id, retire),
  );
}

async function taken(
  state: FormState,
  entries: Entries,
  deed: string,
  change: (actor: PersonActor, entries: Entries) => Promise<AnswerChanged>,
): Promise<FormState> {
  const actor = await currentActor();
  if (!actor) return refused(state, entries, [{ field: null, code: 'signedOut' }]);
  const done = await change(actor, entries);
  if (done.ok) redirect(`/admin/answers?done=${deed}`);
  const problems = done.code === 'badInput' ? done.problems : [{ field: null, code: done.code }];
  return refused(state, entries, problems);
}
