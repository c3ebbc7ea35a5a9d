import { expect, test } from 'vitest';
import { readPageKey, writePageKey } from '@/lib/measures/page-key';

const key = {
  at: new Date('2026-10-11T01:00:00.123Z'),
  roundId: '0199d0c4-7c3e-7a51-9c56-8a1f6f3a2b10',
  who: '0199d0c4-7c3e-7a51-9c56-8a1f6f3a2b11',
};

test('reads what it wrote', () => {
  expect(readPageKey(writePageKey(key))).toEqual(key);
});

test('anything else is no key', () => {
  const wrong = [
    '',
    'x',
    '1.2.3',
    `NaN.${key.roundId}.${key.who}`,
    `1e99.${key.roundId}.${key.who}`,
  ];
  for (const text of [undefined, ...wrong, `${writePageKey(key)}.more`]) {
    expect(readPageKey(text)).toBeNull();
  }
});
