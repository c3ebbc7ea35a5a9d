import { getTranslations } from 'next-intl/server';
import { FormArea } from '@/components/forms/form-fields';
import { leadOf } from '@/lib/appeals/case-file';
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
      <UnitField name="secondId" label={t('secondId')} hint={t('secondIdHint')} optional />
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} />
    </>
  );
}
