import { afterEach, expect, it, vi } from 'vitest';
import { now } from '@/lib/time/now';

afterEach(() => vi.useRealTimers());

it('reads the clock', () => {
  vi.useFakeTimers({ now: new Date('2026-11-16T00:12:00Z') });
  expect(now()).toEqual(new Date('2026-11-16T00:12:00Z'));
});
