import type { Metadata } from 'next';
import { tellingAt } from '@/components/appeals/telling';
import { SealTable } from '@/components/open/seal-table';
import { ResidentShell } from '@/components/resident/resident-shell';
import { Anchor } from '@/components/ui/anchor';
import { Part } from '@/components/ui/headings';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { newestSeals } from '@/lib/integrity/read-seals';
import { now } from '@/lib/time/now';
import { DAY } from '@/lib/time/zone';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('seals');
  return { title: t('title') };
}

const steps = ['compare', 'keep', 'ask', 'check', 'limits'] as const;

/** The newest roots of the sealed log, whose key signed them, and what an office does with them. */
export default async function SealsPage() {
  const at = now();
  const [t, { daily, hourly, fingerprint }, telling] = await Promise.all([
    getTranslations('seals'),
    newestSeals(),
    tellingAt(at),
  ]);
  const [day] = daily;
  const late = day && at.getTime() - day.at.getTime() > 2 * DAY;
  return (
    <ResidentShell>
      <h1>{t('heading')}</h1>
      <p className="lead mt-8">{t('lead')}</p>
      {day && <p className="mt-16">{t('newest', { moment: momentOf(day.at, telling) })}</p>}
      {late && <p className="mt-8">{t('late')}</p>}
      <p className="alone mt-16">
        <Anchor href="/open/seals/file" reload>
          {t('download')}
        </Anchor>
      </p>
      <Part id="fingerprint" heading={t('fingerprint')}>
        <p>{fingerprint ? <code className="break-all">{fingerprint}</code> : t('none')}</p>
      </Part>
      <Part id="daily" heading={t('daily')}>
        <SealTable caption={t('daily')} seals={daily} />
      </Part>
      <Part id="hourly" heading={t('hourly')}>
        <SealTable caption={t('hourly')} seals={hourly} />
      </Part>
      <Part id="how" heading={t('how')}>
        <ol className="stack">
          {steps.map((it) => (
            <li key={it}>
              <p className="break-words">{t(`step.${it}`)}</p>
            </li>
          ))}
        </ol>
      </Part>
    </ResidentShell>
  );
}
