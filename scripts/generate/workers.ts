import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Batch } from './batch';
import type { Ground } from './scene';
import type { FilingDay } from './seasons';

/** The thread begins as plain JavaScript and learns TypeScript first, as the scripts themselves do. */
const start = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL('./worker.ts', import.meta.url).href)});
});`;

/**
 * Each thread compiles everything for itself, again and again with the usual settings: a tenth of all its time.
 * Simple compiling at once, and thorough compiling only of what has run three times as long, costs a sixth less.
 */
const compiling = ['--always-sparkplug', '--interrupt-budget=400000'] as const;

/** A case is made of much that is thrown away at once: room for it costs less than clearing up. */
const resourceLimits = { maxYoungGenerationSizeMb: 96 };

/**
 * Batches played in several threads, handed over in order. Each thread is at most one batch ahead of
 * whoever writes, so that memory stays flat however many cases are made.
 */
export async function* played(
  ground: Ground,
  batches: readonly FilingDay[][],
  threads: number,
): AsyncGenerator<Batch> {
  for (const it of compiling) setFlagsFromString(it);
  const crew = Array.from({ length: Math.min(threads, batches.length) }, () =>
    hand(new Worker(start, { eval: true, workerData: ground, resourceLimits })),
  );
  try {
    const waiting: Promise<Batch>[] = [];
    let next = 0;
    const ask = (): void => {
      const days = batches[next];
      const worker = crew[next % crew.length];
      next += 1;
      if (days && worker) waiting.push(worker.play(days));
    };
    for (let nth = 0; nth < crew.length * 2; nth++) ask();
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      const done = await batch;
      ask();
      yield done;
    }
  } finally {
    await Promise.all(crew.map((it) => it.end()));
  }
}

/** One thread: answers come in the order of what was asked. */
function hand(worker: Worker) {
  const asked: { resolve(batch: Batch): void; reject(error: Error): void }[] = [];
  let broken: Error | null = null;
  const fail = (error: Error) => {
    broken = error;
    for (const it of asked.splice(0)) it.reject(error);
  };
  worker.on('message', (batch: Batch) => asked.shift()?.resolve(batch));
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`a thread ended with ${code}`)));
  return {
    play(days: FilingDay[]): Promise<Batch> {
      const answer = new Promise<Batch>((resolve, reject) => {
        if (broken) reject(broken);
        else asked.push({ resolve, reject });
      });
      // Whoever waits for it hears of it; until then it is no unhandled rejection.
      answer.catch(() => {});
      worker.postMessage(days);
      return answer;
    },
    end: () => worker.terminate(),
  };
}
