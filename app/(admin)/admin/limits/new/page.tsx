import type { Metadata } from 'next';
import { addLimitNow } from '@/app/actions/admin/limits';
import { AdminFrame } from '@/components/admin/admin-frame';
import { categoryOptions } from '@/components/admin/category-options';
import { LimitTermsFields, limitLabels } from '@/components/admin/limit-fields';
import { limitWords } from '@/components/admin/limit-words';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { BackLink } from '@/components/ui/headings';
import { clockKinds } from '@/lib/appeals/clocks';
import { requirePower } from '@/lib/auth/session';
import { readTree } from '@/lib/categories/queries';
import { getTranslations } from '@/lib/i18n/words';
import { urgencies } from '@/lib/rules/limit-checks';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminLimits');
  return { title: t('add') };
}

export default async function NewLimitPage() {
  const actor = await requirePower('limits');
  const [tree, labels] = await Promise.all([readTree(), limitLabels()]);
  const { t, urgency, locale } = await limitWords(tree);
  return (
    <AdminFrame actor={actor} at="limits">
      <BackLink href="/admin/limits">{t('back')}</BackLink>
      <h1>{t('add')}</h1>
      <p className="quiet mt-8">{t('keep')}</p>
      <ActionForm action={addLimitNow} labels={labels} problemWords={t.raw('problem')}>
        <FormSelect
          name="kind"
          label={t('field.kind')}
          options={clockKinds.map((it) => ({ value: it, label: t(`kind.${it}`) }))}
        />
        <FormSelect
          name="urgency"
          label={t('field.urgency')}
          choose={false}
          options={[
            { value: '', label: t('anyUrgency') },
            ...urgencies.map((it) => ({ value: it, label: urgency(it) })),
          ]}
        />
        <FormSelect
          name="categoryId"
          label={t('field.categoryId')}
          hint={t('categoryHint')}
          choose={false}
          options={[{ value: '', label: t('anyCategory') }, ...categoryOptions(tree, locale)]}
        />
        <LimitTermsFields />
        <div className="mt-32">
          <SubmitButton>{t('add')}</SubmitButton>
        </div>
      </ActionForm>
    </AdminFrame>
  );
}
