import { currentActor } from '@/lib/auth/session';
import { type Entries, type FormState, readForm, refused } from '@/lib/forms';
import type { Outcome } from '@/lib/units/organisation';
import { may, type PersonActor } from './actor';

export type Administered<T> = { done: T } | { state: FormState };

/**
 * Runs one form of administration: who sends it must administer, and what speaks against it goes back
 * with what was written.
 */
export async function administering<T>(
  state: FormState,
  data: FormData,
  work: (actor: PersonActor, entries: Entries) => Promise<Outcome<T>>,
): Promise<Administered<T>> {
  const entries = readForm(data);
  const actor = await currentActor();
  if (!actor || !may(actor, 'administer')) {
    return { state: refused(state, entries, [{ field: null, code: 'signedOut' }]) };
  }
  const outcome = await work(actor, entries);
  return outcome.ok
    ? { done: outcome.value }
    : { state: refused(state, entries, [...outcome.problems]) };
}
