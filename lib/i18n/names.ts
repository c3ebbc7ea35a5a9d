import { languageOf } from './languages';
import type { BuiltIn, Locale } from './locale';

/** In which of their two languages units, categories and places are named on pages in this one. */
export const namesIn = (locale: Locale): BuiltIn => languageOf(locale).names;

/** The name of something that has two, for a reader of this language. */
export const nameIn = <Chinese, English>(
  locale: Locale,
  { name, nameEn }: { name: Chinese; nameEn: English },
): Chinese | English => (namesIn(locale) === 'en' ? nameEn : name);
