import type { Metadata } from 'next';
import { importCatalogueNow } from '@/app/actions/admin/catalogue';
import { AdminFrame } from '@/components/admin/admin-frame';
import { TableImport } from '@/components/admin/table-import';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminCatalogue.import');
  return { title: t('heading') };
}

export default async function ImportCataloguePage() {
  const actor = await requirePower('catalogue');
  const [t, all] = await Promise.all([
    getTranslations('adminCatalogue.import'),
    getTranslations('adminCatalogue'),
  ]);
  return (
    <AdminFrame actor={actor} at="catalogue">
      <TableImport
        action={importCatalogueNow}
        t={t}
        problemWords={all.raw('problem')}
        back={{ href: '/admin/catalogue', words: all('back') }}
      />
    </AdminFrame>
  );
}
