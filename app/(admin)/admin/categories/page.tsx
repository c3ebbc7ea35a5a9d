import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { CategoryRows } from '@/components/admin/category-rows';
import { ChangeDone } from '@/components/admin/change-done';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { QuickLists } from '@/components/ui/filters';
import { requirePower } from '@/lib/auth/session';
import { readCountedTree } from '@/lib/categories/queries';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminCategories');
  return { title: t('heading') };
}

export default async function CategoriesPage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requirePower('categories');
  const [t, tree, asked] = await Promise.all([
    getTranslations('adminCategories'),
    readCountedTree(actor),
    searchParams,
  ]);
  const all = firstParam(asked.show) === 'all';
  const used = tree.filter((it) => !it.retiredAt);
  const rows = all ? tree : used;
  return (
    <AdminFrame actor={actor} at="categories">
      <ChangeDone done={firstParam(asked.done)} words={t.raw('done')} />
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead', { count: used.length })}</p>
      <div className="mt-24">
        <Buttons>
          <LinkButton href="/admin/categories/new">{t('add')}</LinkButton>
          <LinkButton href="/admin/categories/import" kind="second">
            {t('import.link')}
          </LinkButton>
        </Buttons>
      </div>
      <div className="mt-24">
        <QuickLists
          label={t('which')}
          lists={[
            {
              href: '/admin/categories',
              words: t('used', { count: used.length }),
              current: !all,
            },
            {
              href: '/admin/categories?show=all',
              words: t('withRetired', { count: tree.length }),
              current: all,
            },
          ]}
        />
      </div>
      {rows.length > 0 ? (
        <CategoryRows rows={rows} />
      ) : (
        <Empty kind="missing" heading={t('none')}>
          <p className="quiet">{t('noneNext')}</p>
        </Empty>
      )}
    </AdminFrame>
  );
}
