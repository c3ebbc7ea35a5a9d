import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assumedAt } from '@/lib/exchange/assumed-times';

const HOUR = 3_600_000;
const filedAt = new Date('2019-04-25T01:32:09Z');

it('keeps the order of the steps, after filing and not after the reply', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000 * 24 * HOUR }), (between) => {
      const answeredAt = new Date(filedAt.getTime() + between);
      const times = (['dispatch', 'accept', 'contact'] as const).map((verb) =>
        assumedAt(verb, filedAt, answeredAt).getTime(),
      );
      const all = [filedAt.getTime(), ...times, answeredAt.getTime()];
      expect(all).toEqual(all.toSorted((a, b) => a - b));
    }),
  );
});

it('charges no unit with being late, however long the reply took', () => {
  const answeredAt = new Date(filedAt.getTime() + 900 * 24 * HOUR);
  const after = (verb: 'dispatch' | 'accept' | 'contact') =>
    (assumedAt(verb, filedAt, answeredAt).getTime() - filedAt.getTime()) / HOUR;
  expect([after('dispatch'), after('accept'), after('contact')]).toEqual([0.5, 1, 12]);
});
