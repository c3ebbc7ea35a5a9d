import type { Metadata } from 'next';
import { changeEntryNow, saveEntryNow } from '@/app/actions/admin/catalogue';
import { AdminFrame } from '@/components/admin/admin-frame';
import { pathNames } from '@/components/admin/catalogue-words';
import { ChangeDone } from '@/components/admin/change-done';
import { EntryDeed, EntryForm } from '@/components/admin/entry-form';
import { EntryVersions } from '@/components/admin/entry-versions';
import { UpheldPart } from '@/components/admin/upheld-part';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Anchor } from '@/components/ui/anchor';
import { BackLink, Kicker, Part } from '@/components/ui/headings';
import { notHere } from '@/lib/auth/not-here';
import { requirePower } from '@/lib/auth/session';
import { readCatalogue, readVersions } from '@/lib/catalogue/read';
import { readUpheld } from '@/lib/catalogue/upheld';
import { getTranslations } from '@/lib/i18n/words';
import { isId } from '@/lib/id';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminCatalogue');
  return { title: t('one') };
}

type EntryPageProps = { params: Promise<{ id: string }>; searchParams: PageParams };

/** What the catalogue says of one category, what speaks against it, and what it said before. */
export default async function EntryPage({ params, searchParams }: EntryPageProps) {
  const actor = await requirePower('catalogue');
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  if (!isId(id)) notHere();
  const [t, catalogue, versions, upheld, locale] = await Promise.all([
    getTranslations('adminCatalogue'),
    readCatalogue(),
    readVersions(id),
    readUpheld(actor),
    readerLocale(),
  ]);
  const line = catalogue.lines.find((it) => it.category.id === id);
  if (!line) notHere();
  const { category, own, holds } = line;
  const against = upheld.filter((it) => it.categoryId === id);
  const above = pathNames(id, catalogue).split(' / ').slice(0, -1).join(' / ');
  const followed = catalogue.tree.find((it) => it.id === holds?.categoryId);
  return (
    <AdminFrame actor={actor} at="catalogue">
      <ChangeDone done={firstParam(asked.done)} words={t.raw('done')} />
      <BackLink href="/admin/catalogue">{t('back')}</BackLink>
      {above && (
        <Kicker>
          <span lang="zh-CN">{above}</span>
        </Kicker>
      )}
      <h1>{nameOf(category, locale)}</h1>
      {!own && (
        <p className="quiet mt-8">
          {followed ? (
            <>
              {t('follows')}{' '}
              <Anchor href={`/admin/catalogue/${followed.id}`}>{nameOf(followed, locale)}</Anchor>
            </>
          ) : (
            t('unsaidLong')
          )}
        </p>
      )}
      <UpheldPart upheld={against} catalogue={catalogue} within />
      {own && against.length > 0 && (
        <EntryDeed deed="confirm" action={changeEntryNow.bind(null, 'confirm', id)} />
      )}
      <Part id="entry" heading={t(own ? 'changeHeading' : 'addHeading')}>
        <EntryForm
          action={saveEntryNow.bind(null, id)}
          entry={own ?? holds}
          catalogue={catalogue}
        />
      </Part>
      {versions.length > 0 && (
        <Part id="versions" heading={t('versions')}>
          <EntryVersions versions={versions} catalogue={catalogue} />
        </Part>
      )}
      {own && (
        <Part id="end" heading={t('endHeading')}>
          <EntryDeed deed="end" action={changeEntryNow.bind(null, 'end', id)} />
        </Part>
      )}
    </AdminFrame>
  );
}
