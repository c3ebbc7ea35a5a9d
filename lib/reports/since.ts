import type { Tally } from '@/lib/measures/tally';
import type { Figures } from './figures';

const same = (one: Tally, other: Tally): boolean =>
  one.due === other.due && one.answered === other.answered && one.yes === other.yes;

/** What a figure is now; null where it is what it was, or where nobody measured it then. */
export function sinceThen(said: Tally | undefined, now: Tally | undefined): Tally | null {
  if (!said || !now) return null;
  return same(said, now) ? null : now;
}

const nothing: Tally = { due: 0, answered: 0, yes: 0, late: 0, heard: 0, heardYes: 0 };

/** The tallies of a unit now, those of one that had nothing then or has nothing now included. */
export const unitNow = (now: Figures, code: string): Figures['units'][number]['tallies'] =>
  now.units.find((it) => it.code === code)?.tallies ?? {
    response: nothing,
    solved: nothing,
    satisfiedResult: nothing,
    satisfiedHandling: nothing,
  };

/** How many figures of a report are others by now. */
export function countChanged(said: Figures, now: Figures): number {
  const changed = (
    one: Partial<Record<string, Tally>>,
    other: Partial<Record<string, Tally>>,
  ): number => Object.keys(one).filter((key) => sinceThen(one[key], other[key])).length;
  const rates = Object.entries(said.rates).map(([origin, tallies]) =>
    changed(tallies, now.rates[origin as keyof Figures['rates']]),
  );
  const units = said.units.map(({ code, tallies }) => changed(tallies, unitNow(now, code)));
  const lists = Object.entries(said.lists).filter(
    ([key, n]) => n !== now.lists[key as keyof Figures['lists']],
  );
  return [...rates, ...units, lists.length].reduce((sum, n) => sum + n, 0);
}
