import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { OwnDataPart } from '@/components/resident/own-data-part';
import { ResidentShell } from '@/components/resident/resident-shell';
import { Anchor } from '@/components/ui/anchor';
import { BackLink } from '@/components/ui/headings';
import { openedCases } from '@/lib/auth/coming-back-cookies';
import { ownVoices, takeCopyTry } from '@/lib/auth/own-voices';
import { getTranslations } from '@/lib/i18n/words';
import { readOwnData } from '@/lib/own-data/own-data';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ownData');
  return { title: t('title'), robots: { index: false } };
}

/** What is kept of whoever came back with a code, in all their cases. */
export default async function OwnDataPage() {
  const contactHash = await openedCases.read();
  if (!contactHash) redirect('/mine');
  const t = await getTranslations('ownData');
  const allowed = await takeCopyTry(contactHash);
  const all = allowed.ok ? await readOwnData(await ownVoices(contactHash), 'code') : [];
  const lead = all.length > 0 ? 'leadMany' : 'nothing';
  return (
    <ResidentShell>
      <BackLink href="/mine">{t('back')}</BackLink>
      <h1>{t('heading')}</h1>
      <p className="lead mt-8">{t(allowed.ok ? lead : 'tooOften')}</p>
      {all.length > 0 && (
        <p className="alone mt-24">
          <Anchor href="/mine/data/file" reload>
            {t('download')}
          </Anchor>
          <span className="meta block">{t('downloadHint')}</span>
        </p>
      )}
      {all.map((it) => (
        <OwnDataPart key={`${it.view.file.appeal.id} ${it.voice.joinedAt}`} data={it} />
      ))}
    </ResidentShell>
  );
}
