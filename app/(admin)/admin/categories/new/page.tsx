import type { Metadata } from 'next';
import { addCategoryNow } from '@/app/actions/admin/categories';
import { AdminFrame } from '@/components/admin/admin-frame';
import { categoryOptions } from '@/components/admin/category-options';
import { readerLocale } from '@/components/appeals/telling';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { BackLink } from '@/components/ui/headings';
import { requirePower } from '@/lib/auth/session';
import { readTree } from '@/lib/categories/queries';
import { levelOf, mostLevels } from '@/lib/categories/tree';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminCategories');
  return { title: t('add') };
}

export default async function NewCategoryPage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requirePower('categories');
  const [t, tree, locale, asked] = await Promise.all([
    getTranslations('adminCategories'),
    readTree(),
    readerLocale(),
    searchParams,
  ]);
  const parents = tree.filter((it) => levelOf(it) < mostLevels);
  const labels = {
    name: t('field.name'),
    nameEn: t('field.nameEn'),
    parentId: t('field.parentId'),
  };
  return (
    <AdminFrame actor={actor} at="categories">
      <BackLink href="/admin/categories">{t('back')}</BackLink>
      <h1>{t('add')}</h1>
      <ActionForm action={addCategoryNow} labels={labels} problemWords={t.raw('problem')}>
        <FormText name="name" label={labels.name} hint={t('nameHint')} lang="zh-CN" />
        <FormText name="nameEn" label={labels.nameEn} hint={t('nameEnHint')} lang="en" />
        <FormSelect
          name="parentId"
          label={labels.parentId}
          value={firstParam(asked.parent) ?? ''}
          choose={false}
          options={[{ value: '', label: t('top') }, ...categoryOptions(parents, locale)]}
        />
        <div className="mt-32">
          <SubmitButton>{t('add')}</SubmitButton>
        </div>
      </ActionForm>
    </AdminFrame>
  );
}
