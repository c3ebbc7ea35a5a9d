import type { Metadata } from 'next';
import { ownCase } from '@/components/resident/own-case';
import { OwnDataPart } from '@/components/resident/own-data-part';
import { ResidentShell } from '@/components/resident/resident-shell';
import { WithoutLink } from '@/components/resident/without-link';
import { Anchor } from '@/components/ui/anchor';
import { BackLink } from '@/components/ui/headings';
import { takeCopyTry } from '@/lib/auth/own-voices';
import { getTranslations } from '@/lib/i18n/words';
import { readOwnData } from '@/lib/own-data/own-data';

type DataPageProps = { params: Promise<{ caseNumber: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ownData');
  return { title: t('title'), robots: { index: false } };
}

/** What is kept of whoever follows this case, and the ways to take it and to have it erased. */
export default async function DataPage({ params }: DataPageProps) {
  const own = await ownCase((await params).caseNumber);
  if (!own) return <WithoutLink />;
  const t = await getTranslations('ownData');
  const allowed = await takeCopyTry(own.actor.voiceId);
  const all = allowed.ok ? await readOwnData([own.actor], 'link') : [];
  const home = `/follow/${own.view.file.appeal.caseNumber}`;
  const asks = own.view.steps.some((it) => it.verb === 'askErasure' && !it.refusal);
  return (
    <ResidentShell>
      <BackLink href={home}>{t('back')}</BackLink>
      <h1>{t('heading')}</h1>
      <p className="lead mt-8">{t(allowed.ok ? 'lead' : 'tooOften')}</p>
      {allowed.ok && (
        <p className="alone mt-24">
          <Anchor href={`${home}/data/file`} reload>
            {t('download')}
          </Anchor>
          <span className="meta block">{t('downloadHint')}</span>
        </p>
      )}
      <p className="alone mt-16">
        <Anchor href="/mine">{t('whole')}</Anchor>
      </p>
      {asks && (
        <p className="alone mt-16">
          <Anchor href={`${home}/askErasure`}>{t('erase')}</Anchor>
        </p>
      )}
      {all.map((it) => (
        <OwnDataPart key={it.view.file.appeal.id} data={it} />
      ))}
    </ResidentShell>
  );
}
