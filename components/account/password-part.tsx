import { changePassword } from '@/app/actions/account';
import { Part } from '@/components/ui/headings';
import { getTranslations } from '@/lib/i18n/words';
import { PasswordForm } from './password-form';

/** Another password of one's own. */
export async function PasswordPart() {
  const t = await getTranslations('account');
  return (
    <Part id="password-part" heading={t('password')}>
      <PasswordForm action={changePassword} kind="second" />
    </Part>
  );
}
