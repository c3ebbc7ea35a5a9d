import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { TemplateDone } from '@/components/admin/template-done';
import { TemplateList } from '@/components/admin/template-list';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Buttons, LinkButton } from '@/components/ui/button';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { listTemplates } from '@/lib/templates/read';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('templates');
  return { title: t('heading') };
}

/** Words to begin an answer with. */
export default async function TemplatesPage({ searchParams }: { searchParams: PageParams }) {
  const [actor, params] = await Promise.all([requirePower('templates'), searchParams]);
  const [t, templates] = await Promise.all([getTranslations('templates'), listTemplates()]);
  return (
    <AdminFrame actor={actor} at="templates">
      <TemplateDone done={firstParam(params.done)} />
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      <div className="mt-24">
        <Buttons>
          <LinkButton href="/admin/templates/new">{t('add')}</LinkButton>
        </Buttons>
      </div>
      <TemplateList templates={templates} at={now()} />
    </AdminFrame>
  );
}
