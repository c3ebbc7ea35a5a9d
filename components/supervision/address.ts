import type { Window } from '@/lib/lasting/watch';
import type { Dimension } from '@/lib/measures/breakdown';
import type { Which } from '@/lib/measures/cases';
import type { Cut } from '@/lib/measures/cut';
import type { HeadlineKey, MeasureKey, Origin } from '@/lib/measures/define';
import type { ListKey } from '@/lib/measures/lists';
import type { Period } from '@/lib/measures/period';
import type { UnservedKey } from '@/lib/measures/place-topics';

/** What every address of this part carries. */
export interface Place {
  period: Pick<Period, 'fromOn' | 'toOn'>;
  /** Code; null: all. */
  unit: string | null;
  alone?: boolean | undefined;
  /** The part of the cases that is asked about, where a page can be asked about one. */
  cut?: Cut | undefined;
}

const cutIn = (cut: Cut | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(cut ?? {}).flatMap(([by, part]) => (part ? [[by, part]] : [])));

export function addressOf(
  path: string,
  { period, unit, alone, cut }: Place,
  more: Record<string, string> = {},
): string {
  return `${path}?${new URLSearchParams({
    ...more,
    ...cutIn(cut),
    ...(unit ? { unit } : {}),
    ...(unit && alone ? { alone: '1' } : {}),
    from: period.fromOn,
    to: period.toOn,
  })}`;
}

export const overviewAddress = (place: Place): string =>
  addressOf('/supervision', { ...place, cut: undefined });

/** The same page with another rate drawn. */
export const plotAddress = (place: Place, plot: HeadlineKey): string =>
  `${addressOf('/supervision', { ...place, cut: undefined }, { plot })}#units`;

export interface BehindPlace extends Place {
  measure: MeasureKey;
  which: Which;
  origin: Origin;
}

export const casesAddress = (
  { measure, which, origin, ...place }: BehindPlace,
  after?: string,
): string =>
  addressOf('/supervision/cases', place, {
    measure,
    answer: which,
    ...(origin === 'own' ? {} : { origin }),
    ...(after ? { after } : {}),
  });

export interface BreakdownPlace extends Place {
  measure: MeasureKey;
  by: Dimension;
  origin: Origin;
}

/** A measure, told apart. */
export const breakdownAddress = ({ measure, by, origin, ...place }: BreakdownPlace): string =>
  addressOf('/supervision/breakdown', place, {
    measure,
    by,
    ...(origin === 'own' ? {} : { origin }),
  });

export const listAddress = (list: ListKey, place: Place, after?: string): string =>
  addressOf('/supervision/cases', place, { list, ...(after ? { after } : {}) });

/** Open cases by place and subject. */
export const placesAddress = (place: Place, list: UnservedKey): string =>
  addressOf('/supervision/places', place, { list });

/** The course of things, by month or by week. */
export const trendsAddress = (place: Place, by: 'month' | 'week'): string =>
  addressOf('/supervision/trends', { ...place, cut: undefined }, by === 'week' ? { by } : {});

/** Whether fixes last, watched for so many days. */
export const lastingAddress = (place: Place, days: Window): string =>
  addressOf(
    '/supervision/lasting',
    { ...place, cut: undefined },
    days === 30 ? {} : { days: `${days}` },
  );

/** What came back at one place about one subject. */
export const atPlaceAddress = (
  place: Place,
  { place: key, topicId }: { place: string; topicId: string },
): string =>
  addressOf('/supervision/lasting/place', { ...place, cut: undefined }, { key, subject: topicId });

/** An answer and a case that came after it. */
export const pairAddress = (pair: { roundId: string; laterId: string }): string =>
  `/supervision/lasting/${pair.roundId}/${pair.laterId}`;

/** Forms asked of staff; or the same as a table to take away. */
export const burdenAddress = (place: Place, file = false): string =>
  addressOf(`/supervision/burden${file ? '/file' : ''}`, { ...place, cut: undefined });
