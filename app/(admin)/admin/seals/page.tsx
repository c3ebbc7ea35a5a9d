import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { HealthRows } from '@/components/admin/health-findings';
import { SealTable } from '@/components/open/seal-table';
import { Anchor } from '@/components/ui/anchor';
import { Part } from '@/components/ui/headings';
import { requirePower } from '@/lib/auth/session';
import { readHealth } from '@/lib/health/health';
import { getTranslations } from '@/lib/i18n/words';
import { newestSeals } from '@/lib/integrity/read-seals';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('threeAdministrators');
  return { title: t('seals.heading') };
}

/** Of what is watched, what tells whether the log and its figures can be believed. */
const believed = ['seals', 'recount'];

/** How the sealed log stands, for whoever reads the logs. */
export default async function SealStatusPage() {
  const actor = await requirePower('seals');
  const [t, words, { at, findings }, { daily, hourly, fingerprint }] = await Promise.all([
    getTranslations('threeAdministrators'),
    getTranslations('seals'),
    readHealth(),
    newestSeals(),
  ]);
  return (
    <AdminFrame actor={actor} at="seals">
      <h1>{t('seals.heading')}</h1>
      <p className="quiet mt-8 max-w-measure">{t('seals.lead')}</p>
      <HealthRows findings={findings.filter((it) => believed.includes(it.check))} at={at} />
      <p className="alone mt-16">
        <Anchor href="/open/seals">{t('seals.open')}</Anchor>
      </p>
      <Part id="fingerprint" heading={words('fingerprint')}>
        <p>{fingerprint ? <code className="break-all">{fingerprint}</code> : words('none')}</p>
      </Part>
      <Part id="daily" heading={words('daily')}>
        <SealTable caption={words('daily')} seals={daily} />
      </Part>
      <Part id="hourly" heading={words('hourly')}>
        <SealTable caption={words('hourly')} seals={hourly} />
      </Part>
    </AdminFrame>
  );
}
