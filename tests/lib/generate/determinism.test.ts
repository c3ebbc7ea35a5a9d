import { expect, it } from 'vitest';
import { decrypt } from '@/lib/contacts/cipher';
import { idsOf } from '@/scripts/generate/ids';
import { readBinary } from './read-binary';
import { played } from './world';

const text = (seed: number, cases: number) =>
  played(seed, cases).tables.map((it) => [
    it.table,
    it.columns,
    Buffer.from(it.rows).toString('latin1'),
  ]);

it('makes the same rows from the same seed, byte for byte', () => {
  expect(text(7, 60)).toEqual(text(7, 60));
});

it('makes others from another seed', () => {
  const [one, other] = [text(7, 30), text(8, 30)];
  expect(one.map(([table]) => table)).toContain('Event');
  expect(one).not.toEqual(other);
});

it('gives ids in the shape of UUID v7 and none twice', () => {
  const made = [idsOf(7, 1, 1_700_000_000_000), idsOf(7, 2, 1_700_000_000_000)].flatMap((next) =>
    Array.from({ length: 4096 }, next),
  );
  expect(new Set(made).size).toBe(8192);
  expect(
    made.every((it) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/.test(it)),
  ).toBe(true);
});

it('refuses more ids than one case can count', () => {
  const next = idsOf(7, 1, 0);
  for (let nth = 0; nth < 4096; nth++) next();
  expect(next).toThrow('4096');
});

it('seals contacts that open again', () => {
  const contacts = played(7, 30).tables.find((it) => it.table === 'Contact');
  const columns = contacts?.columns ?? [];
  const opened = readBinary(contacts?.rows ?? new Uint8Array()).flatMap((cells) => {
    const at = (name: string) => cells[columns.indexOf(name)];
    const phone = at('phone')?.toString();
    const owner = at('voiceId')
      ?.toString('hex')
      .replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    return phone ? [decrypt(phone, owner ?? '')] : [];
  });
  expect(opened.length).toBeGreaterThan(10);
  expect(opened.every((it) => /^1\d{2}0000\d{4}$/.test(it))).toBe(true);
});
