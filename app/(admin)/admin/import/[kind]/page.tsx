import type { Metadata } from 'next';
import { importOrganisation } from '@/app/actions/admin/org-import';
import { AdminFrame } from '@/components/admin/admin-frame';
import { OrgImportForm } from '@/components/admin/org-import-form';
import { importWords } from '@/components/admin/org-import-words';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Anchor } from '@/components/ui/anchor';
import { BackLink } from '@/components/ui/headings';
import { Notice } from '@/components/ui/note';
import { notHere } from '@/lib/auth/not-here';
import { requirePower } from '@/lib/auth/session';
import { importKinds } from '@/lib/exchange/org/import';
import { getTranslations } from '@/lib/i18n/words';

type ImportProps = { params: Promise<{ kind: string }>; searchParams: PageParams };

export async function generateMetadata({ params }: ImportProps): Promise<Metadata> {
  const [t, asked] = await Promise.all([getTranslations('orgImport'), params]);
  const kind = importKinds.find((it) => it === asked.kind) ?? 'units';
  return { title: t(`heading.${kind}`) };
}

/** Units or people from a table: chosen, looked at, confirmed. */
export default async function ImportPage({ params, searchParams }: ImportProps) {
  const [asked, sought] = await Promise.all([params, searchParams]);
  const kind = importKinds.find((it) => it === asked.kind);
  const actor = await requirePower(kind ?? 'start');
  if (!kind) notHere();
  const [t, words] = await Promise.all([getTranslations('orgImport'), importWords(kind)]);
  const count = (name: string) =>
    Number(/^\d{1,6}$/.exec(firstParam(sought[name]) ?? '')?.[0] ?? 0);
  const done = sought.added !== undefined;
  return (
    <AdminFrame actor={actor} at={kind}>
      <BackLink href={`/admin/${kind}`}>{t(`back.${kind}`)}</BackLink>
      {done && (
        <div className="mb-24">
          <Notice kind="calm" heading={t('doneHeading')}>
            <p>{t('doneBody', { added: count('added'), changed: count('changed') })}</p>
            {kind === 'people' && (
              <p>
                <Anchor href="/admin/people?state=noPassword">{t('doneInvite')}</Anchor>
              </p>
            )}
          </Notice>
        </div>
      )}
      <h1>{t(`heading.${kind}`)}</h1>
      <p className="quiet mt-8">{t(`lead.${kind}`)}</p>
      <p className="mt-8">
        <Anchor href={`/admin/import/template?of=${kind}`} reload>
          {t('template')}
        </Anchor>
      </p>
      <OrgImportForm kind={kind} action={importOrganisation.bind(null, kind)} words={words} />
    </AdminFrame>
  );
}
