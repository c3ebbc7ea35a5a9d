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
      <MinutesForm
        action={ruleProof}
        name="minutes"
        label={t('minutes')}
        hint={t('minutesHint')}
        value={minutes}
        submit={t('minutesSave')}
        problemWords={settings.raw('problems')}
      />
      <MinutesForm
        action={ruleIdle}
        name="idle"
        label={t('idle')}
        hint={t('idleHint', idleBetween)}
        value={idle}
        submit={t('minutesSave')}
        problemWords={settings.raw('problems')}
        optional
      />
    </Part>
  );
}

interface MinutesFormProps {
  action: Parameters<typeof ActionForm>[0]['action'];
  name: string;
  label: string;
  hint: string;
  /** Null: none is said. */
  value: number | null;
  submit: string;
  problemWords: Parameters<typeof ActionForm>[0]['problemWords'];
  optional?: boolean;
}

function MinutesForm({ action, problemWords, submit, value, ...field }: MinutesFormProps) {
  const { name, label } = field;
  return (
    <ActionForm
      action={action}
      prefix={`${name}-form`}
      labels={{ [name]: label }}
      problemWords={problemWords}
    >
      <FormText
        {...field}
        value={value === null ? '' : String(value)}
        width="tiny"
        inputMode="numeric"
      />
      <ProofField />
      <div className="mt-16">
        <Buttons>
          <SubmitButton kind="second">{submit}</SubmitButton>
        </Buttons>
      </div>
    </ActionForm>
  );
}
