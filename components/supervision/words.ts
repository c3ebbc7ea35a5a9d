import { tellingAt } from '@/components/appeals/telling';
import { nameIn } from '@/lib/i18n/names';
import { getTranslations } from '@/lib/i18n/words';
import type { MeasuredUnit } from '@/lib/measures/ask';
import type { Period } from '@/lib/measures/period';
import { periodWords } from './period-words';

type Named = Pick<MeasuredUnit, 'name' | 'nameEn'>;

/** The words most parts of these pages need, once for each. */
export async function supervisionWords(at: Date) {
  const [t, telling] = await Promise.all([getTranslations('supervision'), tellingAt(at)]);
  const span = (from: string, to: string) => t('period.span', { from, to });
  return {
    t,
    telling,
    unitName: (unit: Named | null) => (unit ? nameIn(telling.locale, unit) : ''),
    period: (period: Period) => periodWords(period, { last30: t('period.last30'), span }, telling),
  };
}
