import { FormArea } from '@/components/forms/form-fields';
import { leadOf } from '@/lib/appeals/case-file';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';
import { UnitField } from './unit-field';

export async function RedispatchFields({ view }: StepProps) {
  const t = await getTranslations('steps.redispatch');
  return (
    <>
      <UnitField
        name="unitId"
        label={t('unitId')}
        hint={t('unitIdHint')}
        except={leadOf(view.file)?.unitId}
      />
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} />
    </>
  );
}
