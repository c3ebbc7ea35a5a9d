import type { Which } from '@/lib/measures/cases';
import type { HeadlineKey, MeasureKey, Origin } from '@/lib/measures/define';
import type { ListKey } from '@/lib/measures/lists';
import type { Period } from '@/lib/measures/period';

/** What every address of this part carries. */
export interface Place {
  period: Pick<Period, 'fromOn' | 'toOn'>;
  /** Code; null: all. */
  unit: string | null;
  alone?: boolean | undefined;
}

function addressOf(path: string, { period, unit, alone }: Place, more: Record<string, string>) {
  return `${path}?${new URLSearchParams({
    ...more,
    ...(unit ? { unit } : {}),
    ...(unit && alone ? { alone: '1' } : {}),
    from: period.fromOn,
    to: period.toOn,
  })}`;
}

export const overviewAddress = (place: Place): string => addressOf('/supervision', place, {});

/** The same page with another rate drawn. */
export const plotAddress = (place: Place, plot: HeadlineKey): string =>
  `${addressOf('/supervision', place, { plot })}#units`;

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

export const listAddress = (list: ListKey, place: Place, after?: string): string =>
  addressOf('/supervision/cases', place, { list, ...(after ? { after } : {}) });
