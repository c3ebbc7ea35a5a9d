import type { Metadata } from 'next';
import { FilingForm } from '@/components/resident/filing-form';
import { NotOpenYet } from '@/components/resident/not-open-yet';
import { ResidentShell } from '@/components/resident/resident-shell';
import { richWords } from '@/components/resident/rich-words';
import { Dateline } from '@/components/shell/dateline';
import { Columns } from '@/components/ui/columns';
import { BackLink } from '@/components/ui/headings';
import { Note } from '@/components/ui/note';
import { readCategories } from '@/lib/appeals/queries/choices';
import { readInstallation } from '@/lib/appeals/queries/front';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('filing');
  return { title: t('title') };
}

type FilePageProps = {
  searchParams: Promise<{ category?: string | string[]; joined?: string | string[] }>;
};

export default async function FilePage({ searchParams }: FilePageProps) {
  const [t, joining, installation, categories, { category, joined }] = await Promise.all([
    getTranslations('filing'),
    getTranslations('joining'),
    readInstallation(),
    readCategories(),
    searchParams,
  ]);
  if (!installation.open) return <NotOpenYet phone={installation.phone} />;
  if (joined) {
    return (
      <ResidentShell>
        <h1>{joining('thanks')}</h1>
        <p className="lead mt-8">{joining('thanksText')}</p>
        {installation.phone && (
          <p className="mt-16">{joining('thanksTel', { phone: installation.phone })}</p>
        )}
      </ResidentShell>
    );
  }
  const chosen = categories.find((it) => it.id === category);
  return (
    <ResidentShell full>
      <Dateline />
      <div className="wrap pt-24 pb-72">
        <BackLink href="/">{t('back')}</BackLink>
        <Columns>
          <FilingForm categories={categories} categoryId={chosen?.id} />
          <aside className="stack">
            <Note heading={t('whoSees')}>
              <p>{t('whoSeesText')}</p>
            </Note>
            <Note heading={t('next')}>
              <p>{t('nextText')}</p>
            </Note>
            <Note heading={t('help')}>
              <p>{t.rich('helpText', await richWords())}</p>
            </Note>
          </aside>
        </Columns>
      </div>
    </ResidentShell>
  );
}
