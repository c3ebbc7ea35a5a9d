import { ActionForm } from '@/components/forms/action-form';
import { FormCheckbox, FormSelect, FormText } from '@/components/forms/form-fields';
import type { FormAction } from '@/components/forms/sending';
import { SubmitButton } from '@/components/forms/submit-button';
import type { SelectOption } from '@/components/ui/select-field';
import type { CountedCategory } from '@/lib/categories/queries';
import { getTranslations } from '@/lib/i18n/words';

async function words() {
  const t = await getTranslations('adminCategories');
  const names = ['name', 'nameEn', 'parentId', 'intoId', 'sure'] as const;
  const labels = Object.fromEntries(names.map((it) => [it, t(`field.${it}`)]));
  return { t, labels, problemWords: t.raw('problem') };
}

interface DeedProps {
  action: FormAction;
  row: CountedCategory;
  options: readonly SelectOption[];
}

export async function RenameForm({ action, row }: Omit<DeedProps, 'options'>) {
  const { t, labels, problemWords } = await words();
  return (
    <ActionForm action={action} prefix="rename" {...{ labels, problemWords }}>
      <FormText name="name" label={t('field.name')} value={row.name} lang="zh-CN" />
      <FormText name="nameEn" label={t('field.nameEn')} value={row.nameEn} lang="en" />
      <div className="mt-24">
        <SubmitButton>{t('rename')}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export async function MoveForm({ action, row, options }: DeedProps) {
  const { t, labels, problemWords } = await words();
  return (
    <ActionForm action={action} prefix="move" {...{ labels, problemWords }}>
      <FormSelect
        name="parentId"
        label={t('field.parentId')}
        hint={t('moveHint')}
        value={row.parentId ?? ''}
        choose={false}
        options={[{ value: '', label: t('top') }, ...options]}
      />
      <div className="mt-24">
        <SubmitButton kind="second">{t('move')}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export async function RetireForm({ action, row }: Omit<DeedProps, 'options'>) {
  const { t, labels, problemWords } = await words();
  const deed = row.retiredAt ? 'restore' : 'retire';
  return (
    <ActionForm action={action} prefix={deed} {...{ labels, problemWords }}>
      <p>{t(`${deed}Lead`, { appeals: row.appeals })}</p>
      <div className="mt-16">
        <SubmitButton kind="second">{t(deed)}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export async function MergeForm({ action, row, options }: DeedProps) {
  const { t, labels, problemWords } = await words();
  return (
    <ActionForm action={action} prefix="merge" {...{ labels, problemWords }}>
      <p>{t('mergeLead', { appeals: row.appeals, limits: row.limits })}</p>
      <FormSelect name="intoId" label={t('field.intoId')} options={options} />
      <FormCheckbox name="sure" label={t('field.sure')} />
      <div className="mt-24">
        <SubmitButton kind="grave">{t('merge')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
