import { expect, it } from 'vitest';
import {
  mostAtOnce,
  readBulkCases,
  readBulkInput,
  readTicked,
  writeBulkCase,
} from '@/lib/desk/bulk';

const key = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;
const number = (nth: number) => `2026120${String(nth).padStart(5, '0')}`;

it('takes what was ticked once each, and says how many were too many', () => {
  const many = Array.from({ length: mostAtOnce + 3 }, (_, nth) => number(nth));
  const { ticked, left } = readTicked([...many, number(0)]);
  expect(ticked).toEqual(many.slice(0, mostAtOnce));
  expect(left).toBe(3);
  expect(readTicked(number(1))).toEqual({ ticked: [number(1)], left: 0 });
  expect(readTicked([null, 7, 'x', `${number(1)}; DROP`])).toEqual({ ticked: [], left: 0 });
});

it('reads its own marks again; of a case that came twice the first', () => {
  const cases = [1, 2].map((nth) => ({ caseNumber: number(nth), step: nth, formKey: key(nth) }));
  expect(readBulkCases(cases.map(writeBulkCase))).toEqual(cases);
  const twice = [...cases, { caseNumber: number(1), step: 9, formKey: key(9) }];
  expect(readBulkCases(twice.map(writeBulkCase))).toEqual(cases);
  expect(readBulkCases(`${number(1)}.1.${key(1)}`)).toEqual([cases[0]]);
});

it('takes no mark that is none of its own, and no more than are shown at once', () => {
  const good = `${number(1)}.1.${key(1)}`;
  expect(readBulkCases([good, 'x'])).toBeNull();
  expect(readBulkCases([good, `${number(1)}.1.${'-'.repeat(36)}`])).toBeNull();
  expect(readBulkCases(undefined)).toBeNull();
  const many = Array.from({ length: mostAtOnce + 1 }, (_, nth) => `${number(nth)}.1.${key(nth)}`);
  expect(readBulkCases(many)).toBeNull();
  expect(readBulkCases(many.slice(1))).toHaveLength(mostAtOnce);
});

it('a step that asks for something waits until it was chosen', () => {
  expect(readBulkInput('accept', {})).toEqual({});
  expect(readBulkInput('assign', {})).toBeNull();
  expect(readBulkInput('assign', { personId: 'x' })).toBeNull();
  expect(readBulkInput('dispatch', { unitId: key(1), personId: key(2) })).toEqual({
    unitId: key(1),
  });
});
