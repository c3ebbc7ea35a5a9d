import { openService } from '@/app/actions/admin/set-up';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Anchor } from '@/components/ui/anchor';
import { Buttons } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { getTranslations } from '@/lib/i18n/words';
import { lackingSteps, type SetUpState } from '@/lib/installation/set-up';
import { stepPath } from './set-up-frame';

export async function FinishStep({ state }: { state: SetUpState }) {
  const t = await getTranslations('setUp');
  const lacking = lackingSteps(state);
  return (
    <>
      <h1>{t(lacking.length > 0 ? 'finish.lacking' : 'finish.heading')}</h1>
      {lacking.length > 0 ? (
        <ul className="set-up-steps mt-16">
          {lacking.map((step) => (
            <li key={step}>
              <Anchor href={stepPath(step)}>{t(`step.${step}`)}</Anchor>
            </li>
          ))}
        </ul>
      ) : (
        <>
          <p className="quiet mt-8">{t('finish.lead')}</p>
          {!state.done.trial && (
            <div className="mt-24">
              <Note>
                <p>
                  {t.rich('finish.noTrial', {
                    link: (words) => <Anchor href={stepPath('trial')}>{words}</Anchor>,
                  })}
                </p>
              </Note>
            </div>
          )}
          <ActionForm action={openService} problemWords={t.raw('finish.problems')}>
            <div className="mt-32">
              <Buttons>
                <SubmitButton>{t('finish.submit')}</SubmitButton>
              </Buttons>
            </div>
          </ActionForm>
        </>
      )}
    </>
  );
}
