import { recordChange } from '@/lib/audit/record-change';
import { keysFor, macOf } from '@/lib/auth/keys';
import { endSessionsOf } from '@/lib/auth/session-rows';
import { db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { against, changeOrganisation, type Outcome } from '@/lib/units/organisation';
import type { PersonActor } from './actor';
import { findPerson } from './find-person';
import { openEmail } from './work-email';

/** Somebody another house vouches for. */
export interface Vouched {
  issuer: string;
  subject: string;
  /** Verified there; null where it says none. */
  email: string | null;
}

/** A subject may be the number of an identity card: only a keyed hash of it is kept. */
const hashesOf = ({ issuer, subject }: Vouched): string[] =>
  keysFor('identities').map((key) => macOf(key, `${issuer}\n${subject}`).toString('base64url'));

export type Known =
  | { ok: true; personId: string; login: string }
  | { ok: false; code: 'nobody' | 'unverified' | 'several' };

/**
 * Who of the people here it is. The first time by the work address administration wrote down, which binds the
 * subject to the person; from then on by the subject alone, whatever address it has. Makes nobody; whoever has left
 * or is bound already to somebody else is nobody.
 */
export async function personBehind(vouched: Vouched): Promise<Known> {
  const [identity = '', before] = hashesOf(vouched);
  if (before) await carryOver(before, identity);
  const bound = await boundTo(identity);
  if (bound) return bound;
  const { email } = vouched;
  if (email === null) return { ok: false, code: 'unverified' };
  const outcome = await changeOrganisation(async (transaction) => {
    // Another page of the same person may have bound it while this one waited.
    const meanwhile = await boundTo(identity, transaction);
    return meanwhile ?? bind(transaction, identity, email);
  });
  if (!outcome.ok) throw new Error('a binding has nothing against it');
  return outcome.value;
}

/** Subjects are kept as hashes alone: only as they come in can they be put under the secret of now. */
const carryOver = (before: string, identity: string) =>
  db().person.updateMany({ where: { identity: before }, data: { identity } });

async function boundTo(
  identity: string,
  database: Transaction | ReturnType<typeof db> = db(),
): Promise<Known | null> {
  const found = await database.person.findUnique({
    where: { identity },
    select: { id: true, login: true, disabledAt: true },
  });
  if (!found) return null;
  if (found.disabledAt) return { ok: false, code: 'nobody' };
  return { ok: true, personId: found.id, login: found.login };
}

async function bind(transaction: Transaction, identity: string, email: string): Promise<Known> {
  const wanted = plain(email);
  const people = await transaction.person.findMany({
    where: { disabledAt: null, identity: null, email: { not: null } },
    select: { id: true, name: true, login: true, email: true },
  });
  // Addresses are sealed, each with its person, so all are opened: once a person.
  const [person, ...others] = people.filter((it) => plain(openEmail(it.id, it.email)) === wanted);
  if (!person) return { ok: false, code: 'nobody' };
  if (others.length > 0) return { ok: false, code: 'several' };
  const { id, name, login } = person;
  const identityAt = await databaseClock(transaction);
  await transaction.person.update({ where: { id }, data: { identity, identityAt } });
  const change = { subject: 'person', subjectId: id, name, action: 'identityBound' } as const;
  await recordChange(transaction, { personId: id }, change);
  return { ok: true, personId: id, login };
}

const plain = (email: string | null): string =>
  (email ?? '').normalize('NFKC').trim().toLowerCase();

/**
 * The next sign-in from elsewhere with the person's address binds anew: for an account that was made anew there, or
 * the wrong one. Whoever came in by it is signed out.
 */
export function unbindIdentity(id: string, by: PersonActor): Promise<Outcome> {
  return changeOrganisation(async (transaction) => {
    const { name, identity } = await findPerson(transaction, id);
    if (identity === null) against(null, 'identityGone', { name });
    const data = { identity: null, identityAt: null };
    await transaction.person.update({ where: { id }, data });
    await endSessionsOf(id, transaction);
    const change = { subject: 'person', subjectId: id, name, action: 'identityUnbound' } as const;
    await recordChange(transaction, by, change);
  });
}
