import { readerLocale } from '@/components/appeals/telling';
import { Who } from '@/components/shell/masthead';
import { DeskShell } from '@/components/shell/shells';
import { readInstallation } from '@/lib/appeals/queries/front';
import { currentSession } from '@/lib/auth/session';
import { nameIn } from '@/lib/i18n/names';
import { getTranslations } from '@/lib/i18n/words';
import { countUnseen, mostUnseen } from '@/lib/notices/staff-notices';
import { may, type PersonActor } from '@/lib/people/actor';
import { mayAdminister } from '@/lib/people/powers';
import { LateFigures } from './late-figures';
import { SignOut } from './sign-out';

export type DeskPlace = 'today' | 'search' | 'callers' | 'file' | 'notices' | 'measures' | 'admin';

interface DeskFrameProps {
  actor: PersonActor;
  /** Which of the ways on this page is. */
  at?: DeskPlace;
  /** Notices not seen, where the page has counted them already. */
  unseen?: number;
  children: React.ReactNode;
}

/** Masthead of the desk: the ways open to this person, who is signed in, the way out. */
export async function DeskFrame({ actor, at, unseen: given, children }: DeskFrameProps) {
  const [t, notices, shell, locale, session, installation, unseen] = await Promise.all([
    getTranslations('desk.nav'),
    getTranslations('notices'),
    getTranslations('shell'),
    readerLocale(),
    currentSession(),
    readInstallation(),
    given ?? countUnseen(actor),
  ]);
  const reads = ['handle', 'interview', 'readAll'] as const;
  const ways = [
    { place: 'today', href: '/desk', open: true },
    { place: 'search', href: '/desk/search', open: reads.some((it) => may(actor, it)) },
    { place: 'callers', href: '/desk/callers', open: may(actor, 'fileForCaller') },
    { place: 'file', href: '/desk/file', open: may(actor, 'fileForCaller') },
    { place: 'measures', href: '/supervision', open: may(actor, 'measure') },
    { place: 'admin', href: '/admin', open: mayAdminister(actor, 'start') },
    { place: 'notices', href: '/desk/notices', open: true },
  ] as const;
  const told =
    unseen > mostUnseen
      ? notices('navMany', { count: mostUnseen })
      : notices('nav', { count: unseen });
  const centre = nameIn(locale, installation);
  return (
    <DeskShell
      organisation={[centre, shell('service')]}
      marked={installation.marked}
      centre={centre}
      home="/desk"
      nav={ways
        .filter(({ open }) => open)
        .map(({ place, href }) => ({
          href,
          words: place === 'notices' && unseen > 0 ? told : t(place),
          current: place === at,
        }))}
      beside={
        <>
          <Who
            person={actor.name}
            href="/desk/account"
            unit={
              session
                ? nameIn(locale, { name: session.unitName, nameEn: session.unitNameEn })
                : undefined
            }
          />
          <SignOut />
        </>
      }
    >
      {/* The page has read all it shows before its frame is drawn. */}
      <LateFigures actor={actor} />
      {children}
    </DeskShell>
  );
}
