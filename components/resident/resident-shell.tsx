import { PublicShell } from '@/components/shell/shells';
import { phoneOf, readInstallation } from '@/lib/appeals/queries/front';
import { nameIn } from '@/lib/i18n/names';
import { getTextSize } from '@/lib/i18n/text-size';
import { getLocale, getTranslations } from '@/lib/i18n/words';
import { CallUs } from './call-us';

type ResidentShellProps = {
  /** The page sets its own gutters. */
  full?: boolean;
  tracking?: boolean;
  /** The page itself is the ways on, the telephone among them. */
  doors?: boolean;
  children: React.ReactNode;
};

/**
 * The frame of every page for residents: who runs this, the way to one's case, the hotline. On large pages the
 * masthead holds little, and the hotline is a button at the end.
 */
export async function ResidentShell({
  full = false,
  tracking = false,
  doors = false,
  children,
}: ResidentShellProps) {
  const [t, open, locale, installation, large] = await Promise.all([
    getTranslations('shell'),
    getTranslations('open'),
    getLocale(),
    readInstallation(),
    getTextSize(),
  ]);
  const centre = nameIn(locale, installation);
  // The number of the hotline all over the country.
  const phone = phoneOf(installation);
  const follow = { href: '/track', words: t('follow'), current: tracking };
  return (
    <PublicShell
      full={full}
      organisation={[centre, t('service')]}
      marked={installation.marked}
      centre={centre}
      nav={
        large
          ? []
          : [
              follow,
              { href: `tel:${phone.replaceAll('-', '')}`, words: t('hotline', { number: phone }) },
            ]
      }
      footLinks={[
        ...(large ? [follow] : []),
        { href: '/open', words: open('title') },
        { href: '/answers', words: open('answersTitle') },
        { href: '/open/cases', words: open('casesTitle') },
        { href: '/sign-in', words: t('staffSignIn') },
      ]}
    >
      {children}
      {large && !doors && <CallUs phone={phone} full={full} />}
    </PublicShell>
  );
}
