import { networkOf } from './address';
import { counterKey } from './counter-key';
import { type Allowed, type Limit, limit } from './limiter';

/**
 * What slows guessing. From anywhere: five tries in five minutes and ten in an hour at one login, and sixty
 * in an hour from one place, whichever the logins. A device from which the login's owner has signed in
 * before counts by itself, so that whoever uses up the ten shuts out strangers and never the owner
 * (ASVS 5.0, 6.3.1).
 */
const quick = limit('sign-in-quick', 5, 5);
const everywhere = limit('sign-in-login', 10, 60);
const place = limit('sign-in-place', 60, 60);
const ownQuick = limit('own-quick', 5, 5);
const ownSteady = limit('own-steady', 15, 60);

/** What is guessed at: the password of a login, or the second factor of a person. */
export interface Guessed {
  what: 'password' | 'code';
  whose: string;
}

export interface From {
  address: string;
  /** The name of a known device, see `knownDevice`. */
  device: string | null;
}

type Counter = readonly [limit: Limit, key: string];

/** In the order in which they are asked: whom the first stops uses up none of the next. */
function countersOf({ what, whose }: Guessed, { address, device }: From): Counter[] {
  if (device) {
    const own = counterKey('own', what, whose, device);
    return [
      [ownQuick, own],
      [ownSteady, own],
    ];
  }
  const network = networkOf(address);
  return [
    [place, counterKey('network', network)],
    [quick, counterKey('pair', what, whose, network)],
    [everywhere, counterKey('login', what, whose)],
  ];
}

/** Counts a try before what was given is looked at; `left` are those that remain. */
export async function takeTry(guessed: Guessed, from: From): Promise<Allowed> {
  let left = Number.POSITIVE_INFINITY;
  for (const [one, key] of countersOf(guessed, from)) {
    const allowed = await one.take(key);
    if (!allowed.ok) return allowed;
    left = Math.min(left, allowed.left);
  }
  return { ok: true, left };
}

/**
 * It was right: this try is given back, and those before it at this very place or device. What others used
 * up stays used.
 */
export async function forgetTries(guessed: Guessed, from: From): Promise<void> {
  await Promise.all(
    countersOf(guessed, from).map(([one, key]) =>
      one === place || one === everywhere ? one.giveBack(key) : one.forget(key),
    ),
  );
}

/**
 * Single sign-on has nothing to guess at here, but each step of it has this server ask another: a place may begin
 * or end it a hundred and twenty times an hour without having come in.
 */
const elsewhere = limit('sign-in-elsewhere', 120, 60);

export const takeWayElsewhere = ({ address }: From): Promise<Allowed> =>
  elsewhere.take(counterKey('network', networkOf(address)));

/** Somebody came in: beginning and end of their way are given back. */
export async function giveWayBack({ address }: From): Promise<void> {
  const key = counterKey('network', networkOf(address));
  await elsewhere.giveBack(key);
  await elsewhere.giveBack(key);
}
