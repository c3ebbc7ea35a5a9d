import type { Metadata } from 'next';
import { importCategoriesNow } from '@/app/actions/admin/categories';
import { AdminFrame } from '@/components/admin/admin-frame';
import { ChangeFile } from '@/components/admin/change-file';
import { ChangeProposal } from '@/components/admin/change-proposal';
import { FormArea } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { BackLink } from '@/components/ui/headings';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminCategories.import');
  return { title: t('heading') };
}

export default async function ImportCategoriesPage() {
  const actor = await requireActor('administer');
  const [t, all] = await Promise.all([
    getTranslations('adminCategories.import'),
    getTranslations('adminCategories'),
  ]);
  const labels = { file: t('file'), text: t('text') };
  return (
    <AdminFrame actor={actor} at="categories">
      <BackLink href="/admin/categories">{all('back')}</BackLink>
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      <pre className="mt-16 overflow-x-auto">{t('example')}</pre>
      <ChangeProposal
        action={importCategoriesNow}
        labels={labels}
        problemWords={all.raw('problem')}
        confirm={t('confirm')}
        edit={t('edit')}
      >
        <ChangeFile name="file" label={labels.file} hint={t('fileHint')} />
        <FormArea name="text" label={labels.text} hint={t('textHint')} rows={10} />
        <div className="mt-32">
          <SubmitButton name="stage" value="preview">
            {t('preview')}
          </SubmitButton>
        </div>
      </ChangeProposal>
    </AdminFrame>
  );
}
