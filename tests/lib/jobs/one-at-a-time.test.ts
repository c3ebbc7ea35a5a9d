import type { JobHelpers, Task } from 'graphile-worker';
import { expect, it } from 'vitest';
import { oneAtATime } from '@/lib/jobs/one-at-a-time';

const helpers = {} as JobHelpers;

/** A task that goes on until it is told to end, and counts how often it was begun. */
function slow() {
  const ends: ((error?: Error) => void)[] = [];
  const task: Task = () =>
    new Promise<void>((resolve, reject) => {
      ends.push((error) => (error ? reject(error) : resolve()));
    });
  return { task, ends };
}

it('does not begin a task that is still at work, and begins it again once it has ended', async () => {
  const { task, ends } = slow();
  const { sweep } = oneAtATime({ sweep: task });
  const first = sweep?.({}, helpers);
  await sweep?.({}, helpers);
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await first;
  sweep?.({}, helpers);
  expect(ends).toHaveLength(2);
});

it('lets different tasks work side by side', () => {
  const [one, other] = [slow(), slow()];
  const { report, sweep } = oneAtATime({ report: one.task, sweep: other.task });
  report?.({}, helpers);
  sweep?.({}, helpers);
  expect([one.ends.length, other.ends.length]).toEqual([1, 1]);
});

it('hands on what a task throws, and begins it again', async () => {
  const { task, ends } = slow();
  const { report } = oneAtATime({ report: task });
  const first = report?.({}, helpers);
  ends[0]?.(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  report?.({}, helpers);
  expect(ends).toHaveLength(2);
});
