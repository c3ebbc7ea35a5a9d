import { standing } from '@/components/ui/standing';
import { getTranslations } from '@/lib/i18n/words';
import { Footer } from './footer';
import { Masthead, type MastheadProps, type NavItem } from './masthead';

type ShellProps = Omit<MastheadProps, 'children' | 'sizes'> & {
  centre?: string | undefined;
  footLinks?: readonly NavItem[] | undefined;
  /** The page sets its own gutters: the front page does. */
  full?: boolean;
  children: React.ReactNode;
};

type FrameProps = ShellProps & {
  area: string;
  sizes?: boolean;
  beside?: React.ReactNode;
};

async function Frame({ area, beside, full, centre, footLinks, children, ...mast }: FrameProps) {
  const t = await getTranslations('shell');
  return standing(
    <div className={area}>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Masthead {...mast}>{beside}</Masthead>
      <main id="main" className={full ? undefined : 'wrap'} tabIndex={-1}>
        {children}
      </main>
      <Footer centre={centre} links={footLinks} />
    </div>,
  );
}

/** Pages for residents: larger type. */
export function PublicShell(props: ShellProps) {
  return <Frame {...props} area="area" sizes />;
}

type DeskShellProps = ShellProps & {
  /** List items after the links: `Who`, and a form to sign out. */
  beside?: React.ReactNode;
};

/** Pages for staff: smaller type, lower targets. */
export function DeskShell(props: DeskShellProps) {
  return <Frame {...props} area="area desk" />;
}
