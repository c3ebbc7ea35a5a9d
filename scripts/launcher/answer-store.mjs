import { AsyncLocalStorage } from 'node:async_hooks';

/** @typedef {{ allowImages(origin: string): void, allowMicrophone(): void }} Ways what a page may be allowed */

/**
 * What belongs to the answer being made, for code the framework bundles several times over: found by name,
 * since its copies share no module. See components/ui/still.ts.
 *
 * @type {AsyncLocalStorage<{ still: string[] } & Ways>}
 */
const answers = new AsyncLocalStorage();
globalThis[Symbol.for('huiyin.answers')] = answers;

/**
 * Runs what makes a whole page. A part of a page, asked for by a page that is there already, gets no store: all
 * it draws must be in what is sent.
 *
 * @param {import('node:http').IncomingMessage['headers']} headers
 * @param {Ways} ways
 * @param {() => void} make
 */
export function makingAnswer(headers, ways, make) {
  if (headers.rsc || headers['next-action']) make();
  else answers.run({ still: [], ...ways }, make);
}
