import { FormArea } from '@/components/forms/form-fields';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';
import { UnitField } from './unit-field';

export async function SendBackFields({ actor }: StepProps) {
  const t = await getTranslations('steps.sendBack');
  return (
    <>
      <UnitField
        name="betterUnitId"
        label={t('betterUnitId')}
        hint={t('betterUnitIdHint')}
        except={actor.unitId}
      />
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} />
    </>
  );
}
