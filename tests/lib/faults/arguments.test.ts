import { expect, test } from 'vitest';
import { readFaults } from '@/scripts/faults/arguments';
import { faultsOf, lineOf, nothing, plus } from '@/scripts/faults/outcome';

const names = ['conflicts', 'disk-full'];
const read = (...args: string[]) => readFaults(args, names);

test('names, how many, and whether to begin anew', () => {
  const none = { only: [], times: undefined, fresh: false, rest: [] };
  expect(read()).toEqual(none);
  expect(read('--only', 'conflicts,disk-full')).toEqual({ ...none, only: names });
  expect(read('--times', '20', '--only', 'conflicts', '--fresh')).toEqual({
    ...{ only: ['conflicts'], times: 20, fresh: true },
    rest: ['--times', '20', '--fresh'],
  });
});

test.each([
  [['--only', 'conflict'], 'There is no conflict; there are conflicts, disk-full.'],
  [['--times', '0'], '--times 0: how many is that?'],
  [['--times'], '--times : how many is that?'],
  [['conflicts'], 'conflicts is not understood; there are --only, --times and --fresh.'],
])('%s is not understood', (args, problem) => {
  expect(read(...args)).toEqual({ problem });
});

test('portions add up; of waits the longest stays', () => {
  const one = { done: 3, wrong: { lost: 0 }, seen: { kills: 1 }, longestMs: { back: 900 } };
  const other = { done: 2, wrong: { lost: 1, twice: 2 }, seen: {}, longestMs: { back: 2_040 } };
  const both = plus(plus(nothing, one), other);
  expect(both).toEqual({
    ...{ done: 5, wrong: { lost: 1, twice: 2 }, seen: { kills: 1 }, longestMs: { back: 2_040 } },
  });
  expect(faultsOf(both)).toBe(3);
  expect(faultsOf(one)).toBe(0);
  expect(lineOf(both, 'kills')).toBe('5 kills, 1 lost, 2 twice, 1 kills, back 2.0 s at most');
});
