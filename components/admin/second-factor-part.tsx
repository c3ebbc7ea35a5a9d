import { ruleIdle, ruleProof, ruleSecondFactor } from '@/app/actions/admin/second-factor';
import { ProofField } from '@/components/account/proof-field';
import { tellingAt } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { Part } from '@/components/ui/headings';
import { proofMinutes } from '@/lib/auth/fresh-proof';
import { idleMinutes } from '@/lib/auth/session-rows';
import { dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import {
  firstGraceDays,
  idleBetween,
  secondFactorFrom,
  withoutSecondFactor,
} from '@/lib/installation/second-factor-rule';
import { now } from '@/lib/time/now';

/** Whether those who see everything must sign in with a second factor, and how many have none yet. */
export async function SecondFactorPart() {
  const [t, settings, from, without, minutes, idle, telling] = await Promise.all([
    getTranslations('adminSettings.secondFactor'),
    getTranslations('adminSettings'),
    secondFactorFrom(),
    withoutSecondFactor(),
    proofMinutes(),
    idleMinutes(),
    tellingAt(now()),
  ]);
  return (
    <Part id="second-factor" heading={t('heading')}>
      <div className="measure grid gap-12">
        <p>{t('what')}</p>
        <p>
          <strong>{from ? t('isFrom', { day: dayOf(from, telling) }) : t('isOff')}</strong>
        </p>
        <p>{t('without', { count: without })}</p>
      </div>
      <ActionForm
        action={ruleSecondFactor}
        prefix="second-factor"
        labels={{ days: t('days') }}
        problemWords={settings.raw('problems')}
      >
        <input type="hidden" name="rule" value={from ? 'off' : 'on'} />
        {!from && (
          <FormText
            name="days"
            label={t('days')}
            hint={t('daysHint')}
            value={String(firstGraceDays)}
            width="tiny"
            inputMode="numeric"
          />
        )}
        <ProofField />
        <div className="mt-16">
          <Buttons>
            <SubmitButton kind={from ? 'grave' : 'second'}>
              {t(from ? 'end' : 'require')}
            </SubmitButton>
          </Buttons>
        </div>
      </ActionForm>
      <ActionForm
        action={ruleProof}
        prefix="proof-minutes"
        labels={{ minutes: t('minutes') }}
        problemWords={settings.raw('problems')}
      >
        <FormText
          name="minutes"
          label={t('minutes')}
          hint={t('minutesHint')}
          value={String(minutes)}
          width="tiny"
          inputMode="numeric"
        />
        <ProofField />
        <div className="mt-16">
          <Buttons>
            <SubmitButton kind="second">{t('minutesSave')}</SubmitButton>
          </Buttons>
        </div>
      </ActionForm>
      <ActionForm
        action={ruleIdle}
        prefix="idle-minutes"
        labels={{ idle: t('idle') }}
        problemWords={settings.raw('problems')}
      >
        <FormText
          name="idle"
          label={t('idle')}
          hint={t('idleHint', idleBetween)}
          value={idle === null ? '' : String(idle)}
          width="tiny"
          inputMode="numeric"
          optional
        />
        <ProofField />
        <div className="mt-16">
          <Buttons>
            <SubmitButton kind="second">{t('minutesSave')}</SubmitButton>
          </Buttons>
        </div>
      </ActionForm>
    </Part>
  );
}
