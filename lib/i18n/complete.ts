import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { type Header, type Language, languages, WrongLanguage } from './languages';
import type { Locale } from './locale';
import { type Messages, messagesOf } from './messages';

const builtIn: readonly Locale[] = ['zh', 'en'];
const mostNamed = 20;

/**
 * Holds each language that came by a file against the built-in ones. With none it costs nothing.
 *
 * @throws WrongLanguage naming each key that is missing or cannot stand so, up to twenty.
 */
export async function needWholeLanguages(): Promise<void> {
  const more = [...languages()].filter(([locale]) => !builtIn.includes(locale));
  for (const [locale, language] of more) {
    const faults = await languageFaults(locale, language);
    if (faults.length === 0) continue;
    const where = 'file' in language.at ? language.at.file : language.at.folder;
    const named = faults.slice(0, mostNamed).map((it) => `  ${it}`);
    const rest = faults.length - named.length;
    if (rest > 0) named.push(`  … and ${rest} more.`);
    throw new WrongLanguage([`${where} is no whole language:`, ...named].join('\n'));
  }
}

/** What one language lacks, a sentence each. */
export async function languageFaults(locale: Locale, language: Language): Promise<string[]> {
  const all = async (of: Locale, header: Language) => ({
    ...(await messagesOf(of)),
    language: headerTexts(header),
  });
  const models = [...languages()].filter(([it]) => builtIn.includes(it));
  return faultsOf(
    await all(locale, language),
    await Promise.all(models.map(([of, header]) => all(of, header))),
    language.intl,
  ).filter((it) => language.dates !== undefined || !it.startsWith('language.dates.'));
}

/** The texts of a header that have places to fill. */
function headerTexts({ dates, spans, marks }: Pick<Header, 'dates' | 'spans' | 'marks'>): Messages {
  const { weekdays: _, months: __, ...patterns } = dates ?? { weekdays: [], months: [] };
  return { spans, marks, dates: patterns as Messages };
}

/**
 * Holds words against those of other languages: every key they have, every place to fill that all of them
 * have and none that none of them has, every plural form `intl` tells apart.
 */
export function faultsOf(own: Messages, models: readonly Messages[], intl: string): string[] {
  const said = new Map(textsOf(own));
  const wanted = new Map<string, string[]>();
  for (const [key, text] of models.flatMap((it) => [...textsOf(it)])) {
    wanted.set(key, [...(wanted.get(key) ?? []), text]);
  }
  return [...wanted].flatMap(([key, texts]) => {
    const text = said.get(key);
    if (text === undefined) return [`${key} is missing.`];
    if (text.trim() === '' && texts.every((it) => it.trim() !== '')) return [`${key} is empty.`];
    return textFaults(text, texts, intl).map((it) => `${key} ${it}`);
  });
}

function textFaults(text: string, models: readonly string[], intl: string): string[] {
  const parts = partsOf(text);
  // What the built-in words do not mean for ICU either is filled in plainly.
  if (!parts && models.some(partsOf)) return ['cannot be read: look at its braces and tags.'];
  const places = placesIn(text);
  const known = models.map(placesIn);
  const lacking = [...(known[0] ?? [])].filter(
    (it) => known.every((model) => model.has(it)) && !places.has(it),
  );
  const unknown = [...places].filter((it) => !known.some((model) => model.has(it)));
  return [
    ...lacking.map((it) => `lacks ${it}.`),
    ...unknown.map((it) => `has ${it}, which nothing fills.`),
    ...(parts ? pluralFaults(parts, intl) : []),
  ];
}

function* textsOf(tree: Messages, path = ''): Generator<[key: string, text: string]> {
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'string') yield [`${path}${name}`, value];
    else if (value && typeof value === 'object') yield* textsOf(value, `${path}${name}.`);
  }
}

function partsOf(text: string): MessageFormatElement[] | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

/** As a translator sees them: `{count}`, `<link>`, `%s`. */
function placesIn(text: string): Set<string> {
  const parts = partsOf(text);
  const named = parts
    ? [...elementsOf(parts)].flatMap((it) =>
        it.type === TYPE.literal || it.type === TYPE.pound
          ? []
          : [it.type === TYPE.tag ? `<${it.value}>` : `{${it.value}}`],
      )
    : (text.match(/\{\w+\}/g) ?? []);
  return new Set([...named, ...(text.includes('%s') ? ['%s'] : [])]);
}

function* elementsOf(parts: readonly MessageFormatElement[]): Generator<MessageFormatElement> {
  for (const part of parts) {
    yield part;
    if (part.type === TYPE.tag) yield* elementsOf(part.children);
    if (part.type === TYPE.plural || part.type === TYPE.select) {
      for (const { value } of Object.values(part.options)) yield* elementsOf(value);
    }
  }
}

function pluralFaults(parts: readonly MessageFormatElement[], intl: string): string[] {
  return [...elementsOf(parts)].flatMap((it) => {
    if (it.type !== TYPE.plural) return [];
    const rules = new Intl.PluralRules(intl, { type: it.pluralType ?? 'cardinal' });
    return rules
      .resolvedOptions()
      .pluralCategories.filter((form) => !(form in it.options))
      .map((form) => `lacks the plural form ${form} of {${it.value}}.`);
  });
}
