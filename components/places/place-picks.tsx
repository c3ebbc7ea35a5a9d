import { readerLocale } from '@/components/appeals/telling';
import { FormSelect } from '@/components/forms/form-fields';
import { mapWords } from '@/components/map/map-words';
import type { SelectGroup } from '@/components/ui/select-field';
import { type Entries, entryOf } from '@/lib/forms';
import type { Locale } from '@/lib/i18n/locale';
import { nameIn } from '@/lib/i18n/names';
import { getTranslations } from '@/lib/i18n/words';
import { readMap } from '@/lib/installation/map-settings';
import { type PlaceName, readPlaceNames } from '@/lib/places/read-place-names';
import { PointField } from './point-field';
import { pointWords } from './point-words';

/** What may stand in for a typed address or beside it: a place from the county's own list, and a point. */
export async function PlacePicks({ told }: { told: Entries }) {
  const [t, locale, names, words, setting, onMap] = await Promise.all([
    getTranslations('places'),
    readerLocale(),
    readPlaceNames(),
    pointWords(),
    readMap(),
    mapWords(),
  ]);
  return (
    <>
      {names.length > 0 && (
        <FormSelect
          name="community"
          label={t('community')}
          hint={t('communityHint')}
          value={entryOf(told, 'community')}
          options={byUnit(names, locale)}
          optional
        />
      )}
      <PointField
        point={entryOf(told, 'point')}
        words={words}
        map={setting && { setting, words: onMap }}
      />
    </>
  );
}

function byUnit(names: readonly PlaceName[], locale: Locale): SelectGroup[] {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { id, name, unitName, unitNameEn } of names) {
    const unit = nameIn(locale, { name: unitName, nameEn: unitNameEn });
    groups.set(unit, [...(groups.get(unit) ?? []), { value: id, label: name }]);
  }
  return [...groups].map(([label, options]) => ({ label, options }));
}
