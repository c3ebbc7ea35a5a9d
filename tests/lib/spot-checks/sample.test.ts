import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashOfList, hashOfSecret, isChosen, lotOf, publicValue } from '@/lib/spot-checks/sample';
import { atMost, checksOfEach, checksToMeetOne, checksToTell } from '@/lib/spot-checks/sample-size';

const beacon = {
  root: 'ab'.repeat(32),
  value: '03 07 11 19 24 33 + 08',
  secret: 'cd'.repeat(32),
};
const numbers = Array.from({ length: 20_000 }, (_, nth) => String(202_611_000_000 + nth));

describe('the sample', () => {
  it('is what an outsider works out with the three numbers, for every case', () => {
    const key = `${beacon.root}-${beacon.value}-${beacon.secret}`;
    const outside = numbers.filter((it) => {
      const lot = createHmac('sha256', key).update(it).digest();
      return lot.readUInt32BE(0) / 4_294_967_296 < 0.05;
    });
    expect(numbers.filter((it) => isChosen(beacon, it, 50))).toEqual(outside);
    expect(outside.length).toBeGreaterThan(900);
    expect(outside.length).toBeLessThan(1_100);
  });

  it('is another one with another root, value or secret', () => {
    for (const change of [{ root: 'ef'.repeat(32) }, { value: '04' }, { secret: '' }]) {
      const other = { ...beacon, ...change };
      const both = numbers.filter((it) => isChosen(beacon, it, 50) && isChosen(other, it, 50));
      // Two independent draws of 5 % share one in four hundred.
      expect(both.length).toBeLessThan(90);
    }
  });

  it('is everything at the whole, and a part of what a greater share draws', () => {
    expect(numbers.every((it) => isChosen(beacon, it, 1000))).toBe(true);
    const few = numbers.filter((it) => isChosen(beacon, it, 10));
    expect(few.length).toBeGreaterThan(0);
    expect(few.every((it) => isChosen(beacon, it, 100))).toBe(true);
  });

  it('is spelt as docs/spot-checks.md says', () => {
    // printf %s 202611000001 | openssl dgst -sha256 -hmac 00-1-ff
    expect(lotOf({ root: '00', value: '1', secret: 'ff' }, '202611000001')).toBe(
      createHmac('sha256', '00-1-ff').update('202611000001').digest('hex'),
    );
    expect(hashOfList(['2', '1'])).toBe(hashOfSecret('1\n2\n'));
    expect(publicValue(' ０３  07\t+ ａ ')).toBe('03 07 + A');
  });
});

describe('how many checks it takes', () => {
  it('agrees with what is published', () => {
    expect(checksToTell(0.95, 0.85)).toBe(67);
    expect(checksOfEach(0.95, 0.85)).toBe(150);
    expect(checksToMeetOne(0.05)).toBe(59);
    expect(checksToMeetOne(0.1)).toBe(29);
  });

  it('grows as the two come nearer, and refuses what cannot be told apart', () => {
    expect(checksToTell(0.95, 0.9)).toBeGreaterThan(checksToTell(0.95, 0.85));
    for (const [claimed, real] of [
      [0.85, 0.95],
      [0.9, 0.9],
      [1, 0.5],
    ] as const) {
      expect(() => checksToTell(claimed, real)).toThrow(RangeError);
    }
  });

  it('the exact tail is the sum of its terms', () => {
    expect(atMost(0, 3, 0.5)).toBeCloseTo(0.125, 12);
    expect(atMost(1, 3, 0.5)).toBeCloseTo(0.5, 12);
    expect(atMost(3, 3, 0.5)).toBeCloseTo(1, 12);
    expect(atMost(900, 1000, 0.9)).toBeGreaterThan(0.49);
    expect(atMost(4, 5, 1)).toBe(0);
    expect(atMost(0, 5, 0)).toBe(1);
  });
});
