import { lifecycle, type Verb } from '@/lib/appeals/lifecycle';
import type { Refusal } from '@/lib/appeals/refusals';
import { getTranslations } from '@/lib/i18n/words';

/** Says why a step is shut; of a wrong status also which would be right. */
export async function shutReason() {
  const [t, refusals, statusWords] = await Promise.all([
    getTranslations('desk.case'),
    getTranslations('refusals'),
    getTranslations('words.status'),
  ]);
  return (verb: Verb, { code }: Refusal): string =>
    code === 'wrongStatus'
      ? t('onlyWhile', {
          from: lifecycle[verb].from.map((it) => statusWords(it)).join(t('or')),
        })
      : refusals(code);
}
