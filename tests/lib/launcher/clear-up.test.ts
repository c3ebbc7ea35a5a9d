import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clearUp, clearUpWhenQuiet } from '@/scripts/launcher/clear-up.mjs';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

/** Forty megabytes of numbers that cannot be told in fewer. */
const much = () => Array.from({ length: 5_000_000 }, (_, nth) => nth + 0.5);

test('a process that fell quiet clears up, once, and again when enough was left behind', async () => {
  const clear = vi.fn(async () => {});
  const left = [much()];
  const begin = clearUpWhenQuiet(clear);
  const [one, other] = [new EventEmitter(), new EventEmitter()];
  begin(one);
  begin(other);
  await vi.advanceTimersByTimeAsync(60_000);
  one.emit('close');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(clear).not.toHaveBeenCalled();

  other.emit('close');
  await vi.advanceTimersByTimeAsync(2_900);
  expect(clear).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(clear).toHaveBeenCalledTimes(1);

  const visit = async () => {
    const answer = new EventEmitter();
    begin(answer);
    answer.emit('close');
    await vi.advanceTimersByTimeAsync(3_100);
  };
  await visit();
  expect(clear).toHaveBeenCalledTimes(1);
  left.push(much());
  await visit();
  expect(clear).toHaveBeenCalledTimes(2);
  expect(left).toHaveLength(2);
});

test('what nothing holds any more is gone', async () => {
  vi.useRealTimers();
  const kept = much();
  const [held, gone] = [new WeakRef(kept), new WeakRef(much())];
  await clearUp();
  await clearUp();
  expect(gone.deref()).toBeUndefined();
  expect(held.deref()).toBe(kept);
});
