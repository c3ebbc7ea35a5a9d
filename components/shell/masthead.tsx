import { dot, readerLocale } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { languageOf } from '@/lib/i18n/languages';
import { type Locale, otherLocales } from '@/lib/i18n/locale';
import { getTextSize } from '@/lib/i18n/text-size';
import { getLocale, getTranslations } from '@/lib/i18n/words';
import { allowTiles } from './allow-tiles';
import { OrganisationMark } from './organisation-mark';
import { TextSizeLinks } from './text-size-links';

export type NavItem = {
  href: string;
  words: string;
  current?: boolean;
  /** For route handlers, such as signing out. */
  reload?: boolean;
};

export type MastheadProps = {
  /** Who runs this: two lines beside the name, such as a county and its service. */
  organisation?: readonly [string, string] | undefined;
  /** They have a mark of their own. */
  marked?: boolean | undefined;
  /** Where the name leads. */
  home?: string | undefined;
  nav?: readonly NavItem[] | undefined;
  /** Leads to the large, plain pages; whoever has chosen them finds the way back everywhere. */
  sizes?: boolean | undefined;
  /** After the links: who is signed in, a form to sign out. */
  children?: React.ReactNode;
};

/** Name, place and the ways on, above the double rule. */
export async function Masthead({
  organisation,
  marked,
  home = '/',
  nav = [],
  sizes,
  children,
}: MastheadProps) {
  const [t, locale, size] = await Promise.all([
    getTranslations('shell'),
    getLocale(),
    getTextSize(),
    allowTiles(),
  ]);
  const [first, second] = organisation ?? [t('place'), t('service')];
  return (
    <header className="mast">
      <div className="wrap">
        <Anchor className="brand" href={home}>
          <OrganisationMark marked={marked} />
          <b>{t('brand')}</b>
          <span className={organisation ? 'named' : undefined}>
            <span>{first}</span>
            <span>{second}</span>
          </span>
        </Anchor>
        <nav aria-label={t('mainNav')}>
          <ul>
            {(sizes || size) && <TextSizeLinks />}
            {nav.map(({ href, words, current, reload }) => (
              <li key={href}>
                <Anchor href={href} reload={reload} aria-current={current ? 'page' : undefined}>
                  {words}
                </Anchor>
              </li>
            ))}
            {children}
            {otherLocales(locale).map((other) => (
              <LanguageLink key={other} locale={other} />
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

/** Leads to the same page in another language, by that language's own name. */
function LanguageLink({ locale }: { locale: Locale }) {
  const { name, lang, dir } = languageOf(locale);
  return (
    <li>
      <Anchor href={`/language?to=${locale}`} reload rel="nofollow" lang={lang} hrefLang={lang}>
        {dir === 'rtl' ? <bdi dir="rtl">{name}</bdi> : name}
      </Anchor>
    </li>
  );
}

interface WhoProps {
  person: string;
  unit?: string | undefined;
  /** Where their own sign-in is to be seen. */
  href: string;
}

/** Who is signed in; the unit is left out on phones. */
export async function Who({ person, unit, href }: WhoProps) {
  const locale = await readerLocale();
  return (
    <li className="who">
      <span>
        <Anchor href={href} lang="zh-CN">
          {person}
        </Anchor>
        {unit && (
          <span className="unit">
            {dot(locale)}
            {unit}
          </span>
        )}
      </span>
    </li>
  );
}
