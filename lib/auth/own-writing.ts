import { randomBytes } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { settings } from '@/lib/env';
import { isSecure } from './door';
import { cookieOptions } from './session-cookie';

const name = (): string => (isSecure() ? '__Host-huiyin.wrote' : 'huiyin.wrote');

const quiet: readonly string[] = ['GET', 'HEAD'];

/**
 * Puts a fresh mark on the answer to whatever was sent: it reaches the browser when that has been committed, and pages
 * it asks for then are of a moment after that. A mark is a word by chance and says nothing; whoever makes one up only
 * has their own pages read from the database itself.
 *
 * @returns whether something is being done. Pages drawn after it, in the same answer, are readings again.
 */
export async function markWriting(): Promise<boolean> {
  if (!settings().replicaUrl) return false;
  const [jar, head] = await Promise.all([cookies(), headers()]);
  if (quiet.includes(head.get('x-method') ?? 'GET')) return false;
  // What the standby has not got after that long it is not asked for.
  const maxAge = settings().replicaLag + 60;
  try {
    jar.set(name(), randomBytes(12).toString('base64url'), { ...cookieOptions(), maxAge });
    return true;
  } catch {
    // The framework lets no page set cookies.
    return false;
  }
}

/** The mark this browser brings; null: nothing was sent lately. */
export async function ownMark(): Promise<string | null> {
  if (!settings().replicaUrl) return null;
  return (await cookies()).get(name())?.value.slice(0, 40) || null;
}
