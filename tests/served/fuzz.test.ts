// ASVS 5.0: 1.4.2, 1.5.2, 2.2.1, 2.2.2, 15.3.5, 15.3.6, 15.3.7, 16.5.3
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beyondReading, fuzz } from '../support/attack/fuzz';
import { failing, writing } from '../support/attack/worse';
import type { Calling } from '../support/matrix/calls';
import { watchChanges } from '../support/served/changes';
import { entriesOfTheBuild } from '../support/served/entries';
import { type Served, served } from '../support/served/served';

/** A sample of `npm run security -- --only fuzz`; docs/security.md has the figures. */

let here: Served;
let calling: Calling;

beforeAll(async () => {
  here = await served({ HUIYIN_TRUSTED_PROXIES: '127.0.0.1' });
  await watchChanges();
  const { ask, world, web } = here;
  calling = { ask, world, origin: `http://127.0.0.1:${web.port}`, entries: entriesOfTheBuild() };
});
afterAll(() => here?.close());

const seed = 7;

it('900 hostile requests: none is answered 500, none changes a row though it is refused', async () => {
  const { broken, changed, told, refused } = await fuzz(calling, 900, seed);
  expect({ broken, changed, told }).toEqual({ broken: [], changed: [], told: [] });
  expect(refused).toBeGreaterThan(200);
});

it('control: a server that breaks on markup, and one that writes before it refuses, are told', async () => {
  expect((await fuzz(failing(calling), 90, seed)).broken).not.toEqual([]);
  expect((await fuzz(writing(calling), 90, seed)).changed).not.toEqual([]);
});

it('whoever opens something without scripts may leave the row that says so, and no other', () => {
  const opened = 'app/actions/reveal.ts revealContact, plain, by handler: {}';
  const decided = 'app/actions/photos.ts decidePhoto, plain, by reviewer: {}';
  expect(beyondReading(opened, ['insert Reveal'])).toEqual([]);
  expect(beyondReading(opened, ['insert Reveal', 'update Appeal'])).toEqual(['update Appeal']);
  expect(beyondReading(decided, ['insert Reveal'])).toEqual(['insert Reveal']);
});
