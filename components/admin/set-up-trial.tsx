import { Buttons, LinkButton } from '@/components/ui/button';
import { getTranslations } from '@/lib/i18n/words';
import type { SetUpState } from '@/lib/installation/set-up';
import { stepPath } from './set-up-frame';
import { TrialForm } from './set-up-trial-form';
import { Trials } from './set-up-trials';

/** One appeal round the whole loop before the first resident comes. */
export async function TrialStep({ state }: { state: SetUpState }) {
  const t = await getTranslations('setUp.trial');
  return (
    <>
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      {state.missing.length > 0 && <p className="mt-16">{t('peopleFirst')}</p>}
      {state.done.trial && (
        <>
          <Trials />
          <p className="meta mt-12">{t('browser')}</p>
          <div className="mt-24">
            <Buttons>
              <LinkButton href={stepPath('finish')}>{t('goOn')}</LinkButton>
            </Buttons>
          </div>
        </>
      )}
      <TrialForm place="set-up" second={state.done.trial} />
    </>
  );
}
