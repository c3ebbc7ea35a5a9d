import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

export const shortestPassword = 10;
export const longestPassword = 200;

/** The same password from every keyboard: full-width and composed forms are one (NIST SP 800-63B §5.1.1.2). */
const canonical = (password: string): string => password.normalize('NFKC');

/** Argon2id with 19 MiB, two passes, one lane: the library's defaults and OWASP's floor. */
export const hashPassword = (password: string): Promise<string> => hash(canonical(password));

let decoy: Promise<string> | undefined;

/**
 * Whether the password fits. Without a hash (nobody has this login, or no password yet) a hash that
 * fits nothing is tried instead, so that the answer takes as long.
 */
export async function passwordFits(known: string | null, password: string): Promise<boolean> {
  decoy ??= hash(randomBytes(32).toString('hex'));
  const nobody = await decoy;
  const fits = await verify(known ?? nobody, canonical(password));
  return fits && known !== null;
}
