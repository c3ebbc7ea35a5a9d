import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { HealthFaults, HealthRows, needsSomebody } from '@/components/admin/health-findings';
import { RetentionPart } from '@/components/admin/retention-part';
import { Empty } from '@/components/ui/empty';
import { Part } from '@/components/ui/headings';
import { requirePower } from '@/lib/auth/session';
import { readHealth } from '@/lib/health/health';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('health');
  return { title: t('title') };
}

/** What is wrong with the system, in words, for whoever has to see to it. */
export default async function StatusPage() {
  const actor = await requirePower('status');
  const [t, { at, findings }] = await Promise.all([getTranslations('health'), readHealth()]);
  return (
    <AdminFrame actor={actor} at="status">
      <h1>{t('title')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      {findings.some(needsSomebody) ? (
        <HealthFaults findings={findings} at={at} />
      ) : (
        <div className="mt-24">
          <Empty kind="done" heading={t('allWell')}>
            <p className="quiet">{t('allWellNext')}</p>
          </Empty>
        </div>
      )}
      <Part id="watched" heading={t('column.check')}>
        <HealthRows findings={findings} at={at} />
      </Part>
      <RetentionPart at={at} />
    </AdminFrame>
  );
}
