import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Locale } from './locale';

/** Cannot be used as it is; says which file and why. */
export class WrongLanguage extends Error {}

/** The header of a language, `language` in its file: what is no word of any page. */
const header = z.strictObject({
  name: z.string().min(1),
  lang: z.string().refine(isTag, 'must be a language tag, such as bo or zh-Hant'),
  dir: z.enum(['ltr', 'rtl']),
  names: z.enum(['zh', 'en']),
  intl: z
    .string()
    .refine(isTag, 'must be a language tag')
    .refine(isCountedIn, 'is no language this machine has rules of numbers and plurals for')
    .optional(),
  dates: z
    .strictObject({
      weekdays: z.array(z.string().min(1)).length(7),
      months: z.array(z.string().min(1)).length(12),
      day: z.string(),
      dayOfYear: z.string(),
      month: z.string(),
      monthOfYear: z.string(),
      withWeekday: z.string(),
      moment: z.string(),
      promised: z.string(),
    })
    .optional(),
  spans: z.strictObject({
    days: z.string(),
    hours: z.string(),
    hoursAndMinutes: z.string(),
    minutes: z.string(),
    none: z.string(),
    later: z.string(),
  }),
  marks: z.strictObject({ dot: z.string(), list: z.string(), comma: z.string() }),
});

export type Header = z.infer<typeof header>;

/** One language that is here. */
export interface Language extends Omit<Header, 'intl'> {
  /** By what rules numbers, plurals and lists are made, and dates where it has no words of its own for them. */
  intl: string;
  /** A folder with one file a namespace, or one file with all of them. */
  at: { folder: string } | { file: string };
}

let known: ReadonlyMap<Locale, Language> | undefined;

/**
 * All languages, read once: the two folders of `messages/`, then each file beside them and in the folder
 * HUIYIN_MESSAGES names. Reads the disk; not for code that runs in a browser.
 *
 * @throws WrongLanguage where a header cannot be used. Whether all words are there `npm start` asks.
 */
export function languages(): ReadonlyMap<Locale, Language> {
  known ??= readLanguages(process.env.HUIYIN_MESSAGES);
  return known;
}

export function languageOf(locale: Locale): Language {
  const found = languages().get(locale);
  if (!found) throw new WrongLanguage(`There is no language ${locale}.`);
  return found;
}

/** @param more a folder with files of further languages; empty or undefined: none. */
export function readLanguages(more?: string | undefined): ReadonlyMap<Locale, Language> {
  const home = join(process.cwd(), 'messages');
  const found = new Map<Locale, Language>();
  for (const locale of ['zh', 'en'] as const) {
    const folder = join(home, locale);
    found.set(locale, languageIn(join(folder, 'language.json'), { folder }));
  }
  for (const file of [home, ...(more?.trim() ? [resolve(more)] : [])].flatMap(filesIn)) {
    const locale = nameFrom(file);
    if (found.has(locale)) throw new WrongLanguage(`${file}: there is a language of that name.`);
    found.set(locale, languageIn(file, { file }));
  }
  return found;
}

function filesIn(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return names.sort().map((name) => join(folder, name));
  } catch (error) {
    throw new WrongLanguage(`HUIYIN_MESSAGES (${folder}) cannot be read: ${codeOf(error)}.`);
  }
}

/** The file is named as its language is: `bo.json`, `zh-Hant.json`. It is a Locale once it is in the map. */
function nameFrom(file: string): Locale {
  const name = /([^/\\]+)\.json$/.exec(file)?.[1] ?? '';
  if (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(name)) return name as Locale;
  throw new WrongLanguage(`${file}: must be called by a language tag, such as bo.json.`);
}

function languageIn(file: string, at: Language['at']): Language {
  const read = readJson(file) as { language?: unknown } | null;
  const parsed = header.safeParse('file' in at ? read?.language : read);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const key = ['language', ...(first?.path ?? [])].join('.');
    throw new WrongLanguage(`${file}: ${key}: ${first?.message}.`);
  }
  const { intl = parsed.data.lang, ...rest } = parsed.data;
  if (isCountedIn(intl)) return { ...rest, intl, at };
  throw new WrongLanguage(
    `${file}: language.intl must be given: this machine has no rules of numbers and plurals for ${intl}.`,
  );
}

/** @throws WrongLanguage where it cannot be read or is no JSON. */
function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new WrongLanguage(`${file} cannot be read: ${codeOf(error)}.`);
  }
}

const codeOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

function isCountedIn(tag: string): boolean {
  return Intl.PluralRules.supportedLocalesOf(tag).length > 0;
}
