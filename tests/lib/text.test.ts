import { expect, it } from 'vitest';
import { literally } from '@/lib/text';

it('a pattern for words means just these', () => {
  expect(literally('暖气 100%_a\\')).toBe('暖气 100\\%\\_a\\\\');
  expect(literally('a\u0000b')).toBe('ab');
});

it('is cut between signs, never inside of one', () => {
  expect(literally('xx😀y', 3)).toBe('xx😀');
  expect(literally('xx😀y')).toBe('xx😀y');
  // Cut first, made a pattern then: no sign loses what makes it mean itself.
  expect(literally('x%y', 2)).toBe('x\\%');
});
