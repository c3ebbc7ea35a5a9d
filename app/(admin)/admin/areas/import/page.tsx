import type { Metadata } from 'next';
import { importAreasNow } from '@/app/actions/admin/areas';
import { AdminFrame } from '@/components/admin/admin-frame';
import { TableImport } from '@/components/admin/table-import';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminAreas.import');
  return { title: t('heading') };
}

export default async function ImportAreasPage() {
  const actor = await requirePower('areas');
  const [t, all] = await Promise.all([
    getTranslations('adminAreas.import'),
    getTranslations('adminAreas'),
  ]);
  return (
    <AdminFrame actor={actor} at="areas">
      <TableImport
        action={importAreasNow}
        t={t}
        problemWords={all.raw('problem')}
        back={{ href: '/admin/areas', words: all('back') }}
      />
    </AdminFrame>
  );
}
