import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { TemplateDone } from '@/components/admin/template-done';
import { TemplatePage } from '@/components/admin/template-page';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { notHere } from '@/lib/auth/not-here';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { categoryChoices, readTemplate } from '@/lib/templates/read';
import { now } from '@/lib/time/now';

interface TemplateProps {
  params: Promise<{ id: string }>;
  searchParams: PageParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('templates');
  return { title: t('one') };
}

export default async function OneTemplatePage({ params, searchParams }: TemplateProps) {
  const actor = await requirePower('templates');
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const [template, categories] = await Promise.all([readTemplate(id), categoryChoices()]);
  if (!template) notHere();
  return (
    <AdminFrame actor={actor} at="templates">
      <TemplateDone done={firstParam(asked.done)} />
      <TemplatePage template={template} categories={categories} at={now()} />
    </AdminFrame>
  );
}
