import type { Metadata } from 'next';
import { tellingAt } from '@/components/appeals/telling';
import { DeskFrame } from '@/components/desk/desk-frame';
import { SignalDefinitions } from '@/components/supervision/signal-definitions';
import { SignalRows } from '@/components/supervision/signal-rows';
import { BackLink, Part } from '@/components/ui/headings';
import { requireActor } from '@/lib/auth/session';
import { lastLooked, readSignals } from '@/lib/detectors/signals';
import { civilMonth } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signals');
  return { title: t('heading') };
}

/** What the detectors point to, and what became of it. */
export default async function SignalsPage() {
  const actor = await requireActor('measure');
  const at = now();
  const [t, telling, signals, looked] = await Promise.all([
    getTranslations('signals'),
    tellingAt(at),
    readSignals(actor),
    lastLooked(),
  ]);
  return (
    <DeskFrame actor={actor} at="measures">
      <BackLink href="/supervision">{t('back')}</BackLink>
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8 max-w-measure">{t('lead')}</p>
      <p className="meta mt-8">
        {looked ? t('looked', { month: civilMonth(looked, telling) }) : t('notLooked')}
      </p>
      <SignalRows signals={signals} at={at} />
      <Part id="definitions" heading={t('definitions.heading')} aside={t('definitions.note')}>
        <SignalDefinitions />
      </Part>
    </DeskFrame>
  );
}
