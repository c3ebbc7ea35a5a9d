import type { Metadata } from 'next';
import { ComingBackForm } from '@/components/resident/coming-back-form';
import { OwnCases } from '@/components/resident/own-cases';
import { ResidentShell } from '@/components/resident/resident-shell';
import { richWords } from '@/components/resident/rich-words';
import { readOwnCases } from '@/lib/appeals/queries/own-cases';
import { openedCases } from '@/lib/auth/coming-back-cookies';
import { getTranslations } from '@/lib/i18n/words';
import { channelsSetUp } from '@/lib/notices/channel';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mine');
  return { title: t('title'), robots: { index: false } };
}

/** The door for whoever has lost a link: a code to the telephone or address they left opens all their cases. */
export default async function MinePage() {
  const t = await getTranslations('mine');
  const contactHash = await openedCases.read();
  if (contactHash) {
    return (
      <ResidentShell>
        <OwnCases cases={await readOwnCases(contactHash)} />
      </ResidentShell>
    );
  }
  const channels = channelsSetUp();
  return (
    <ResidentShell>
      <h1>{t('heading')}</h1>
      {channels.length > 0 ? (
        <>
          <p className="lead mt-8 mb-24">{t('lead')}</p>
          <ComingBackForm channels={channels} />
          <p className="meta mt-32">{t.rich('otherwise', await richWords())}</p>
        </>
      ) : (
        <p className="lead mt-8">{t.rich('notSetUp', await richWords())}</p>
      )}
    </ResidentShell>
  );
}
