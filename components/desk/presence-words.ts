import { readerLocale } from '@/components/appeals/telling';
import { languageOf } from '@/lib/i18n/languages';
import { getTranslations } from '@/lib/i18n/words';
import type { Present } from '@/lib/presence/presence';

/** `陈静 也打开了这一页·正在填“办结”`: a sentence for each who is there. */
export async function presenceWords(others: readonly Present[]): Promise<string[]> {
  if (others.length === 0) return [];
  const [t, verbs, locale] = await Promise.all([
    getTranslations('presence'),
    getTranslations('verbs'),
    readerLocale(),
  ]);
  // The names of steps may go on after a comma, which here would read as part of the sentence.
  const short = (name: string) => name.split(languageOf(locale).marks.comma.trim())[0] ?? '';
  return others.map(({ name, step }) =>
    step ? t('filling', { name, step: short(verbs(`${step}.name`)) }) : t('reading', { name }),
  );
}
