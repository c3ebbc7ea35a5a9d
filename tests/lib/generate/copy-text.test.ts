import { expect, it } from 'vitest';
import { readWanted } from '@/scripts/generate/arguments';
import { CopyLines } from '@/scripts/generate/copy-text';

const line = (row: object, shapes = {}) => {
  const lines = new CopyLines(row, shapes);
  lines.add(row);
  return Buffer.from(lines.bytes()).toString();
};

it('writes what COPY reads', () => {
  const at = new Date('2026-01-02T03:04:05.006Z');
  expect(line({ a: null, b: true, c: 7, d: at, e: '字' })).toBe(
    '\\N\tt\t7\t2026-01-02T03:04:05.006Z\t字\n',
  );
  expect(line({ a: 'a\tb\\c\nd' })).toBe('a\\tb\\\\c\\nd\n');
});

it('tells lists from JSON by the column, not by the value', () => {
  expect(line({ a: ['x"', 'y'] }, { a: 'list' })).toBe('{"x\\\\"","y"}\n');
  expect(line({ a: ['x'] }, { a: 'json' })).toBe('["x"]\n');
  expect(line({ a: { k: '\n' } }, { a: 'json' })).toBe('{"k":"\\\\n"}\n');
});

it('reads the command line, or says what is wrong', () => {
  expect(readWanted([])).toEqual({
    cases: 100_000,
    years: 3,
    units: 400,
    seed: 7,
    until: '2026-11-20',
  });
  expect(readWanted(['--cases', '0'])).toEqual({ problem: '--cases 0 cannot be used.' });
  expect(readWanted(['--units', '12'])).toEqual({ problem: '--units 12 cannot be used.' });
  expect(readWanted(['--until', '2026-02-30'])).toHaveProperty('problem');
  expect(readWanted(['--rubbish'])).toHaveProperty('problem');
});
