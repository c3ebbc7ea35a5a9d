// ASVS 5.0: 2.3.4
import { expect, test, vi } from 'vitest';
import { perform, performWith } from '@/lib/appeals/perform';
import { appendLists } from '@/scripts/faults/append-lists';
import { conflictingPairs } from '@/scripts/faults/conflicting-pairs';
import { cutOffSendings } from '@/scripts/faults/cut-off-sendings';
import { faultsOf } from '@/scripts/faults/outcome';
import { untilFound } from '@/scripts/faults/until-found';
import { wrongClocks } from '@/scripts/faults/wrong-clocks';
import { ready } from '../support/county';

/** Samples of `npm run faults`; docs/operations.md has the figures. */

// On a busy machine each takes some minutes, by itself some seconds.
vi.setConfig({ testTimeout: 240_000 });

const cast = await ready();
const unguarded = performWith({ lock: true, step: false });

test('200 pairs of conflicting steps: one winner each, one event, the other told who', async () => {
  const { wrong, seen } = await conflictingPairs(cast, perform, 200);
  expect(
    Object.values(wrong).every((it) => it === 0),
    JSON.stringify(wrong),
  ).toBe(true);
  expect(seen.cases).toBeGreaterThan(10);
});

test('without the step a form was opened at there are two winners', async () => {
  const { wrong } = await conflictingPairs(cast, unguarded, 20);
  expect(wrong['with two winners']).toBeGreaterThan(0);
});

test('without the lock nobody is told clearly', async () => {
  const found = await conflictingPairs(cast, performWith({ lock: false, step: true }), 20);
  expect(found.wrong['with an unclear refusal']).toBeGreaterThan(10);
});

test('what six clients append and read at once happened in some order', async () => {
  const { wrong, seen } = await appendLists(cast, perform, 400);
  expect(wrong).toEqual({
    ...{ lost: 0, doubled: 0, unsaid: 0, reordered: 0, cycles: 0 },
    'without an answer': 0,
  });
  expect(seen['appends taken']).toBeGreaterThan(60);
});

test('without the step a form was opened at it did not', async () => {
  const found = await untilFound(10, 'cycles', () => appendLists(cast, unguarded, 200));
  expect(found.wrong.cycles).toBeGreaterThan(0);
  expect(faultsOf(found)).toBe(found.wrong.cycles);
});

test('who is killed between sending and marking has it sent again, under the same key', async () => {
  const ownerUrl = process.env.DATABASE_URL ?? '';
  const { wrong, seen } = await cutOffSendings(ownerUrl, 16);
  expect(Object.values(wrong)).toEqual([0, 0, 0, 0]);
  expect(seen).toEqual({ kills: 2, 'taken more than once': 16 });
  // Controls: a gateway that does not know the key, and marking before sending.
  const unkeyed = await cutOffSendings(ownerUrl, 2, { keyed: false });
  expect(unkeyed.wrong['messages doubled']).toBe(2);
  const marked = await cutOffSendings(ownerUrl, 2, { markedFirst: true });
  expect(marked.wrong['messages missing']).toBe(2);
});

test('with clocks ten days fast and slow nothing expired comes back, and nothing is handed out by them', async () => {
  const ownerUrl = process.env.DATABASE_URL ?? '';
  const { personId } = cast.actors.get('sunyue') ?? { personId: '' };
  expect((await wrongClocks(ownerUrl, personId, 2)).wrong).toEqual({
    'expired that came back': 0,
    'valid that was refused': 0,
    'handed out for too short or too long': 0,
    'filed at a wrong time': 0,
    'not answered': 0,
  });
  // Control: by their own clocks a session and a link come back, and what is handed out ends at a wrong time.
  const { wrong } = await wrongClocks(ownerUrl, personId, 2, false);
  expect(wrong).toMatchObject({ 'expired that came back': 2, 'valid that was refused': 2 });
  expect(wrong['handed out for too short or too long']).toBe(4);
});
