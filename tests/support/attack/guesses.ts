import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { caseNumber } from '@/lib/appeals/case-number';
import { linkToken } from '@/lib/auth/link-token';
import { shareToken } from '@/lib/auth/share-token';
import { root } from '@/scripts/launcher/root';
import type { Calling } from '../matrix/calls';
import type { MatrixCase } from '../matrix/cases';
import type { Answer, Asked } from '../served/ask';
import { callAction } from '../served/call-action';

/** What an address may try in an hour at case numbers: `track-place` in lib/auth/tracking.ts. */
export const mostTries = 60;
/** From so many addresses all guesses come, unless it is said otherwise. */
const manyAddresses = 10;
/** Of so many numbers one after another each may be guessed; most of them nobody has. */
const numbers = 200;
const everyNthHonest = 100;

export interface Guessing {
  done: number;
  hits: string[];
  broken: string[];
  /** Guesses at case numbers that were looked up, by address. */
  evaluated: Map<string, number>;
  /** Guesses at case numbers that were not. */
  refused: number;
  honest: number;
  honestRefused: string[];
  honestMs: number;
}

interface Draw {
  digits: number;
  number: number;
  noise: Uint8Array;
  code: number;
}

const bytes = { minLength: 33, maxLength: 33 };
const draws: fc.Arbitrary<Draw> = fc.record({
  digits: fc.integer({ min: 0, max: 9_999 }),
  number: fc.integer({ min: 1, max: numbers }),
  noise: fc.uint8Array(bytes),
  code: fc.integer({ min: 0, max: 999_999 }),
});

const word = (file: string, key: string): string =>
  JSON.parse(readFileSync(join(root, `messages/zh/${file}.json`), 'utf8'))[key];

