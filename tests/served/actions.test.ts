// ASVS 5.0: 2.2.2, 2.3.1, 8.2.1, 8.3.1, 15.3.3
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actions } from '../support/matrix/actions';
import { type Calling, setsOf, withoutProof, wrongCalls } from '../support/matrix/calls';
import { watchChanges } from '../support/served/changes';
import { entriesOfTheBuild } from '../support/served/entries';
import { type Served, served } from '../support/served/served';

let here: Served;
let calling: Calling;

beforeAll(async () => {
  here = await served();
  await watchChanges();
  const { ask, world, web } = here;
  const origin = `http://127.0.0.1:${web.port}`;
  calling = { ask, world, origin, entries: entriesOfTheBuild() };
});
afterAll(() => here?.close());

it('the table has a line for every action of the build, and no other', () => {
  expect(Object.keys(actions).sort()).toEqual([...calling.entries.actions.keys()].sort());
});

it('whoever may not change anything by an action changes nothing, with scripts and without', async () => {
  const startedAt = performance.now();
  const { calls, wrong } = await wrongCalls(setsOf(actions, here.world), calling);
  process.stdout.write(
    `${calls} calls of actions in ${Math.round((performance.now() - startedAt) / 1000)} s\n`,
  );
  expect(wrong).toEqual([]);
  expect(calls).toBeGreaterThan(3_000);
});

it('control: an action open to somebody the table does not name is told', async () => {
  const [row] = actions['app/actions/filters.ts keepFilter'] ?? [];
  if (!row) throw new Error('no such line');
  const rows = { 'app/actions/filters.ts keepFilter': [{ ...row, may: () => false }] };
  const { wrong } = await wrongCalls(setsOf(rows, here.world), calling);
  expect(wrong).toContain(
    'app/actions/filters.ts keepFilter 1 about own, scripted: insert SavedFilter',
  );
});

it('the same arguments change something for whoever may', async () => {
  const sets = setsOf(actions, here.world);
  expect(await withoutProof(sets, calling)).toEqual([]);
});
