import { FormArea } from '@/components/forms/form-fields';
import { Note } from '@/components/ui/note';
import { handOversOf, leadOf } from '@/lib/appeals/case-file';
import { namingsOf } from '@/lib/appeals/hand-overs';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';
import { UnitField } from './unit-field';

export async function RedispatchFields({ view }: StepProps) {
  const [t, said] = await Promise.all([
    getTranslations('steps.redispatch'),
    getTranslations('handOvers.redispatch'),
  ]);
  const { file, settings } = view;
  return (
    <>
      <div className="mt-24 max-w-measure">
        <Note boxed heading={said('heading')}>
          <p className="mt-8">
            {said('where', { naming: namingsOf(file).length, count: handOversOf(file) })}
          </p>
          <p className="mt-8">{said('last', { most: settings.handOverTimes.amount })}</p>
        </Note>
      </div>
      <UnitField
        name="unitId"
        label={t('unitId')}
        hint={t('unitIdHint')}
        except={leadOf(file)?.unitId}
      />
      <UnitField name="secondId" label={t('secondId')} hint={t('secondIdHint')} optional />
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} />
    </>
  );
}
