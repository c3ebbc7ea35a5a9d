import type { Metadata } from 'next';
import { retireAreaNow, saveAreaNow } from '@/app/actions/admin/areas';
import { AdminFrame } from '@/components/admin/admin-frame';
import { AreaForm, RetireAreaForm } from '@/components/admin/area-form';
import { BackLink, Part } from '@/components/ui/headings';
import { notHere } from '@/lib/auth/not-here';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { readAreas } from '@/lib/places/read-areas';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminAreas');
  return { title: t('one') };
}

export default async function AreaPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requirePower('areas');
  const [t, areas, { id }] = await Promise.all([
    getTranslations('adminAreas'),
    readAreas(),
    params,
  ]);
  const area = areas.find((it) => it.id === id);
  if (!area) notHere();
  return (
    <AdminFrame actor={actor} at="areas">
      <BackLink href="/admin/areas">{t('back')}</BackLink>
      <h1>
        <span lang="zh-CN">{area.name}</span>
      </h1>
      <AreaForm action={saveAreaNow.bind(null, id)} area={area} />
      <Part id="retire" heading={t('retireHeading')}>
        <RetireAreaForm action={retireAreaNow.bind(null, id)} />
      </Part>
    </AdminFrame>
  );
}
