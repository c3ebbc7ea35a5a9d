import { ResidentShell } from '@/components/resident/resident-shell';
import { richWords } from '@/components/resident/rich-words';
import { Dateline } from '@/components/shell/dateline';
import { Columns } from '@/components/ui/columns';
import { BackLink } from '@/components/ui/headings';
import { Note } from '@/components/ui/note';
import { StepsBar } from '@/components/ui/steps-bar';
import { type FilingStep, filingSteps, pathOf } from '@/lib/drafts/filing-steps';
import { getTranslations } from '@/lib/i18n/words';
import { allowMicrophone } from './allow-microphone';
import { LaterNote } from './later-list';
import { laterWords } from './later-words';

type FilingPageProps = { step: FilingStep | 'check'; children: React.ReactNode };

/** The frame of every page of filing: danger first, how far one is, the one question, what is good to know. */
export async function FilingPage({ step, children }: FilingPageProps) {
  const [t] = await Promise.all([getTranslations('filing'), allowMicrophone()]);
  const nth = step === 'check' ? filingSteps.length : filingSteps.indexOf(step);
  const before = filingSteps[nth - 1];
  return (
    <ResidentShell full>
      <Dateline />
      <div className="wrap pt-24 pb-72">
        <BackLink href={before ? pathOf(before) : '/'}>{t(before ? 'before' : 'back')}</BackLink>
        <Columns>
          <div>
            {step === 'check' ? (
              <StepsBar step={nth} of={nth} words={t('answered')} />
            ) : (
              <StepsBar step={nth + 1} of={filingSteps.length} words={await stepWords(step)} />
            )}
            <LaterNote words={await laterWords()} />
            {children}
          </div>
          <aside className="stack">
            {await asideOf(step)}
            <Note heading={t('help')}>
              <p>{t.rich('helpText', await richWords())}</p>
            </Note>
          </aside>
        </Columns>
      </div>
    </ResidentShell>
  );
}

export async function stepWords(step: FilingStep): Promise<string> {
  const t = await getTranslations('filing');
  return t('step', { step: filingSteps.indexOf(step) + 1, of: filingSteps.length });
}

/** What one asks oneself on this page. */
async function asideOf(step: FilingStep | 'check') {
  const t = await getTranslations('filing');
  if (step === 'what') {
    return (
      <Note heading={t('allSteps')}>
        <ol className="quiet">
          {filingSteps.map((it) => (
            <li key={it}>{t(`steps.${it}`)}</li>
          ))}
        </ol>
      </Note>
    );
  }
  const about = step === 'check' ? 'next' : 'whoSees';
  return (
    <Note heading={t(about)}>
      <p>{t(`${about}Text`)}</p>
    </Note>
  );
}
