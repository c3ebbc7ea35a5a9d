import { setTimeout as pause } from 'node:timers/promises';
import { type Spread, spreadOf } from '../figures';
import type { Arrival, Kind } from './arrivals';

export interface Level {
  asked: number;
  /** Milliseconds from when it should have been asked until it was answered. */
  spread: Spread;
  /** The first few things that went wrong, in words. */
  errors: string[];
  /** How late the asking itself began, 95th of a hundred, in milliseconds. */
  lateMs: number;
}

/** Does one thing; refused where it was not answered rightly. */
export type Deed = (nth: number) => Promise<unknown>;

/** More than these waiting at once means that it is not held; what is asked later is not asked. */
const mostWaiting = 1_000;

/**
 * Asks when it is time, whether or not what was asked before has been answered, and counts from when it was time: a
 * server that stands still for a second makes all late who would have come in it.
 */
export async function openLoop(
  due: readonly Arrival[],
  deeds: Readonly<Record<Kind, Deed>>,
): Promise<Level> {
  const millis: number[] = [];
  const late: number[] = [];
  const errors: string[] = [];
  const waiting = new Set<Promise<void>>();
  const counts: Record<Kind, number> = { create: 0, step: 0, page: 0 };
  const begun = performance.now();
  const ask = ({ kind, atMs }: Arrival) => {
    late.push(performance.now() - begun - atMs);
    const one = deeds[kind](counts[kind]++)
      .then(
        () => void millis.push(performance.now() - begun - atMs),
        (error: Error) => void errors.push(`${kind}: ${error.message}`),
      )
      .finally(() => waiting.delete(one));
    waiting.add(one);
  };
  for (const it of due) {
    const early = it.atMs - (performance.now() - begun);
    if (early > 1) await pause(early);
    if (waiting.size > mostWaiting) {
      errors.push(`more than ${mostWaiting} wait`);
      break;
    }
    ask(it);
  }
  await Promise.all(waiting);
  return {
    asked: late.length,
    spread: spreadOf(millis.length > 0 ? millis : [Number.POSITIVE_INFINITY]),
    errors,
    lateMs: spreadOf(late).p95,
  };
}
