import { expect, test } from 'vitest';
import { doorWarning } from '@/lib/auth/door';

test.each([
  ['http://localhost:3000', 'localhost:3000', null],
  ['http://localhost:3000', '127.0.0.1:3000', null],
  ['http://localhost:3000', '[::1]:3000', null],
  ['http://localhost:3000', '192.168.1.8:3000', 'unencrypted'],
  ['http://huiyin.example', 'huiyin.example', 'unencrypted'],
  ['http://localhost:3000', null, 'unencrypted'],
  ['http://localhost:3000', '127.0.0.1.evil.example', 'unencrypted'],
  ['https://huiyin.example', 'huiyin.example', null],
  ['https://huiyin.example', '10.0.0.4:3000', 'otherAddress'],
])('public address %s, reached at %s: %s', (publicUrl, host, warning) => {
  expect(doorWarning(publicUrl, host)).toBe(warning);
});
