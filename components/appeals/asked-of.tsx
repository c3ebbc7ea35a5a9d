import { StoryDetail } from '@/components/ui/story-line';
import type { StoryEntry } from '@/lib/appeals/queries/case-view';
import type { Words } from '@/lib/i18n/gaps';
import type { Locale } from '@/lib/i18n/locale';
import { nameOf } from './story-words';

interface AskedOfProps {
  entry: StoryEntry;
  /** Words of stories. */
  t: Words;
  locale: Locale;
}

/** What each unit of a whistle was called for, for whoever may read it. */
export function AskedOf({ entry, t, locale }: AskedOfProps) {
  return entry.units.map((unit, index) => {
    const body = entry.words[`whatFor${index + 1}`];
    if (!body) return null;
    const label = t('askedOf', { unit: nameOf(unit, locale) });
    return <StoryDetail key={unit.id}>{t('labelled', { label, body })}</StoryDetail>;
  });
}
