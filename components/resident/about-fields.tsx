import { FormText } from '@/components/forms/form-fields';
import { UnitField } from '@/components/steps/unit-field';
import { getTranslations } from '@/lib/i18n/words';

type AboutFieldsProps = { unitId?: string; who?: string };

/** Whom it is about, asked before anybody is told: a unit from the list, a person in one's own words. */
export async function AboutFields({ unitId, who }: AboutFieldsProps) {
  const t = await getTranslations('filing');
  return (
    <>
      <UnitField
        about
        name="aboutUnitId"
        label={t('aboutUnitId')}
        hint={t('aboutUnitIdHint')}
        value={unitId}
        optional
      />
      <FormText
        name="aboutWho"
        label={t('aboutWho')}
        hint={t('aboutWhoHint')}
        value={who}
        optional
      />
    </>
  );
}
