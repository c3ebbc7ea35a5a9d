import { FormArea, FormSelect } from '@/components/forms/form-fields';
import { leadOf } from '@/lib/appeals/case-file';
import { readPeopleOf } from '@/lib/appeals/queries/choices';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

export async function AssignFields({ actor, view }: StepProps) {
  const lead = leadOf(view.file);
  const [t, people] = await Promise.all([
    getTranslations('steps.assign'),
    readPeopleOf(lead?.unitId ?? actor.unitId),
  ]);
  return (
    <>
      <FormSelect
        name="personId"
        label={t('personId')}
        hint={t('personIdHint')}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FormArea name="note" label={t('note')} hint={t('noteHint')} max={1000} rows={3} optional />
    </>
  );
}
