import { expect, test } from 'vitest';
import { addressIn, beginningOf, networkOf } from '@/lib/auth/address';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['unknown', 'unknown'],
])('%s lies in %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('only the nearest hop is taken, the others may be invented', () => {
  expect(addressIn('1.2.3.4, 203.0.113.7')).toBe('203.0.113.7');
  expect(addressIn(null)).toBe('unknown');
});

test.each([
  ['203.0.113.7', '203.0.113.*'],
  ['::ffff:203.0.113.7', '203.0.113.*'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:*'],
  ['::1', '0:0:0:*'],
  ['unknown', ''],
])('of %s only %j is kept', (address, kept) => expect(beginningOf(address)).toBe(kept));