const around = <T>(list: readonly T[], nth: number): T => {
  const found = list[nth % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
};

/** Called as somebody at this address, through the proxy that says so. */
export function actionFrom(calling: Calling, name: string, address: string) {
  const { ask, entries, origin } = calling;
  const entry = entries.actions.get(name);
  if (!entry) throw new Error(`no action ${name} in the build`);
  return (fields: Record<string, string>, cookie = ''): Promise<Answer> =>
    callAction(
      (path: string, what: Asked = {}) =>
        ask(path, { ...what, headers: { ...what.headers, 'x-forwarded-for': address } }),
      'scripted',
      { id: entry.id, page: entry.page, given: { bound: [], fields, state: true }, cookie, origin },
    );
}

export const track = 'app/actions/track.ts track';
const giveCode = 'app/actions/coming-back.ts giveCode';
const askCode = 'app/actions/coming-back.ts askCode';

const leadsTo = ({ headers }: Answer): string =>
  String(headers['x-action-redirect'] ?? headers.location ?? '').split(';')[0] ?? '';

/** The cookies of a browser that has asked for a code, one for each case. */
export async function askedCodes(calling: Calling): Promise<string[]> {
  const jars: string[] = [];
  for (const [nth, { phone }] of calling.world.cases.entries()) {
    const answer = await actionFrom(calling, askCode, `10.7.0.${nth}`)({ contact: phone });
    const [jar = ''] = (answer.headers['set-cookie'] ?? []).map((it) => it.split(';')[0] ?? '');
    if (!jar) throw new Error(`no code was sent: ${answer.status} ${answer.body.slice(0, 300)}`);
    jars.push(jar);
  }
  return jars;
}

type Guess = (draw: Draw, nth: number) => Promise<string | null>;

/**
 * Guesses so many: half at case numbers with four digits, the rest at private links, links to join, ends of letters,
 * first passwords and codes. Each is half right: cases, voices and requests there are, under another seal. One in a
 * hundred comes from a resident who knows the digits.
 */
export async function guesses(
  calling: Calling,
  count: number,
  seed: number,
  from: number,
  jars: readonly string[],
  addresses = manyAddresses,
): Promise<Guessing> {
  const addressOf = (nth: number): string => `10.9.0.${nth % addresses}`;
  const { ask, world } = calling;
  const found: Guessing = {
    ...{ done: count, hits: [], broken: [], evaluated: new Map(), refused: 0 },
    ...{ honest: 0, honestRefused: [], honestMs: 0 },
  };
  const [own] = world.cases;
  if (!own) throw new Error('no case');
  const gone = { join: word('joining', 'gone'), welcome: word('welcome', 'gone') };
  const fromHere = (nth: number, what: Asked = {}): Asked => ({
    ...what,
    headers: { ...what.headers, 'x-forwarded-for': addressOf(nth) },
  });
  const noted = (answer: Answer, what: string) => {
    if (answer.status >= 500) found.broken.push(`${answer.status} ${what}`);
  };
  const aboutOf = (nth: number) => around(world.cases, nth);

  const aNumber: Guess = async ({ digits, number }, nth) => {
    const on = own.caseNumber.slice(0, 8);
    const wanted = nth % 100 === 0 ? own.caseNumber : caseNumber(on, number).padEnd(12, '0');
    const address = addressOf(nth);
    const given = { number: wanted, digits: String(digits).padStart(4, '0') };
    const answer = await actionFrom(calling, track, address)(given);
    noted(answer, `number ${wanted}`);
    if (answer.body.includes('"tooManyTries"')) found.refused += 1;
    else found.evaluated.set(address, (found.evaluated.get(address) ?? 0) + 1);
    return leadsTo(answer) === '/track' ? `number ${wanted}, ${given.digits}` : null;
  };
  const aLink: Guess = async (draw, nth) => {
    const token = forged(draw, nth, linkToken(aboutOf(nth).voiceId, 1));
    const answer = await ask(`/v/${token}`, fromHere(nth));
    noted(answer, 'link');
    const isLost = leadsTo(answer) === '/v/lost' && !answer.headers['set-cookie'];
    return isLost ? null : `link ${token}`;
  };
  const aJoin: Guess = async (draw, nth) => {
    const token = forged(draw, nth, shareToken(aboutOf(nth).id));
    const answer = await ask(`/join/${token}`, fromHere(nth, { headers: { accept: 'text/html' } }));
    noted(answer, 'join');
    return answer.body.includes(gone.join) ? null : `join ${token}`;
  };
  const anEnd: Guess = async (draw, nth) => {
    const token = forged(draw, nth, shareToken(aboutOf(nth).voiceId));
    const body = 'List-Unsubscribe=One-Click';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await ask(`/stop/${token}`, fromHere(nth, { method: 'POST', headers, body }));
    noted(answer, 'stop');
    return answer.status === 200 ? `stop ${token}` : null;
  };
  const aWelcome: Guess = async ({ noise }, nth) => {
    const token = Buffer.from(noise).toString('base64url').slice(0, 43);
    const headers = { accept: 'text/html' };
    const answer = await ask(`/welcome/${token}`, fromHere(nth, { headers }));
    noted(answer, 'welcome');
    return answer.body.includes(gone.welcome) ? null : `welcome ${token}`;
  };
  const aCode: Guess = async ({ code }, nth) => {
    const given = { code: String(code).padStart(6, '0') };
    const jar = around(jars, nth);
    const answer = await actionFrom(calling, giveCode, addressOf(nth))(given, jar);
    noted(answer, 'code');
    return leadsTo(answer) === '/mine' ? `code ${given.code}` : null;
  };
  const kinds = [aNumber, aLink, aNumber, aLink, aNumber, aCode, aNumber, anEnd, aNumber];
  const all: Guess[] = [...kinds, (draw, nth) => (nth % 20 < 10 ? aJoin : aWelcome)(draw, nth)];

  const list = fc.sample(draws, { seed: seed + from, numRuns: count });
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < list.length; at = next++) {
      const nth = from + at;
      const draw = list[at];
      if (!draw) continue;
      if (nth % everyNthHonest === 0)
        await honest(calling, aboutOf(nth / everyNthHonest), nth, found);
      // Not by turns, or each kind would come from some of the addresses alone.
      const hit = await around(all, nth + Math.floor(nth / addresses))(draw, nth);
      if (hit) found.hits.push(hit);
    }
  };
  await Promise.all(Array.from({ length: 6 }, lane));
  return found;
}

/** The first half right, the seal another; or nothing right at all. */
function forged({ noise }: Draw, nth: number, right: string): string {
  const other = Buffer.from(noise).toString('base64url');
  return nth % 2 ? right.slice(0, 22) + other.slice(0, 22) : other;
}

async function honest(
  calling: Calling,
  { caseNumber: number, phone }: MatrixCase,
  nth: number,
  found: Guessing,
): Promise<void> {
  const began = performance.now();
  const digits = phone.slice(-4);
  const address = `10.8.${Math.floor(nth / 100) >> 8}.${Math.floor(nth / 100) & 255}`;
  const answer = await actionFrom(calling, track, address)({ number, digits });
  found.honest += 1;
  found.honestMs = Math.max(found.honestMs, performance.now() - began);
  if (leadsTo(answer) !== '/track') found.honestRefused.push(`${number}: ${answer.status}`);
}
