import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inFlight } from '@/lib/exchange/in-flight';

it('works on several at once, never more than allowed, one key in order', async () => {
  const hands = inFlight(3);
  let now = 0;
  let most = 0;
  const order: string[] = [];
  for (const [nth, key] of ['a', 'b', 'a', 'c', 'a', 'd', 'b'].entries()) {
    await hands.add(key, async () => {
      now += 1;
      most = Math.max(most, now);
      await pause(nth === 0 ? 20 : 2);
      order.push(`${key}${nth}`);
      now -= 1;
    });
  }
  await hands.done();
  expect(order).toHaveLength(7);
  expect(order.filter((it) => it.startsWith('a'))).toEqual(['a0', 'a2', 'a4']);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(3);
});

it('hands out what a work throws, and begins nothing after it', async () => {
  const hands = inFlight(1);
  let begun = 0;
  await hands.add('a', () => Promise.reject(new Error('gone')));
  await hands
    .add('a', async () => {
      begun += 1;
    })
    .catch(() => {});
  await expect(hands.done()).rejects.toThrow('gone');
  expect(begun).toBe(0);
});
