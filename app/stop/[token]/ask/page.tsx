import type { Metadata } from 'next';
import { ResidentShell } from '@/components/resident/resident-shell';
import { Button, Buttons } from '@/components/ui/button';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { readPhone } from '@/lib/appeals/queries/front';
import { readUnsubscribeToken } from '@/lib/auth/share-token';
import { getTranslations } from '@/lib/i18n/words';
import { caseOfLetters } from '@/lib/notices/voice-choice';

interface StopPageProps {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('letters.stop');
  return { title: t('title'), robots: { index: false } };
}

/** Asks whether the letters about one case are to end; whoever merely opens it ends nothing. */
export default async function StopPage({ params, searchParams }: StopPageProps) {
  const [t, { token }, { done }] = await Promise.all([
    getTranslations('letters.stop'),
    params,
    searchParams,
  ]);
  const voiceId = readUnsubscribeToken(token);
  const caseNumber = voiceId && (await caseOfLetters(voiceId));
  if (!caseNumber) {
    return (
      <ResidentShell>
        <h1>{t('lostHeading')}</h1>
        <p className="lead mt-8">{t('lost', { phone: await readPhone() })}</p>
      </ResidentShell>
    );
  }
  return (
    <ResidentShell>
      <h1>{t(done ? 'doneHeading' : 'heading')}</h1>
      <p className="lead mt-8">
        {done ? t('done') : t('text', { number: spokenCaseNumber(caseNumber) })}
      </p>
      {!done && (
        <form method="post" action={`/stop/${token}`} className="mt-24">
          <Buttons>
            <Button>{t('submit')}</Button>
          </Buttons>
        </form>
      )}
    </ResidentShell>
  );
}
