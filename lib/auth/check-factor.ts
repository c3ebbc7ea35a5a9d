import { type From, forgetTries, type Guessed, takeTry } from './attempts';
import type { Refused } from './check-password';
import { factorFits } from './second-factor';

/** Whether this is the person's code of the moment or one of their recovery codes; tries are counted as for passwords. */
export async function checkFactor(
  personId: string,
  typed: string,
  from: From,
): Promise<{ ok: true } | Refused> {
  const guessed: Guessed = { what: 'code', whose: personId };
  const allowed = await takeTry(guessed, from);
  if (!allowed.ok) return { ok: false, code: 'tooManyTries', until: allowed.until };
  if (!(await factorFits(personId, typed))) {
    return { ok: false, code: 'wrongSignIn', left: allowed.left };
  }
  await forgetTries(guessed, from);
  return { ok: true };
}
