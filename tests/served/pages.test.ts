// ASVS 5.0: 8.2.1, 8.2.2, 8.3.1
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageCells, wrongCells } from '../support/matrix/cells';
import { pages } from '../support/matrix/pages';
import { staff } from '../support/matrix/rules';
import type { World } from '../support/matrix/world';
import { entriesOfTheBuild } from '../support/served/entries';
import { type Served, served } from '../support/served/served';

let here: Served;
let world: World;

beforeAll(async () => {
  here = await served();
  world = here.world;
});
afterAll(() => here?.close());

it('the table has a line for every page of the build, and no other', () => {
  expect(Object.keys(pages).sort()).toEqual(entriesOfTheBuild().pages);
});

it('every page answers everybody as its line says, in every way it can be asked for', async () => {
  const cells = pageCells(pages, world);
  const startedAt = performance.now();
  const wrong = await wrongCells(cells, here.ask, world);
  process.stdout.write(
    `${cells.length} cells of pages in ${Math.round((performance.now() - startedAt) / 1000)} s\n`,
  );
  expect(wrong).toEqual([]);
  expect(cells.length).toBeGreaterThan(5_000);
});

it('control: a page that is served under another role is told', async () => {
  const cookies = new Map(world.callers.map((it) => [it.name, it.cookie]));
  const swapped = world.callers
    .filter((it) => it.name === 'handler')
    .map((it) => ({ ...it, cookie: cookies.get('administrator') ?? '' }));
  const rows = { '/admin/units': pages['/admin/units'], '/desk': pages['/desk'] } as typeof pages;
  const wrong = await wrongCells(pageCells(rows, { ...world, callers: swapped }), here.ask, world);
  expect(wrong.sort()).toEqual([
    '/admin/units for handler as data: expected to /not-here, got page',
    '/admin/units for handler as document: expected to /not-here, got page',
    '/desk for handler as data: expected page, got to /admin',
    '/desk for handler as document: expected page, got to /admin',
  ]);
});

it('control: a line that says too much, and words somebody may not know, are told', async () => {
  const dispatchers = world.callers.filter((it) => it.name === 'dispatcher');
  const blind = dispatchers.map((it) => ({ ...it, sees: [] }));
  const rows = { '/desk/causes': { rule: staff }, '/desk/search': pages['/desk/search'] };
  const cells = pageCells(rows as typeof pages, { ...world, callers: blind });
  const wrong = await wrongCells(cells, here.ask, world);
  expect(wrong).toContain(
    '/desk/causes for dispatcher as document: expected page, got to /not-here',
  );
  for (const { name } of world.cases) {
    expect(wrong).toContain(`/desk/search for dispatcher as document: tells of the case ${name}`);
    expect(wrong).toContain(`/desk/search for dispatcher as data: tells of the case ${name}`);
  }
});
