import { log } from '@/lib/log';
import { beginningOf } from './address';
import type { From } from './attempts';

/** One try at the door, or one more proof within (ASVS 5.0, 16.3.1): by whom alone the id says, never what was typed. */
export function tellTry(
  what: 'password' | 'code',
  outcome: 'right' | 'wrong' | 'tooManyTries',
  personId: string | null,
  { address, device }: From,
): void {
  const network = beginningOf(address);
  const line = { door: what, outcome, person: personId, network, known: device !== null };
  log[outcome === 'tooManyTries' ? 'warn' : 'info'](line, 'at the door');
}

export function tellSession(what: 'opened' | 'ended', personId: string | null, more = {}): void {
  log.info({ door: what, person: personId, ...more }, 'at the door');
}
