import type { CaseView } from '@/lib/appeals/queries/case-view';
import type { Telling } from '@/lib/i18n/dates';
import { languageOf } from '@/lib/i18n/languages';
import { htmlLang, type Locale, localeOf } from '@/lib/i18n/locale';
import { getLocale } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';

export const readerLocale = getLocale;

/** Language and zone of the reader, told from the instant the case was read. */
export const tellingAt = async (at: Date): Promise<Telling> => ({
  locale: await readerLocale(),
  zone: civilZone(),
  at,
});

/** What stands between two things of one line. */
export const dot = (locale: Locale): string => languageOf(locale).marks.dot;

/** The language a resident's words are likely to be in: the one the page was in when they filed. */
export const langOf = (locale: string | undefined): string => htmlLang(localeOf(locale));

/** The language of the filer's words. */
export const voiceLang = ({ file }: CaseView): string =>
  langOf(file.voices.find((it) => it.role === 'filer')?.locale);
