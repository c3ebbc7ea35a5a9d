import { FormText } from '@/components/forms/form-fields';
import { UnitField } from '@/components/steps/unit-field';
import { getTranslations } from '@/lib/i18n/words';

/** Whom it is about, asked before anybody is told: a unit from the list, a person in one's own words. */
export async function AboutFields() {
  const t = await getTranslations('filing');
  return (
    <>
      <UnitField
        about
        name="aboutUnitId"
        label={t('aboutUnitId')}
        hint={t('aboutUnitIdHint')}
        optional
      />
      <FormText name="aboutWho" label={t('aboutWho')} hint={t('aboutWhoHint')} optional />
    </>
  );
}
