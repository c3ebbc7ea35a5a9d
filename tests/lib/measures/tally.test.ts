import { expect, test } from 'vitest';
import { answersThatCount, countsAs, measureKeys, measures } from '@/lib/measures/define';
import { type Counted, shareOf, tallyOf } from '@/lib/measures/tally';

const row = (it: Partial<Counted>): Counted => ({
  measure: 'solved',
  unitId: null,
  origin: 'own',
  answer: null,
  heard: null,
  late: false,
  n: 1,
  ...it,
});

test('silence is due and neither yes nor no; interviews fill nothing', () => {
  const tally = tallyOf([
    row({ answer: 'yes', n: 7 }),
    row({ answer: 'partly', n: 2, late: true }),
    row({ answer: 'no', n: 1, heard: 'yes' }),
    row({ answer: 'cannot', n: 1 }),
    row({ n: 4 }),
    row({ n: 3, heard: 'yes' }),
    row({ n: 2, heard: 'no' }),
  ]);
  expect(tally).toEqual({ due: 20, answered: 11, yes: 7, late: 2, heard: 6, heardYes: 4 });
});

test('every answer is either a yes or a no', () => {
  for (const key of measureKeys) {
    const all = [...answersThatCount(key, 'yes'), ...answersThatCount(key, 'no')];
    expect(all.toSorted()).toEqual(Object.keys(measures[key].answers).toSorted());
  }
  expect(() => countsAs('solved', 'satisfied')).toThrow('no answer satisfied');
});

test('below five answers there is no share, from five on there is one', () => {
  expect(shareOf(4, 4)).toBeNull();
  expect(shareOf(5, 5)?.value).toBe(1);
  expect(shareOf(641, 902)?.value).toBeCloseTo(0.7106, 4);
});
