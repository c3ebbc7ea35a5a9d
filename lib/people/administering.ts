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
import type { PersonActor } from './actor';
import { mayAdminister, type Power } from './powers';

export type Administered<T> = { done: T } | { state: FormState };

/**
 * Runs one form of administration: what it changes must be theirs who sends it, and what speaks against it
 * goes back with what was written.
 */
export async function administering<T>(
  power: Power,
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
  const against = powerAgainst(session?.actor ?? null, power);
  if (!session || against) return no([{ field: null, code: against ?? 'signedOut' }]);
  const stale = grave && (await proofProblem(session, entryOf(entries, proofField)));
  if (stale) return no([stale]);
  const outcome = await work(session.actor, entries);
  return outcome.ok ? { done: outcome.value } : no(outcome.problems);
}

/** What speaks against their administering this: another administrator is told whose it is. */
export function powerAgainst(
  actor: PersonActor | null,
  power: Power,
): 'signedOut' | 'otherAdministrator' | null {
  if (!actor || !mayAdminister(actor, 'start')) return 'signedOut';
  return mayAdminister(actor, power) ? null : 'otherAdministrator';
}

/** The same for what gives or takes rights: asks for password or code again when the last proof is old. */
export const administeringGravely = <T>(
  power: Power,
  state: FormState,
  data: FormData,
  work: (actor: PersonActor, entries: Entries) => Promise<Outcome<T>>,
): Promise<Administered<T>> => administering(power, state, data, work, { grave: true });
