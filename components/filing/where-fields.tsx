import { FormText } from '@/components/forms/form-fields';
import { PlacePicks } from '@/components/places/place-picks';
import { type Entries, entryOf } from '@/lib/forms';
import { getTranslations } from '@/lib/i18n/words';

/** A place in words is enough, or one from the list; nobody has to find a map. */
export async function WhereFields({ told }: { told: Entries }) {
  const t = await getTranslations('filing');
  return (
    <div className="[&>.field:first-child]:mt-12">
      <FormText
        name="place"
        label={t('place')}
        hint={t('placeHint')}
        value={entryOf(told, 'place')}
        autoComplete="street-address"
        asHeading
      />
      <PlacePicks told={told} />
    </div>
  );
}
