import { changePassword } from '@/app/actions/account';
import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { Part } from '@/components/ui/headings';
import { shortestPassword } from '@/lib/auth/password';
import { getTranslations } from '@/lib/i18n/words';

/** Another password of one's own. */
export async function PasswordPart() {
  const t = await getTranslations('account');
  return (
    <Part id="password-part" heading={t('password')}>
      <ActionForm
        action={changePassword}
        labels={{ now: t('passwordNow'), password: t('passwordNew'), again: t('passwordAgain') }}
        problemWords={t.raw('problems')}
      >
        <FormText
          name="now"
          type="password"
          label={t('passwordNow')}
          autoComplete="current-password"
        />
        <FormText
          name="password"
          type="password"
          label={t('passwordNew')}
          hint={t('passwordHint', { min: shortestPassword })}
          autoComplete="new-password"
        />
        <FormText
          name="again"
          type="password"
          label={t('passwordAgain')}
          autoComplete="new-password"
        />
        <div className="mt-24">
          <Buttons>
            <SubmitButton kind="second">{t('passwordChange')}</SubmitButton>
          </Buttons>
        </div>
      </ActionForm>
    </Part>
  );
}
