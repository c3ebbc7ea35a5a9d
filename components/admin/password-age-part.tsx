import { rulePasswordAge } from '@/app/actions/admin/second-factor';
import { ProofField } from '@/components/account/proof-field';
import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { Part } from '@/components/ui/headings';
import { passwordDays } from '@/lib/auth/password-age';
import { getTranslations } from '@/lib/i18n/words';
import { passwordDaysBetween } from '@/lib/installation/password-rule';

/** Whether passwords must be changed after a time, and why they better are not. */
export async function PasswordAgePart() {
  const [t, settings, days] = await Promise.all([
    getTranslations('adminSettings.passwordAge'),
    getTranslations('adminSettings'),
    passwordDays(),
  ]);
  const { least, most, proposed } = passwordDaysBetween;
  return (
    <Part id="password-age" heading={t('heading')}>
      <div className="measure grid gap-12">
        <p>{t('what')}</p>
        <p>{t('why')}</p>
        <p>
          <strong>{days === null ? t('isOff') : t('isOn', { days })}</strong>
        </p>
      </div>
      <ActionForm
        action={rulePasswordAge}
        prefix="password-age"
        labels={{ passwordDays: t('days') }}
        problemWords={settings.raw('problems')}
      >
        <input type="hidden" name="rule" value={days === null ? 'on' : 'off'} />
        {days === null && (
          <FormText
            name="passwordDays"
            label={t('days')}
            hint={t('daysHint', { least, most })}
            value={String(proposed)}
            width="tiny"
            inputMode="numeric"
          />
        )}
        <ProofField />
        <div className="mt-16">
          <Buttons>
            <SubmitButton kind="second">{t(days === null ? 'require' : 'end')}</SubmitButton>
          </Buttons>
        </div>
      </ActionForm>
    </Part>
  );
}
