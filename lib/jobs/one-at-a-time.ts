import type { Task, TaskList } from 'graphile-worker';

/**
 * Tasks that look for themselves what is due: one that is still at work in this process is not begun beside itself,
 * where it would do the same work twice and keep from others the hands there are. It comes again with its next minute.
 * (Not by the queue's own names: what a process held that was killed, it would hold for four hours.)
 */
export function oneAtATime(tasks: TaskList): TaskList {
  const atWork = new Set<string>();
  const alone =
    (name: string, task: Task): Task =>
    async (...given) => {
      if (atWork.has(name)) return;
      atWork.add(name);
      try {
        await task(...given);
      } finally {
        atWork.delete(name);
      }
    };
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, task && alone(name, task)]),
  );
}
