import { expect, it } from 'vitest';
import { readWanted } from '@/scripts/generate/arguments';
import { BinaryRows, type Types } from '@/scripts/generate/binary-rows';
import { Growing } from '@/scripts/generate/growing';
import { readBinary } from './read-binary';

function cellsOf(row: object, types: Types = {}): (string | null)[] {
  const rows = new BinaryRows(row, types);
  rows.add(row);
  return readBinary(rows.bytes())[0]?.map((it) => it?.toString('hex') ?? null) ?? [];
}

const hex = (text: string): string => Buffer.from(text).toString('hex');

it('writes cells as PostgreSQL receives them', () => {
  const types = { b: 'bool', c: 'int4', d: 'int2', e: 'timestamptz', f: 'uuid' };
  const row = {
    ...{ a: null, b: true, c: -7, d: 1, e: new Date('2000-01-01T00:00:00.001Z') },
    ...{ f: '018f3a2b-4c5d-7e6f-8a9b-0c1d2e3f4a5b', g: '字é😀\t' },
  };
  expect(cellsOf(row, types)).toEqual([
    ...[null, '01', 'fffffff9', '0001', '00000000000003e8'],
    ...['018f3a2b4c5d7e6f8a9b0c1d2e3f4a5b', hex('字é😀\t')],
  ]);
  const before = { at: new Date('1999-12-31T23:59:59.999Z') };
  expect(cellsOf(before, { at: 'timestamptz' })).toEqual(['fffffffffffffc18']);
});

it('tells lists from JSON by the column, not by the value', () => {
  const list = '00000001000000000000001900000001000000010000000178';
  expect(cellsOf({ a: ['x'] }, { a: '_text' })).toEqual([list]);
  expect(cellsOf({ a: [] }, { a: '_uuid' })).toEqual(['000000000000000000000b86']);
  expect(cellsOf({ a: ['x'] }, { a: 'jsonb' })).toEqual([`01${hex('["x"]')}`]);
});

it('refuses what is no UUID', () => {
  expect(() => cellsOf({ a: 'no such thing' }, { a: 'uuid' })).toThrow('is no UUID');
});

it('makes room as it grows, and writes text of any length', () => {
  const grown = new Growing(2);
  const texts = ['a', '字'.repeat(30), 'é', '😀'.repeat(40), 'x'.repeat(500)];
  for (const it of texts) grown.text(it);
  expect(grown.written.toString()).toBe(texts.join(''));
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
