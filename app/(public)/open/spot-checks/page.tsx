import type { Metadata } from 'next';
import { DrawRows } from '@/components/open/draw-rows';
import { ResidentShell } from '@/components/resident/resident-shell';
import { Part } from '@/components/ui/headings';
import { getTranslations } from '@/lib/i18n/words';
import { readDraws } from '@/lib/spot-checks/read-draws';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('spotChecks');
  return { title: t('open.heading') };
}

const steps = ['fixed', 'value', 'lot', 'try', 'later'] as const;

/** Which numbers drew the checks, and how anybody draws them again. */
export default async function OpenSpotChecksPage() {
  const [t, draws] = await Promise.all([getTranslations('spotChecks'), readDraws(now())]);
  return (
    <ResidentShell>
      <h1>{t('open.heading')}</h1>
      <p className="lead mt-8">{t('open.lead')}</p>
      <Part id="draws" heading={t('draws.heading')}>
        <DrawRows draws={draws} />
      </Part>
      <Part id="how" heading={t('open.how')}>
        <ol className="stack">
          {steps.map((it) => (
            <li key={it}>
              <p className="break-words">{t(`open.step.${it}`)}</p>
            </li>
          ))}
        </ol>
        <pre className="mt-12 whitespace-pre-wrap break-all">{command}</pre>
      </Part>
    </ResidentShell>
  );
}

const command = 'printf %s CASE | openssl dgst -sha256 -hmac "ROOT-VALUE-SECRET"';
