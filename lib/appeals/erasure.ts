import { type CaseFile, pendingRequests } from './case-file';
import { lookBackEnds } from './look-back';
import { openCheck } from './spot-check';
import type { Rules } from './transition';

/** What goes of a closed case: contacts that somebody asked to have erased, all contacts, or every word. */
export const erasables = ['asked', 'contacts', 'words'] as const;
export type Erasable = (typeof erasables)[number];

/** How much of a case is still kept, and what it waits for: counted when an erasing step is taken. */
export interface Kept {
  contacts: number;
  devices: number;
  texts: number;
  photos: number;
  /** It is merged, directly or not, into a case that is open or may still be reopened. */
  leadOpen: boolean;
  /** When the last of the cases it is merged into was closed; null where it is merged into none. */
  leadClosedAt: Date | null;
}

export const nothingKept: Kept = {
  ...{ contacts: 0, devices: 0, texts: 0, photos: 0 },
  ...{ leadOpen: false, leadClosedAt: null },
};

const DAY = 86_400_000;

/**
 * Since when it may be erased; null while it may not: it is open, may be reopened or looked back on, is checked, or
 * somebody still has to decide something.
 */
export function erasableFrom(
  file: CaseFile,
  what: Exclude<Erasable, 'asked'>,
  kept: Kept,
  rules: Pick<Rules, 'contactDays' | 'wordDays'>,
  at: Date,
): Date | null {
  const { status, closedAt, reopenUntil } = file.appeal;
  if (status !== 'closed' || !closedAt || kept.leadOpen) return null;
  if ((reopenUntil && reopenUntil >= at) || openCheck(file)) return null;
  if (pendingRequests(file).length > 0) return null;
  const ends = lookBackEnds(file);
  if (ends && ends > at) return null;
  const since = Math.max(closedAt.getTime(), kept.leadClosedAt?.getTime() ?? 0);
  return new Date(since + (what === 'words' ? rules.wordDays : rules.contactDays) * DAY);
}
