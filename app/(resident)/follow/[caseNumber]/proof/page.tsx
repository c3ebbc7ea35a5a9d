import type { Metadata } from 'next';
import { tellingAt } from '@/components/appeals/telling';
import { ownCase } from '@/components/resident/own-case';
import { ResidentShell } from '@/components/resident/resident-shell';
import { WithoutLink } from '@/components/resident/without-link';
import { Anchor } from '@/components/ui/anchor';
import { BackLink, Part } from '@/components/ui/headings';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { caseProof } from '@/lib/integrity/case-proof';

type ProofPageProps = { params: Promise<{ caseNumber: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('seals');
  return { title: t('proof.title'), robots: { index: false } };
}

/** Which roots one's own case stands under, and the file that proves it. */
export default async function ProofPage({ params }: ProofPageProps) {
  const own = await ownCase((await params).caseNumber);
  if (!own) return <WithoutLink />;
  const [t, { proof, seals }, telling] = await Promise.all([
    getTranslations('seals'),
    caseProof(own.actor),
    tellingAt(own.view.at),
  ]);
  const home = `/follow/${own.view.file.appeal.caseNumber}`;
  const sealed = proof.stretches.at(-1)?.toSeq ?? 0;
  return (
    <ResidentShell>
      <BackLink href={home}>{t('proof.back')}</BackLink>
      <h1>{t('proof.heading')}</h1>
      <p className="lead mt-8">{t('proof.lead')}</p>
      <ul className="stack mt-24">
        {proof.stretches.map(({ fromSeq, toSeq, seal }, nth) => {
          const { at, root } = seals[nth] ?? {};
          return (
            <li key={seal}>
              <p>
                {t('proof.stretch', {
                  from: fromSeq,
                  to: toSeq,
                  seal,
                  moment: at ? momentOf(at, telling) : '',
                })}
              </p>
              <p className="meta">
                <code className="break-all">{root}</code>
              </p>
            </li>
          );
        })}
      </ul>
      {sealed < proof.steps && (
        <p className="mt-16">{t('proof.open', { n: proof.steps - sealed })}</p>
      )}
      {sealed > 0 && (
        <p className="alone mt-24">
          <Anchor href={`${home}/proof/file`} reload>
            {t('proof.download')}
          </Anchor>
        </p>
      )}
      <Part id="how" heading={t('proof.how')}>
        <p>{t('proof.check')}</p>
        <p className="alone mt-16">
          <Anchor href="/open/seals">{t('proof.toSeals')}</Anchor>
        </p>
      </Part>
    </ResidentShell>
  );
}
