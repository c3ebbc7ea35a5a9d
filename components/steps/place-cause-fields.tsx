import { FormArea, FormChoices, FormText } from '@/components/forms/form-fields';
import { leadOf } from '@/lib/appeals/case-file';
import { causeClasses } from '@/lib/appeals/words';
import { getTranslations } from '@/lib/i18n/words';
import { OwnerField } from './owner-field';
import type { StepProps } from './step-props';

/** Where the cause lies, with whom, and why a reviewer says so. */
export async function PlaceCauseFields({ view }: StepProps) {
  const t = await getTranslations('steps.placeCause');
  return (
    <>
      <FormChoices
        name="causeClass"
        label={t('causeClass')}
        choices={causeClasses.map((it) => ({ value: it, label: t(`causeClassOf.${it}`) }))}
      />
      <OwnerField
        label={t('ownerUnitId')}
        hint={t('ownerUnitIdHint')}
        except={leadOf(view.file)?.unitId}
      />
      <FormText name="cause" label={t('cause')} hint={t('causeHint')} />
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} rows={5} />
    </>
  );
}
