import { expect, it } from 'vitest';
import { BinaryRows } from '@/scripts/generate/binary-rows';
import { joined } from '@/scripts/generate/copy-in';

const types = { id: 'int4', name: 'text' };

function rowsOf(...rows: { id: number; name: string }[]): Uint8Array {
  const binary = new BinaryRows({ id: 0, name: '' }, types);
  for (const row of rows) binary.add(row);
  return binary.bytes();
}

const first = { id: 1, name: '暖气' };
const second = { id: 2, name: '消防通道' };
const third = { id: 3, name: '' };

it('several pieces read as one that was never cut', () => {
  const pieces = joined([rowsOf(first), rowsOf(second), rowsOf(third)]);
  expect(Buffer.concat(pieces)).toEqual(Buffer.from(rowsOf(first, second, third)));
});

it('one piece is left as it is', () => {
  expect(Buffer.concat(joined([rowsOf(first, second)]))).toEqual(
    Buffer.from(rowsOf(first, second)),
  );
});

it('pieces merely laid one after another do not', () => {
  const laid = Buffer.concat([rowsOf(first), rowsOf(second)]);
  expect(laid).not.toEqual(Buffer.from(rowsOf(first, second)));
});
