import { languageOf } from './languages';
import type { Locale } from './locale';

/** `2,000`: a number as this language writes it. */
export const numberIn = (locale: Locale, value: number): string =>
  value.toLocaleString(languageOf(locale).intl);
