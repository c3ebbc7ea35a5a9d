import { beforeAll, expect, test } from 'vitest';
import { knownDevice, withDevice } from '@/lib/auth/known-device';
import { altered } from '../../support/altered';

beforeAll(() => {
  process.env.HUIYIN_SECRET ??= 'a secret of at least thirty-two characters';
});

test('a device knows the logins that signed in by it, each under a name of its own', () => {
  const first = withDevice(undefined, 'zhaolimin');
  const both = withDevice(first, 'sunyue');
  const names = ['zhaolimin', 'sunyue'].map((it) => knownDevice(both, it));
  expect(names.every(Boolean)).toBe(true);
  expect(new Set(names).size).toBe(2);
  expect(knownDevice(both, 'hewei')).toBeNull();
  expect(knownDevice(undefined, 'zhaolimin')).toBeNull();
});

test('a second sign-in keeps the name, so that tries go on being counted', () => {
  const cookie = withDevice(undefined, 'zhaolimin');
  const again = withDevice(withDevice(cookie, 'sunyue'), 'zhaolimin');
  expect(knownDevice(again, 'zhaolimin')).toBe(knownDevice(cookie, 'zhaolimin'));
});

test('a mark that was altered, or made for another login, is none', () => {
  const cookie = withDevice(undefined, 'zhaolimin');
  expect(knownDevice(altered(cookie), 'zhaolimin')).toBeNull();
  expect(knownDevice(altered(cookie, 0), 'zhaolimin')).toBeNull();
  expect(knownDevice('nonsense', 'zhaolimin')).toBeNull();
});

test('a computer many share keeps the latest five', () => {
  const logins = ['a', 'b', 'c', 'd', 'e', 'f'];
  const cookie = logins.reduce<string | undefined>(withDevice, undefined);
  expect(logins.filter((it) => knownDevice(cookie, it))).toEqual(['b', 'c', 'd', 'e', 'f']);
});
