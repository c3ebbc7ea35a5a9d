import { signOut } from '@/app/actions/sign-in';
import { Button } from '@/components/ui/button';
import { getTranslations } from '@/lib/i18n/words';

/** A form, not a link: a link could be followed by anything that reads ahead. */
export async function SignOut() {
  const t = await getTranslations('shell');
  return (
    <li>
      <form action={signOut}>
        <Button kind="plain">{t('signOut')}</Button>
      </form>
    </li>
  );
}
