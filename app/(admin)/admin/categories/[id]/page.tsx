import type { Metadata } from 'next';
import { changeCategoryNow } from '@/app/actions/admin/categories';
import { AdminFrame } from '@/components/admin/admin-frame';
import { MergeForm, MoveForm, RenameForm, RetireForm } from '@/components/admin/category-forms';
import { categoryOptions } from '@/components/admin/category-options';
import { ChangeDone } from '@/components/admin/change-done';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Anchor } from '@/components/ui/anchor';
import { Facts } from '@/components/ui/facts';
import { BackLink, Kicker, Part } from '@/components/ui/headings';
import { notHere } from '@/lib/auth/not-here';
import { requirePower } from '@/lib/auth/session';
import { readCountedTree } from '@/lib/categories/queries';
import { branchOf, levelOf, mostLevels } from '@/lib/categories/tree';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminCategories');
  return { title: t('one') };
}

type CategoryPageProps = { params: Promise<{ id: string }>; searchParams: PageParams };

export default async function CategoryPage({ params, searchParams }: CategoryPageProps) {
  const actor = await requirePower('categories');
  const [t, tree, locale, { id }, asked] = await Promise.all([
    getTranslations('adminCategories'),
    readCountedTree(actor),
    readerLocale(),
    params,
    searchParams,
  ]);
  const row = tree.find((it) => it.id === id);
  if (!row) notHere();
  const branch = new Set(branchOf(tree, row).map((it) => it.id));
  const above = tree.filter((it) => it.id !== id && row.path.startsWith(it.path));
  const into = tree.find((it) => it.id === row.mergedIntoId);
  const elsewhere = tree.filter((it) => !branch.has(it.id));
  const parents = elsewhere.filter((it) => levelOf(it) < mostLevels);
  const below = tree.filter((it) => it.parentId === id && !it.retiredAt);
  const named = (it: typeof row) => nameOf(it, locale);
  const link = (it: typeof row) => (
    <Anchor key={it.id} href={`/admin/categories/${it.id}`}>
      {named(it)}
    </Anchor>
  );
  const facts = [
    { term: t('column.appeals'), detail: String(row.appeals) },
    { term: t('column.limits'), detail: String(row.limits) },
    ...(below.length > 0
      ? [{ term: t('below'), detail: <span className="applied">{below.map(link)}</span> }]
      : []),
    ...(row.retiredAt
      ? [
          {
            term: t('state'),
            detail: into ? (
              <>
                {t('mergedShort')} {link(into)}
              </>
            ) : (
              t('retired')
            ),
          },
        ]
      : []),
  ];
  return (
    <AdminFrame actor={actor} at="categories">
      <ChangeDone done={firstParam(asked.done)} words={t.raw('done')} />
      <BackLink href="/admin/categories">{t('back')}</BackLink>
      {above.length > 0 && <Kicker>{above.map(named).join(' / ')}</Kicker>}
      <h1>{named(row)}</h1>
      <div className="mt-16">
        <Facts facts={facts} roomy />
      </div>
      {!row.retiredAt && levelOf(row) < mostLevels && (
        <p className="mt-16">
          <Anchor href={`/admin/categories/new?parent=${id}`}>{t('addBelow')}</Anchor>
        </p>
      )}
      <Part id="rename" heading={t('renameHeading')}>
        <RenameForm action={changeCategoryNow.bind(null, 'rename', id)} row={row} />
      </Part>
      <Part id="move" heading={t('moveHeading')}>
        <MoveForm
          action={changeCategoryNow.bind(null, 'move', id)}
          row={row}
          options={categoryOptions(parents, locale)}
        />
      </Part>
      <Part id="retire" heading={row.retiredAt ? t('restoreHeading') : t('retireHeading')}>
        <RetireForm
          action={changeCategoryNow.bind(null, row.retiredAt ? 'restore' : 'retire', id)}
          row={row}
        />
      </Part>
      {!row.retiredAt && (
        <Part id="merge" heading={t('mergeHeading')}>
          <MergeForm
            action={changeCategoryNow.bind(null, 'merge', id)}
            row={row}
            options={categoryOptions(elsewhere, locale)}
          />
        </Part>
      )}
    </AdminFrame>
  );
}
