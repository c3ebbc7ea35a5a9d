import { changeFactor } from '@/app/actions/second-factor';
import { tellingAt } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { Part } from '@/components/ui/headings';
import { type FactorState, factorState } from '@/lib/auth/second-factor';
import { dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { now } from '@/lib/time/now';
import { CodesShown } from './codes-shown';

const few = 3;

/** One's own second factor: whether there is one, and what can be done with it once it is proved who asks. */
export async function FactorPart({ personId }: { personId: string }) {
  const [t, state] = await Promise.all([getTranslations('secondFactor'), factorState(personId)]);
  return (
    <Part id="second-factor" heading={t('part')}>
      <div className="measure grid gap-12">
        <Standing state={state} />
      </div>
      <ActionForm
        action={changeFactor}
        prefix="factor"
        labels={{ proof: t('proof') }}
        problemWords={t.raw('problems')}
        whenDone={<CodesShown onward="/desk/account" />}
      >
        <FormText
          name="proof"
          type="password"
          label={t('proof')}
          hint={t('proofHint')}
          autoComplete="current-password"
        />
        <div className="mt-24">
          <Buttons>
            <SubmitButton name="what" value="offer" kind={state.since ? 'second' : 'main'}>
              {t(state.since ? 'renew' : 'offer')}
            </SubmitButton>
            {state.since && (
              <SubmitButton name="what" value="codes" kind="second">
                {t('codes')}
              </SubmitButton>
            )}
            {state.since && !state.neededFrom && (
              <SubmitButton name="what" value="drop" kind="grave">
                {t('drop')}
              </SubmitButton>
            )}
          </Buttons>
        </div>
      </ActionForm>
    </Part>
  );
}

async function Standing({ state }: { state: FactorState }) {
  const { since, recoveryLeft, neededFrom } = state;
  const [t, telling] = await Promise.all([getTranslations('secondFactor'), tellingAt(now())]);
  const begun = neededFrom !== null && neededFrom <= telling.at;
  return (
    <>
      <p>{since ? t('isOn', { day: dayOf(since, telling), left: recoveryLeft }) : t('isOff')}</p>
      {since && recoveryLeft <= few && <p>{t('fewLeft')}</p>}
      {neededFrom && (
        <p>{begun ? t('needed') : t('neededFrom', { day: dayOf(neededFrom, telling) })}</p>
      )}
    </>
  );
}
