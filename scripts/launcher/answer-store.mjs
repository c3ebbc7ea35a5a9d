import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What belongs to the answer being made, for code the framework bundles several times over: found by name,
 * since its copies share no module. See components/ui/still.ts.
 *
 * @type {AsyncLocalStorage<{ still: string[], allowImages: (origin: string) => void }>}
 */
const answers = new AsyncLocalStorage();
globalThis[Symbol.for('huiyin.answers')] = answers;

/**
 * Runs what makes a whole page. A part of a page, asked for by a page that is there already, gets no store: all
 * it draws must be in what is sent.
 *
 * @param {import('node:http').IncomingMessage['headers']} headers
 * @param {(origin: string) => void} allowImages
 * @param {() => void} make
 */
export function makingAnswer(headers, allowImages, make) {
  if (headers.rsc || headers['next-action']) make();
  else answers.run({ still: [], allowImages }, make);
}
