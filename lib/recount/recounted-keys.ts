import { type MeasureKey, measureKeys } from '@/lib/measures/define';
import type { ListKey } from '@/lib/measures/lists';

/** The log never holds where a case is, by which these are counted. docs/measures.md says so. */
const notInLog: readonly MeasureKey[] = ['lasting30', 'lasting90', 'lasting180'];

/** Lists of a period beside the rates. Neither who was pressed nor how a call ended is in the log. */
const recountedLists = [
  'filed',
  'closed',
  'unresolved',
  'unasked',
  'passedOn',
] as const satisfies ListKey[];

export type RecountedKey = MeasureKey | (typeof recountedLists)[number];

/** What is counted a second time. */
export const recountedKeys: readonly RecountedKey[] = [
  ...measureKeys.filter((key) => !notInLog.includes(key)),
  ...recountedLists,
];

/** Of these the log tells only since steps say enough, case by case. */
export const newlyToldKeys: readonly RecountedKey[] = ['handedOver', 'decide'];
