import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { SHARE_ENV, Worker, type WorkerOptions } from 'node:worker_threads';
import { bundled } from '@/scripts/launcher/bundled.mjs';
import { root } from '@/scripts/launcher/root';
import type { Batch } from './batch';
import type { Ground } from './scene';
import type { FilingDay } from './seasons';

/**
 * Each thread compiles everything for itself, again and again with the usual settings: a tenth of all its time.
 * Simple compiling at once, and thorough compiling only of what has run three times as long, costs a sixth less.
 */
const compiling = ['--always-sparkplug', '--interrupt-budget=400000'] as const;

const settings: WorkerOptions = {
  /** A case is made of much that is thrown away at once: room for it costs less than clearing up. */
  resourceLimits: { maxYoungGenerationSizeMb: 96 },
  /** What the database and the keys are is known only after the threads were started. */
  env: SHARE_ENV,
};

/** Threads that wait for the ground and then for batches. */
export type Crew = readonly Hand[];

/**
 * Does something with threads that begin to read their code at once, so that they have read it by the time there
 * is something to play. They end with it.
 */
export async function withCrew<T>(work: (crew: Crew) => Promise<T>): Promise<T> {
  for (const it of compiling) setFlagsFromString(it);
  const code = bundled(root, 'scripts/generate/worker.ts');
  const threads = Math.min(availableParallelism(), 8);
  const crew = Array.from({ length: threads }, () => hand(new Worker(code, settings)));
  try {
    return await work(crew);
  } finally {
    await Promise.all(crew.map((it) => it.end()));
  }
}

/**
 * Batches played in several threads, handed over in order. Each thread is at most one batch ahead of
 * whoever writes, so that memory stays flat however many cases are made.
 */
export async function* played(
  ground: Ground,
  batches: readonly FilingDay[][],
  crew: Crew,
): AsyncGenerator<Batch> {
  for (const it of crew) it.settle(ground);
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
}

type Hand = ReturnType<typeof hand>;

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
    settle: (ground: Ground): void => worker.postMessage({ ground }),
    play(days: FilingDay[]): Promise<Batch> {
      const answer = new Promise<Batch>((resolve, reject) => {
        if (broken) reject(broken);
        else asked.push({ resolve, reject });
      });
      // Whoever waits for it hears of it; until then it is no unhandled rejection.
      answer.catch(() => {});
      worker.postMessage({ days });
      return answer;
    },
    end: () => worker.terminate(),
  };
}
