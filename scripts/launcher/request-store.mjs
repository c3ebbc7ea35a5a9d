import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/**
 * What belongs to the request at hand. lib/make-log.mjs and lib/request-at-hand.ts find it by name.
 *
 * @typedef {{ id: string, sends: boolean, databaseAway: boolean, unreadable: boolean, noted: import('../../lib/request-at-hand').Noted }} Store
 */

/** @type {AsyncLocalStorage<Store>} */
const requests = new AsyncLocalStorage();
globalThis[Symbol.for('huiyin.requests')] = requests;

/** Letters that are not taken for one another, written or spoken (Crockford's base 32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const shape = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** A number somebody can read out on the telephone: 60 random bits, `7K3F-9QM2-XW0A`. */
function freshId() {
  const all = [...randomBytes(12)].map((byte) => letters[byte % 32]).join('');
  return all.replace(/(....)(....)/, '$1-$2-');
}

/**
 * Runs what answers a request under its number: that of a trusted proxy, whose claims alone `forwarding` has left,
 * else a fresh one. It is told to the page and to whoever asked.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {(store: Store) => void} work
 */
export function inRequest(request, response, work) {
  const claimed = request.headers['x-request-id'];
  const id = typeof claimed === 'string' && shape.test(claimed) ? claimed : freshId();
  request.headers['x-request-id'] = id;
  response.setHeader('X-Request-Id', id);
  const sends = request.method === 'POST';
  const store = { id, sends, databaseAway: false, unreadable: false, noted: {} };
  requests.run(store, () => work(store));
}

/** The request at hand; undefined outside of one. */
export const requestAtHand = () => requests.getStore();
