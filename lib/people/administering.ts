import { proofField, proofProblem } from '@/lib/auth/fresh-proof';
import { currentSession } from '@/lib/auth/session';
import {
  type Entries,
  entryOf,
  type FormProblem,
  type FormState,
  readForm,
  refused,
} from '@/lib/forms';
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
  { grave = false }: { grave?: boolean } = {},
): Promise<Administered<T>> {
  const entries = readForm(data);
  const no = (problems: readonly FormProblem[]) => ({
    state: refused(state, entries, [...problems], [proofField]),
  });
  const session = await currentSession();
  if (!session || !may(session.actor, 'administer')) {
    return no([{ field: null, code: 'signedOut' }]);
  }
  const stale = grave && (await proofProblem(session, entryOf(entries, proofField)));
  if (stale) return no([stale]);
  const outcome = await work(session.actor, entries);
  return outcome.ok ? { done: outcome.value } : no(outcome.problems);
}

/** The same for what gives or takes rights: asks for password or code again when the last proof is old. */
export const administeringGravely = <T>(
  state: FormState,
  data: FormData,
  work: (actor: PersonActor, entries: Entries) => Promise<Outcome<T>>,
): Promise<Administered<T>> => administering(state, data, work, { grave: true });
