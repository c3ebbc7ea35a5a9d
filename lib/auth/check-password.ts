import { db } from '@/lib/db/client';
import { type From, forgetTries, type Guessed, takeTry } from './attempts';
import { tellTry } from './door-log';
import { passwordFits } from './password';

export interface Credentials extends From {
  login: string;
  password: string;
}

export type Refused =
  | { ok: false; code: 'wrongSignIn'; left: number }
  | { ok: false; code: 'tooManyTries'; until: Date };

/** Logins are told apart by neither case nor width. */
export const canonicalLogin = (login: string): string =>
  login.normalize('NFKC').trim().toLowerCase();

/**
 * Whether somebody may come in. Unknown, disabled, without a password and wrong password get the same
 * answer after the same work.
 */
export async function checkPassword(
  given: Credentials,
): Promise<{ ok: true; personId: string } | Refused> {
  const login = canonicalLogin(given.login);
  const guessed: Guessed = { what: 'password', whose: login };
  const allowed = await takeTry(guessed, given);
  if (!allowed.ok) {
    tellTry('password', 'tooManyTries', null, given);
    return { ok: false, code: 'tooManyTries', until: allowed.until };
  }
  const person = await db().person.findUnique({
    where: { login },
    select: { id: true, passwordHash: true, disabledAt: true },
  });
  const known = person && !person.disabledAt ? person.passwordHash : null;
  const fits = await passwordFits(known, given.password);
  tellTry('password', fits && person ? 'right' : 'wrong', person?.id ?? null, given);
  if (!fits || !person) return { ok: false, code: 'wrongSignIn', left: allowed.left };
  await forgetTries(guessed, given);
  return { ok: true, personId: person.id };
}
