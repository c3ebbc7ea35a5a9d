import { languageOf, languages } from './languages';

/** Those that come with the program; the words of all others are held against these. */
export type BuiltIn = 'zh' | 'en';

/** The name of a language that is here: `isLocale` says so of a word from elsewhere. */
export type Locale = BuiltIn | (string & { readonly here: unique symbol });

const defaultLocale: Locale = 'zh';
export const localeCookie = 'huiyin_locale';

/** All languages there are: the built-in ones first, then those of files, by name. */
export const locales = (): Locale[] => [...languages().keys()];

export function isLocale(value: unknown): value is Locale {
  return (languages() as ReadonlyMap<unknown, unknown>).has(value);
}

/** The language kept with somebody; Chinese where none was, or where its file is gone. */
export const localeOf = (kept: string | null | undefined): Locale =>
  isLocale(kept) ? kept : defaultLocale;

/** The value of `<html lang>`. */
export const htmlLang = (locale: Locale): string => languageOf(locale).lang;

/** The other languages, for the links that change it. */
export const otherLocales = (locale: Locale): Locale[] => locales().filter((it) => it !== locale);

/**
 * The language of one request: what the person chose, else the best the browser asks for
 * (RFC 9110 §12.5.4), else Chinese.
 */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  return wishes(acceptLanguage ?? '')[0] ?? defaultLocale;
}

/** Our languages among those asked for, best first. */
function wishes(acceptLanguage: string): Locale[] {
  return acceptLanguage
    .slice(0, 400)
    .split(',')
    .flatMap((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const locale = nearest(tag);
      const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean);
      const weight = quality === undefined ? 1 : Number(quality);
      return locale && weight > 0 ? [{ locale, weight }] : [];
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ locale }) => locale);
}

/** A tag is cut from its end until it names a language of ours (RFC 4647 §3.4): `zh-TW` finds `zh`. */
function nearest(tag: string): Locale | undefined {
  const found = locales().find((it) => it.toLowerCase() === tag);
  const cut = tag.lastIndexOf('-');
  return found ?? (cut > 0 ? nearest(tag.slice(0, cut)) : undefined);
}
