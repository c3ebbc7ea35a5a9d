import { setTimeout as pause } from 'node:timers/promises';
import { networkOf } from './address';
import { counterKey } from './counter-key';
import { type Allowed, limit } from './limiter';

/**
 * What slows guessing. One login from one place: five tries in five minutes, fifteen in an hour. One
 * place: sixty in an hour, whichever the logins. One login from everywhere: never refused, since then
 * anybody could keep its owner out, but after the twentieth failure each try has to wait.
 */
const quick = limit('sign-in-quick', 5, 5);
const steady = limit('sign-in-steady', 15, 60);
const place = limit('sign-in-place', 60, 60);
const everywhere = limit('sign-in-login', 20, 60);

const waitsMs = 2_000;

/** Counts a try before the password is looked at; `left` are those that remain. */
export async function takeTry(login: string, address: string): Promise<Allowed> {
  const { pair, network, name } = keysOf(login, address);
  let left = Number.POSITIVE_INFINITY;
  for (const [one, key] of [
    [place, network],
    [steady, pair],
    [quick, pair],
  ] as const) {
    const allowed = await one.take(key);
    if (!allowed.ok) return allowed;
    left = Math.min(left, allowed.left);
  }
  if (!(await everywhere.take(name)).ok) await pause(waitsMs);
  return { ok: true, left };
}

/** The password was right: the tries of this login are there again, and the place gets its one back. */
export async function forgetTries(login: string, address: string): Promise<void> {
  const { pair, network, name } = keysOf(login, address);
  await Promise.all([
    place.giveBack(network),
    steady.forget(pair),
    quick.forget(pair),
    everywhere.giveBack(name),
  ]);
}

function keysOf(login: string, address: string) {
  const network = networkOf(address);
  return {
    pair: counterKey('pair', login, network),
    network: counterKey('network', network),
    name: counterKey('login', login),
  };
}
