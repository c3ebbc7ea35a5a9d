// ASVS 5.0: 2.4.1, 6.3.1, 6.6.3
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { askedCodes, guesses, mostTries } from '../support/attack/guesses';
import { force, mostEvaluated, ownDevices } from '../support/attack/passwords';
import { emptyCounters } from '../support/attack/timings';
import {
  forgetful,
  shutting,
  withoutDevices,
  withoutDigits,
  withoutSeal,
} from '../support/attack/worse';
import type { Calling } from '../support/matrix/calls';
import { entriesOfTheBuild } from '../support/served/entries';
import { type Served, served } from '../support/served/served';

/** A sample of `npm run security -- --only enumeration` and `brute-force`; docs/security.md has the figures. */

let here: Served;
let calling: Calling;
let jars: string[];
let marks: Map<string, string>;

beforeAll(async () => {
  here = await served({
    HUIYIN_TRUSTED_PROXIES: '127.0.0.1',
    HUIYIN_SMS_URL: 'http://127.0.0.1:9/sms',
  });
  const { ask, world, web } = here;
  calling = { ask, world, origin: `http://127.0.0.1:${web.port}`, entries: entriesOfTheBuild() };
  jars = await askedCodes(calling);
  marks = await ownDevices(calling);
});
beforeEach(() => emptyCounters());
afterAll(() => here?.close());

const seed = 7;
const most = (counts: Map<string, number>): number => Math.max(...counts.values());

it('guesses at numbers, links and codes find nothing and are slowed; residents get through', async () => {
  const found = await guesses(calling, 400, seed, 0, jars, 2);
  const { hits, broken, honestRefused, evaluated, refused, honest } = found;
  expect({ hits, broken, honestRefused, honest }).toEqual({
    ...{ hits: [], broken: [], honestRefused: [], honest: 4 },
  });
  expect(most(evaluated)).toBe(mostTries);
  expect(refused).toBe(200 - 2 * mostTries);
});

it('control: a server that asks for no digits, looks at no seal or forgets who tried is told', async () => {
  expect((await guesses(withoutDigits(calling), 200, seed, 0, jars)).hits).not.toEqual([]);
  expect((await guesses(withoutSeal(calling), 50, seed, 0, jars)).hits).not.toEqual([]);
  const forgotten = await guesses(forgetful(calling), 300, seed, 0, jars, 2);
  expect(most(forgotten.evaluated)).toBeGreaterThan(mostTries);
});

it('control: a server that shuts for everybody is told', async () => {
  const found = await guesses(shutting(30)(calling), 200, seed, 0, jars);
  expect(found.honestRefused).not.toEqual([]);
});

it('ten passwords an hour are looked at of each login, while its owner comes in', async () => {
  const { letIn, broken, evaluated, owners, ownersRefused } = await force(calling, 101, 0, marks);
  expect({ letIn, broken, owners, ownersRefused }).toEqual({
    ...{ letIn: [], broken: [], owners: 2, ownersRefused: [] },
  });
  expect([...evaluated.values()]).toEqual(Array(5).fill(mostEvaluated));
});

it('control: a server that forgets who tried looks at more; one that knows no browser keeps owners out', async () => {
  expect(most((await force(forgetful(calling), 60, 0, marks)).evaluated)).toBeGreaterThan(
    mostEvaluated,
  );
  await emptyCounters();
  const unknown = await force(withoutDevices(calling), 101, 0, marks);
  expect(unknown.ownersRefused).not.toEqual([]);
});
