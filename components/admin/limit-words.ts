import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import type { CategoryRow } from '@/lib/categories/tree';
import { getTranslations } from '@/lib/i18n/words';
import type { Allowance } from '@/lib/sla/limit';

/** How limits are spoken of on every page of the rules. */
export async function limitWords(tree: readonly CategoryRow[]) {
  const [t, words, locale] = await Promise.all([
    getTranslations('adminLimits'),
    getTranslations('words'),
    readerLocale(),
  ]);
  const names = new Map(tree.map((it) => [it.id, nameOf(it, locale)]));
  const amount = ({ amount: count, unit }: Allowance): string =>
    words(`limitUnit.${unit}`, { amount: count });
  return {
    t,
    locale,
    amount,
    urgency: (it: string | null): string => (it ? words(`urgency.${it}`) : t('anyUrgency')),
    category: (id: string | null): string => (id ? (names.get(id) ?? '') : t('anyCategory')),
    /** A number of a rule set: so many days, or so many times. */
    setting: (it: { amount: number; unit: Allowance['unit'] | null }): string =>
      it.unit ? amount({ amount: it.amount, unit: it.unit }) : t('times', { count: it.amount }),
  };
}
