import { checkFactor } from './check-factor';
import { checkPassword, type Refused } from './check-password';
import type { LiveSession } from './session-rows';
import { cameFrom } from './sign-in';

/**
 * Whether whoever sits there now is the person of the session: their password once more, or a code. Six
 * digits are never a password.
 */
export async function prove(
  { login, actor }: LiveSession,
  given: string,
): Promise<{ ok: true } | Refused> {
  const from = await cameFrom(login);
  const code = given.normalize('NFKC').replace(/\s/g, '');
  if (/^\d{6}$/.test(code)) return checkFactor(actor.personId, code, from);
  return checkPassword({ login, password: given, ...from });
}
