import { StoryDetail } from '@/components/ui/story-line';
import type { StoryEntry } from '@/lib/appeals/queries/case-view';
import { getTranslations } from '@/lib/i18n/words';
import { nameOf } from './story-words';
import { readerLocale } from './telling';

/** What each unit of a whistle was called for, for whoever may read it. */
export async function AskedOf({ entry }: { entry: StoryEntry }) {
  const [t, locale] = await Promise.all([getTranslations('story'), readerLocale()]);
  return entry.units.map((unit, index) => {
    const body = entry.words[`whatFor${index + 1}`];
    if (!body) return null;
    const label = t('askedOf', { unit: nameOf(unit, locale) });
    return <StoryDetail key={unit.id}>{t('labelled', { label, body })}</StoryDetail>;
  });
}
