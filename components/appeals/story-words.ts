import type { StoryKind } from '@/components/ui/story-line';
import type { Verb } from '@/lib/appeals/lifecycle';
import type { Named, StoryEntry } from '@/lib/appeals/queries/case-view';
import { languageOf } from '@/lib/i18n/languages';
import type { Locale } from '@/lib/i18n/locale';
import { nameIn } from '@/lib/i18n/names';

/** Dot: a resident spoke. Dot and ring: someone acted. Two rings: an answer. Square: a note. */
const kinds: Partial<Record<Verb, StoryKind>> = {
  file: 'said',
  supplement: 'said',
  judge: 'said',
  lookBack: 'said',
  reopen: 'said',
  withdraw: 'said',
  object: 'said',
  objectExclusion: 'said',
  answerQuestion: 'said',
  answerCause: 'answer',
  join: 'said',
  resolve: 'answer',
  answer: 'answer',
  decline: 'answer',
  rule: 'answer',
  annotate: 'note',
  rateHelp: 'note',
  supervise: 'note',
  release: 'note',
  card: 'note',
  entrust: 'note',
  stamp: 'note',
};

export function kindOf(entry: StoryEntry): StoryKind {
  if (entry.verb === 'message') return entry.by.kind === 'voice' ? 'said' : 'echo';
  return kinds[entry.verb] ?? 'echo';
}

export const nameOf = (named: Named | null, locale: Locale): string =>
  named ? nameIn(locale, named) : '';

/** Several names in one line. */
export const namesOf = (list: readonly Named[], locale: Locale): string =>
  list.map((it) => nameOf(it, locale)).join(languageOf(locale).marks.list);

type Words = (key: string) => string;

/** The values every sentence of messages/<locale>/story.json may use. */
export function sentenceValues(
  entry: StoryEntry,
  side: 'voice' | 'staff',
  locale: Locale,
  words: Words,
): Record<string, string> {
  const { by, facts } = entry;
  const self = side === 'voice' ? words('you') : words('resident');
  const voice = by.kind === 'voice' && !by.self && side === 'voice' ? words('otherResident') : self;
  return {
    who: by.kind === 'person' ? by.name : voice,
    ...(entry.verb === 'file' ? { who: entry.ofAnother ? words('otherResident') : self } : {}),
    name: by.kind === 'person' ? by.name : words(by.kind === 'import' ? 'import' : 'system'),
    by: by.kind,
    org: by.kind === 'person' ? nameOf(by.unit, locale) : '',
    unit: nameOf(entry.unit, locale),
    better: nameOf(entry.betterUnit, locale),
    owner: nameOf(entry.owner, locale),
    causeClass: facts.causeClass ? words(`causeClass.${facts.causeClass}`) : '',
    second: nameOf(entry.second, locale) || 'none',
    units: namesOf(entry.units, locale),
    silent: namesOf(entry.units, locale) || 'none',
    atIt: String(facts.atIt ?? ''),
    rating: String(facts.rating ?? ''),
    of: String(facts.of ?? ''),
    person: entry.person ?? 'none',
    how: String(facts.how ?? ''),
    outcome: String(facts.outcome ?? ''),
    solved: String(facts.solved ?? ''),
    erased: String(entry.verb === 'erase' ? facts.what : ''),
  };
}

/** Words of a step in the order they are read. */
export const wordOrder = [
  'what',
  'answer',
  'plan',
  'question',
  'cause',
  'words',
  'said',
  'found',
  'decided',
  'plan',
  'evidence',
  'reason',
  'basis',
  'route',
  'note',
  'place',
  'since',
  'wish',
  'silentReason',
  'who',
  'pressureWords',
] as const;
