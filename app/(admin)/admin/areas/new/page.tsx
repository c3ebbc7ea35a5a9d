import type { Metadata } from 'next';
import { saveAreaNow } from '@/app/actions/admin/areas';
import { AdminFrame } from '@/components/admin/admin-frame';
import { AreaForm } from '@/components/admin/area-form';
import { BackLink } from '@/components/ui/headings';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminAreas');
  return { title: t('add') };
}

export default async function NewAreaPage() {
  const actor = await requirePower('areas');
  const t = await getTranslations('adminAreas');
  return (
    <AdminFrame actor={actor} at="areas">
      <BackLink href="/admin/areas">{t('back')}</BackLink>
      <h1>{t('add')}</h1>
      <AreaForm action={saveAreaNow.bind(null, 'new')} />
    </AdminFrame>
  );
}
