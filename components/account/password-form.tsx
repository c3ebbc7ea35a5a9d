import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { shortestPassword } from '@/lib/auth/password';
import { getTranslations } from '@/lib/i18n/words';

interface PasswordFormProps {
  action: React.ComponentProps<typeof ActionForm>['action'];
  /** Where it leads afterwards. */
  back?: string | null;
  kind: 'main' | 'second';
}

/** Another password in the place of the one there is. */
export async function PasswordForm({ action, back, kind }: PasswordFormProps) {
  const t = await getTranslations('account');
  return (
    <ActionForm
      action={action}
      labels={{ now: t('passwordNow'), password: t('passwordNew'), again: t('passwordAgain') }}
      problemWords={t.raw('problems')}
    >
      {back && <input type="hidden" name="back" value={back} />}
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
          <SubmitButton kind={kind}>{t('passwordChange')}</SubmitButton>
        </Buttons>
      </div>
    </ActionForm>
  );
}
