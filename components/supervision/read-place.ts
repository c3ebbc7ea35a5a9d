import { type Which, whichWords } from '@/lib/measures/cases';
import { type Cut, channels } from '@/lib/measures/cut';
import { isMeasureKey, type MeasureKey, type Origin, origins } from '@/lib/measures/define';
import { isListKey, type ListKey } from '@/lib/measures/lists';
import { type Period, readPeriod } from '@/lib/measures/period';

export type Searched = Record<string, string | string[] | undefined>;

/** The first value of a name in an address; nothing for an empty one. */
export function first(searched: Searched, name: string): string | undefined {
  const value = searched[name];
  return (Array.isArray(value) ? value[0] : value) || undefined;
}

export interface ReadPlace {
  period: Period;
  /** False: the dates made no sense and the last 30 days stand in for them. */
  understood: boolean;
  unit: string | null;
  alone: boolean;
  cut: Cut;
}

export function readPlace(searched: Searched, at: Date, zone: string): ReadPlace {
  const dates = { from: first(searched, 'from'), to: first(searched, 'to') };
  return {
    ...readPeriod(dates, at, zone),
    unit: first(searched, 'unit') ?? null,
    alone: first(searched, 'alone') === '1',
    cut: {
      topic: first(searched, 'topic') ?? null,
      area: first(searched, 'area') ?? null,
      channel: channels.find((it) => it === first(searched, 'channel')) ?? null,
    },
  };
}

/** Which number the cases are wanted of; null where the address names none. */
export type Wanted =
  | { list: ListKey }
  | { list: null; measure: MeasureKey; which: Which; origin: Origin };

export function readWanted(searched: Searched): Wanted | null {
  const list = first(searched, 'list') ?? '';
  if (isListKey(list)) return { list };
  const measure = first(searched, 'measure') ?? '';
  const which = whichWords.find((it) => it === (first(searched, 'answer') ?? 'due'));
  const origin = origins.find((it) => it === (first(searched, 'origin') ?? 'own'));
  return isMeasureKey(measure) && which && origin ? { list: null, measure, which, origin } : null;
}
