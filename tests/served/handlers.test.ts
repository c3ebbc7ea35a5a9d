// ASVS 5.0: 8.2.1, 8.2.2, 13.4.5
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Calling } from '../support/matrix/calls';
import { wrongAnswers } from '../support/matrix/handler-calls';
import { handlers } from '../support/matrix/handlers';
import { anyone } from '../support/matrix/rules';
import { entriesOfTheBuild } from '../support/served/entries';
import { type Served, served } from '../support/served/served';

let here: Served;
let calling: Calling;

beforeAll(async () => {
  here = await served();
  const { ask, world, web } = here;
  calling = { ask, world, origin: `http://127.0.0.1:${web.port}`, entries: entriesOfTheBuild() };
});
afterAll(() => here?.close());

it('the table has a line for every route handler of the build, and no other', () => {
  expect(Object.keys(handlers).sort()).toEqual(calling.entries.handlers);
});

it('every route handler answers everybody as its line says', async () => {
  const { asked, wrong } = await wrongAnswers(handlers, calling);
  process.stdout.write(`${asked} questions to route handlers\n`);
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(1_000);
});

it('control: a line that says too much is told', async () => {
  const rows = { '/admin/areas/export': { rule: anyone() } };
  const { wrong } = await wrongAnswers(rows, calling);
  expect(wrong).toHaveLength(calling.world.callers.length - 2);
  expect(wrong).toContain('/admin/areas/export for leader: expected page, got to /not-here');
});
