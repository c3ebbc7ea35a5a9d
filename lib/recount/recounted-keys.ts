import { type MeasureKey, measureKeys } from '@/lib/measures/define';
import type { ListKey } from '@/lib/measures/lists';

/**
 * The log's steps are not read for the first two yet; and the log never holds where a case is, by which the others
 * are counted. docs/measures.md says so.
 */
const notYet: readonly MeasureKey[] = [
  'handedOver',
  'decide',
  'lasting30',
  'lasting90',
  'lasting180',
];

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
  ...measureKeys.filter((key) => !notYet.includes(key)),
  ...recountedLists,
];
