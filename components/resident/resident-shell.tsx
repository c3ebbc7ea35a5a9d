import { PublicShell } from '@/components/shell/shells';
import { phoneOf, readInstallation } from '@/lib/appeals/queries/front';
import { getLocale, getTranslations } from '@/lib/i18n/words';

type ResidentShellProps = {
  /** The page sets its own gutters. */
  full?: boolean;
  tracking?: boolean;
  children: React.ReactNode;
};

/** The frame of every page for residents: who runs this, the way to one's case, the hotline. */
export async function ResidentShell({
  full = false,
  tracking = false,
  children,
}: ResidentShellProps) {
  const [t, locale, installation] = await Promise.all([
    getTranslations('shell'),
    getLocale(),
    readInstallation(),
  ]);
  const centre = locale === 'en' ? installation.nameEn : installation.name;
  // The number of the hotline all over the country.
  const phone = phoneOf(installation);
  return (
    <PublicShell
      full={full}
      organisation={[centre, t('service')]}
      marked={installation.marked}
      centre={centre}
      nav={[
        { href: '/track', words: t('follow'), current: tracking },
        { href: `tel:${phone.replaceAll('-', '')}`, words: t('hotline', { number: phone }) },
      ]}
      footLinks={[{ href: '/sign-in', words: t('staffSignIn') }]}
    >
      {children}
    </PublicShell>
  );
}
