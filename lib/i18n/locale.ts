export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];

const defaultLocale: Locale = 'zh';
export const localeCookie = 'huiyin_locale';

/** The value of `<html lang>`. */
export const htmlLang: Record<Locale, string> = { zh: 'zh-CN', en: 'en' };

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The other language, for the link that changes it. */
export function otherLocale(locale: Locale): Locale {
  return locale === 'zh' ? 'en' : 'zh';
}

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
      const language = tag.split('-')[0];
      const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean);
      const weight = quality === undefined ? 1 : Number(quality);
      return isLocale(language) && weight > 0 ? [{ language, weight }] : [];
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
}
