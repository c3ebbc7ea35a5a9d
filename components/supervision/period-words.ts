import { civilDay, civilMonth, type Telling } from '@/lib/i18n/dates';
import { isMonth, lastDays, type Period } from '@/lib/measures/period';

interface PeriodWords {
  last30: string;
  span(from: string, to: string): string;
}

/** `10月`, `近 30 天`, `10月3日至10月12日`; the year where it is not this one. */
export function periodWords(period: Period, words: PeriodWords, telling: Telling): string {
  const { fromOn, toOn } = period;
  if (isMonth(period)) return civilMonth(fromOn, telling);
  const usual = lastDays(30, telling.at, telling.zone);
  if (usual.fromOn === fromOn && usual.toOn === toOn) return words.last30;
  return words.span(civilDay(fromOn, telling), civilDay(toOn, telling));
}
