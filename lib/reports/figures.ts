import {
  type HeadlineKey,
  headlineKeys,
  type MeasureKey,
  measureKeys,
  type Origin,
  origins,
} from '@/lib/measures/define';
import { flowKeys } from '@/lib/measures/flows';
import { type ListKey, listKeys } from '@/lib/measures/lists';
import type { Scope } from '@/lib/measures/population';
import { countDue, countLists } from '@/lib/measures/queries';
import { periodLists } from '@/lib/measures/rolled/keys';
import { type Tally, tallyOf } from '@/lib/measures/tally';

/**
 * What a report says of its period. Of nothing that is as it stands at a moment: each figure can be counted again
 * for the same period. A report of the past lacks what was measured only later.
 */
export interface Figures {
  rates: Record<Origin, Partial<Record<MeasureKey, Tally>>>;
  /** Rounds of each unit whose filers came by themselves, by code; those that had any. */
  units: { code: string; tallies: Partial<Record<HeadlineKey, Tally>> }[];
  lists: Partial<Record<ListKey, number>>;
}

/** What came and went first, then the rest. */
export const listsOf = ({ lists: kept }: Pick<Figures, 'lists'>): ListKey[] => [
  ...flowKeys,
  ...listKeys.filter((key) => kept[key] !== undefined && !flowKeys.some((it) => it === key)),
];

export async function countFigures(
  scope: Scope,
  units: readonly { id: string; code: string }[],
): Promise<Figures> {
  const [rows, counts] = await Promise.all([
    countDue(scope, measureKeys),
    countLists(scope, periodLists),
  ]);
  const own = rows.filter((it) => it.origin === 'own');
  return {
    rates: Object.fromEntries(
      origins.map((origin) => [
        origin,
        Object.fromEntries(
          measureKeys.map((key) => [
            key,
            tallyOf(rows.filter((it) => it.origin === origin && it.measure === key)),
          ]),
        ),
      ]),
    ) as Figures['rates'],
    units: units.flatMap(({ id, code }) => {
      const rowsOfUnit = own.filter((it) => it.unitId === id);
      const tallies = Object.fromEntries(
        headlineKeys.map((key) => [key, tallyOf(rowsOfUnit.filter((it) => it.measure === key))]),
      );
      return Object.values(tallies).some((it) => it.due > 0) ? [{ code, tallies }] : [];
    }),
    lists: counts,
  };
}
