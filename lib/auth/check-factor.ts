import { type From, forgetTries, type Guessed, takeTry } from './attempts';
import type { Refused } from './check-password';
import { tellTry } from './door-log';
import { factorFits } from './second-factor';

/** Whether this is the person's code of the moment or one of their recovery codes; tries are counted as for passwords. */
export async function checkFactor(
  personId: string,
  typed: string,
  from: From,
): Promise<{ ok: true } | Refused> {
  const guessed: Guessed = { what: 'code', whose: personId };
  const allowed = await takeTry(guessed, from);
  if (!allowed.ok) {
    tellTry('code', 'tooManyTries', personId, from);
    return { ok: false, code: 'tooManyTries', until: allowed.until };
  }
  const fits = await factorFits(personId, typed);
  tellTry('code', fits ? 'right' : 'wrong', personId, from);
  if (!fits) return { ok: false, code: 'wrongSignIn', left: allowed.left };
  await forgetTries(guessed, from);
  return { ok: true };
}
