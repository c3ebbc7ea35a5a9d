import { expect, test } from 'vitest';
import { type Act, checkHistory, type Operation } from '@/scripts/faults/check-history';

const clean = { lost: 0, doubled: 0, unsaid: 0, reordered: 0, cycles: 0 };
const put = (append: string, to = 'x'): Act => ({ append, to });
const saw = (read: string, of = 'x'): Act => ({ read: [...read], of });
const at = (from: number, to: number, ...acts: Act[]): Operation => ({
  ...{ from, to, acts },
  outcome: 'ok',
});
const refused = (operation: Operation): Operation => ({ ...operation, outcome: 'no' });
const open = (operation: Operation): Operation => ({ ...operation, outcome: 'open' });

test('what happened one after another is clean, also where much happened at once', () => {
  const history = [
    at(0, 9, put('a')),
    at(0, 9, put('b')),
    at(1, 8, saw('')),
    at(2, 9, saw('b')),
    refused(at(3, 5, put('c'))),
    at(10, 11, saw('ba'), put('d')),
    open(at(10, 12, put('e'))),
    at(20, 21, saw('bad')),
  ];
  expect(checkHistory(history)).toEqual(clean);
});

test('what nobody answered may have happened, also later', () => {
  expect(checkHistory([open(at(0, 1, put('a'))), at(2, 3, saw('')), at(4, 5, saw('a'))])).toEqual(
    clean,
  );
});

test('acknowledged and gone', () => {
  const history = [at(0, 1, put('a')), at(2, 3, put('b')), at(4, 5, saw('b'))];
  expect(checkHistory(history)).toMatchObject({ lost: 1 });
});

test('a list that was never read has lost what was appended', () => {
  expect(checkHistory([at(0, 1, put('a'))])).toMatchObject({ lost: 1 });
});

test('twice in one list', () => {
  expect(checkHistory([at(0, 1, put('a')), at(2, 3, saw('aa'))])).toMatchObject({ doubled: 1 });
});

test('refused, and there all the same', () => {
  const history = [refused(at(0, 1, put('a'))), at(2, 3, saw('a'))];
  expect(checkHistory(history)).toMatchObject({ unsaid: 1 });
  expect(checkHistory([at(2, 3, saw('z'))])).toMatchObject({ unsaid: 1 });
});

test('in another order for another reader', () => {
  const history = [
    at(0, 9, put('a')),
    at(0, 9, put('b')),
    at(1, 8, saw('ab')),
    at(2, 9, saw('ba')),
  ];
  expect(checkHistory(history)).toMatchObject({ reordered: 1 });
});

test('two who read the same and both append: one of them was not asked about the other', () => {
  const history = [at(0, 9, saw(''), put('a')), at(0, 9, saw(''), put('b')), at(10, 11, saw('ab'))];
  expect(checkHistory(history)).toEqual({ ...clean, cycles: 1 });
});

test('a reading that is older than it may be', () => {
  const history = [at(0, 1, put('a')), at(2, 3, saw('')), at(4, 5, saw('a'))];
  expect(checkHistory(history)).toEqual({ ...clean, cycles: 1 });
});

test('two lists whose readers saw two appends in two orders', () => {
  const history = [
    at(0, 9, put('a', 'x')),
    at(0, 9, put('b', 'y')),
    at(1, 9, saw('a', 'x'), saw('', 'y')),
    at(1, 9, saw('', 'x'), saw('b', 'y')),
    at(10, 11, saw('a', 'x'), saw('b', 'y')),
  ];
  expect(checkHistory(history)).toEqual({ ...clean, cycles: 1 });
});
