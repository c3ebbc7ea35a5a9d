import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { log } from '@/lib/log';
import { mintSystem } from '@/lib/people/actor';

/** A case for which something is due: since when, and the row that says so, by which the search goes on. */
export interface Due {
  id: string;
  appealId: string;
  at: Date;
}

/** Where the search goes on: rows behind this one. */
export type Behind = Pick<Due, 'at' | 'id'>;

/** What the step is given: the same for all, or asked for each; null: nothing is to be done after all. */
type Input = Record<string, unknown>;
type Given = Input | ((appealId: string) => Promise<Input | null>);

export const batch = 200;
const inFlight = 6;

export const beginning: Behind = {
  at: new Date('1900-01-01T00:00:00Z'),
  id: '00000000-0000-0000-0000-000000000000',
};

/**
 * Takes one step on every case `find` names, oldest first, each case once, several at a time, through the
 * same gate as every other step. What is no longer due by then is refused there, so running it twice, or
 * in two processes, does nothing more. One case that cannot be moved does not keep the others waiting.
 *
 * @returns how many steps were taken.
 */
export async function sweep(
  verb: Verb,
  find: (behind: Behind) => Promise<Due[]>,
  input: Given = {},
): Promise<number> {
  const seen = new Set<string>();
  let taken = 0;
  let behind = beginning;
  for (;;) {
    const due = await find(behind);
    const fresh = [...new Set(due.map((it) => it.appealId))].filter((it) => !seen.has(it));
    for (const appealId of fresh) seen.add(appealId);
    taken += await takeAll(verb, fresh, input);
    const last = due.at(-1);
    if (!last || due.length < batch) return taken;
    behind = last;
  }
}

async function takeAll(verb: Verb, appealIds: string[], input: Given): Promise<number> {
  const waiting = appealIds.values();
  const worker = async (): Promise<number> => {
    let taken = 0;
    for (const appealId of waiting) taken += (await take(verb, appealId, input)) ? 1 : 0;
    return taken;
  };
  const all = await Promise.all(Array.from({ length: inFlight }, worker));
  return all.reduce((sum, it) => sum + it, 0);
}

async function take(verb: Verb, appealId: string, given: Given): Promise<boolean> {
  try {
    const input = typeof given === 'function' ? await given(appealId) : given;
    return input !== null && (await perform({ appealId, verb, input }, mintSystem())).ok;
  } catch (error) {
    log.error({ err: error, appealId, verb }, 'a case could not be moved');
    return false;
  }
}
