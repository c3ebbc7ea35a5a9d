import type { Metadata } from 'next';
import { importCategoriesNow } from '@/app/actions/admin/categories';
import { AdminFrame } from '@/components/admin/admin-frame';
import { TableImport } from '@/components/admin/table-import';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminCategories.import');
  return { title: t('heading') };
}

export default async function ImportCategoriesPage() {
  const actor = await requirePower('categories');
  const [t, all] = await Promise.all([
    getTranslations('adminCategories.import'),
    getTranslations('adminCategories'),
  ]);
  return (
    <AdminFrame actor={actor} at="categories">
      <TableImport
        action={importCategoriesNow}
        t={t}
        problemWords={all.raw('problem')}
        back={{ href: '/admin/categories', words: all('back') }}
      />
    </AdminFrame>
  );
}
