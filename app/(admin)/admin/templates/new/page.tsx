import type { Metadata } from 'next';
import { saveNewTemplate } from '@/app/actions/templates';
import { AdminFrame } from '@/components/admin/admin-frame';
import { PlaceholderNote, TemplateFields } from '@/components/admin/template-fields';
import { templateLabels } from '@/components/admin/template-labels';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Columns } from '@/components/ui/columns';
import { BackLink } from '@/components/ui/headings';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { categoryChoices } from '@/lib/templates/read';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('templates');
  return { title: t('add') };
}

export default async function NewTemplatePage() {
  const actor = await requirePower('templates');
  const [t, labels, categories] = await Promise.all([
    getTranslations('templates'),
    templateLabels(),
    categoryChoices(),
  ]);
  return (
    <AdminFrame actor={actor} at="templates">
      <BackLink href="/admin/templates">{t('back')}</BackLink>
      <Columns kind="wide">
        <div>
          <h1>{t('add')}</h1>
          <ActionForm action={saveNewTemplate} labels={labels} problemWords={t.raw('problems')}>
            <TemplateFields categories={categories} />
            <div className="mt-32">
              <Buttons>
                <SubmitButton>{t('submit')}</SubmitButton>
                <LinkButton href="/admin/templates" kind="plain">
                  {t('cancel')}
                </LinkButton>
              </Buttons>
            </div>
          </ActionForm>
        </div>
        <aside aria-label={t('places')}>
          <PlaceholderNote />
        </aside>
      </Columns>
    </AdminFrame>
  );
}
