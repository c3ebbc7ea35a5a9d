import {
  furtherKeys,
  headlineKeys,
  type MeasureKey,
  measureKeys,
  type TimedKey,
  timedKeys,
} from '../define';
import { flowKeys } from '../flows';
import { type ListKey, listKeys, lists } from '../lists';

/** Lists of what fell into a period. */
export const isPeriodList = (key: ListKey): boolean => lists[key].spans === 'period';
export const periodLists = listKeys.filter(isPeriodList);

/** How long what is timed took, beside whether it was in time. */
export type TookKey = `took:${TimedKey}`;
export const tookKeys = timedKeys.map((key): TookKey => `took:${key}`);

/**
 * What another case changes, or a supervisor's word about two of them, without a step of the case it is counted for: kept by
 * nobody, and counted from its rows.
 */
const livingKeys: readonly string[] = [
  'lasting30',
  'lasting90',
  'lasting180',
] satisfies MeasureKey[];
export const isKept = (key: RolledKey): boolean => !livingKeys.includes(key);

/** Everything that is counted over a period: the measures, answered rounds, lists, and how long things took. */
export type RolledKey = MeasureKey | 'rounds' | ListKey | TookKey;
export const rolledKeys: readonly RolledKey[] = [
  ...measureKeys.filter(isKept),
  'rounds',
  ...periodLists,
  ...tookKeys,
];

/** What is asked together lies together: a page reads no more than it shows. */
const parts = ['headline', 'further', 'flow', 'list', 'took'] as const;
export type RolledPart = (typeof parts)[number];

/** Elements of this part are no numbers that could be added up to a week. */
export const tookPart: RolledPart = 'took';

const among = (keys: readonly string[], key: string) => keys.includes(key);

export function partOf(key: RolledKey): RolledPart {
  if (among(headlineKeys, key)) return 'headline';
  if (among(furtherKeys, key)) return 'further';
  if (among(flowKeys, key)) return 'flow';
  return among(tookKeys, key) ? tookPart : 'list';
}

export const isTookKey = (key: RolledKey): key is TookKey => among(tookKeys, key);
export const isMeasure = (key: RolledKey): key is MeasureKey => among(measureKeys, key);

export const timedOf = (key: TookKey): TimedKey => key.slice('took:'.length) as TimedKey;
