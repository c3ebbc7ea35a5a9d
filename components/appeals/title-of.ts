import type { CaseView } from '@/lib/appeals/queries/case-view';
import { getTranslations } from '@/lib/i18n/words';
import { nameOf } from './story-words';
import { readerLocale } from './telling';

/** What it is about: in the words of whoever filed it or, for neighbours who joined, the category's. */
export async function titleOf({ detail, category }: CaseView): Promise<string> {
  if (detail.title) return detail.title;
  const [words, locale] = await Promise.all([getTranslations('words'), readerLocale()]);
  return nameOf(category, locale) || words('uncategorised');
}
