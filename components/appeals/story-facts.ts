import { spokenCaseNumber } from '@/lib/appeals/case-number';
import type { StoryEntry } from '@/lib/appeals/queries/case-view';
import { dayOf, promisedMomentOf, type Telling } from '@/lib/i18n/dates';
import type { Words } from '@/lib/i18n/gaps';
import { languageOf } from '@/lib/i18n/languages';
import { instantOf } from '@/lib/time/civil';
import { nameOf } from './story-words';

const textOf = (fact: unknown): string => (typeof fact === 'string' ? fact : '');

/** A civil date of the facts as the reader's language says it; `none` where there is none. */
function civil(fact: unknown, telling: Telling): string {
  const on = textOf(fact);
  return on ? dayOf(instantOf(on, '12:00', telling.zone), telling) : 'none';
}

/** What a request asks, beside its kind: how much more, or until when; `none` for the others. */
function detailOf(entry: StoryEntry, telling: Telling, story: Words, words: Words): string {
  const { facts } = entry;
  if (typeof facts.amount === 'number' && typeof facts.unit === 'string') {
    return story('more', { amount: words(`limitUnit.${facts.unit}`, { amount: facts.amount }) });
  }
  if (typeof facts.causeClass === 'string') {
    const { locale } = telling;
    const causeClass = words(`causeClass.${facts.causeClass}`);
    return story('causeAt', { causeClass, owner: nameOf(entry.owner, locale) });
  }
  const on = civil(facts.untilOn, telling);
  return on === 'none' ? on : story('until', { date: on });
}

interface Dated {
  kind?: string;
  cause?: string;
  as?: string;
  at?: string;
  unitId?: string;
  card?: string;
  to?: string;
}

const listOf = (fact: unknown): Dated[] => (Array.isArray(fact) ? (fact as Dated[]) : []);

/** What a step ended beside what it says itself: a wait whose date had passed, say. */
export function holdsEndedWords(entry: StoryEntry, telling: Telling, story: Words): string[] {
  if (entry.verb === 'endHold' || entry.verb === 'answerQuestion') return [];
  return listOf(entry.facts.holdsEnded).map(({ cause = '', as = '', at = '' }) =>
    story('holdEnded', { cause, as, date: at ? dayOf(new Date(at), telling) : '' }),
  );
}

interface Order {
  level?: number;
  cause?: string;
}

/** The supervision that a step ordered beside what it did, where it did. */
export const orderOf = ({ facts }: StoryEntry): Order | null =>
  facts.supervised ? (facts.supervised as Order) : null;

/** Values of sentences about requests, supervision, cards and moved dates. */
export function factValues(
  entry: StoryEntry,
  telling: Telling,
  story: Words,
  words: Words,
): Record<string, string> {
  const { facts } = entry;
  const promise = listOf(facts.moved).find((it) => it.kind === 'promise')?.to;
  return {
    request: textOf(facts.kind),
    detail: detailOf(entry, telling, story, words),
    about: String(facts.about ?? ''),
    exclusionClass: facts.exclusionClass ? words(`exclusionClass.${facts.exclusionClass}`) : '',
    leaveOut: String(facts.leaveOut ?? ''),
    upheld: String(facts.upheld ?? ''),
    power: textOf((facts.power as { is?: string } | undefined)?.is) || 'none',
    level: String(facts.level ?? ''),
    cause: textOf(facts.cause),
    supervised: String(orderOf(entry)?.level ?? 'none'),
    nextOn: civil(facts.nextOn, telling),
    untilOn: civil(facts.untilOn, telling),
    byOn: civil(facts.byOn, telling),
    hold: listOf(facts.holdsEnded)[0]?.cause ?? '',
    because: textOf(facts.because),
    whom: textOf(facts.whom),
    helper: textOf(facts.helper) || 'none',
    holds: textOf(facts.holds),
    found: textOf(facts.found),
    asked: String(Array.isArray(facts.askedVoiceIds) ? facts.askedVoiceIds.length : 0),
    entrusted: textOf(facts.entrusted) || 'none',
    side: textOf(facts.side),
    number: spokenCaseNumber(textOf(facts.number)),
    moved: promise ? promisedMomentOf(new Date(promise), telling) : 'none',
    cards: listOf(facts.cards)
      .map(({ kind, card, unitId }) => {
        // The lead's own needs no name; that of a called unit, or of a cause's owner, does.
        const other = unitId !== facts.holderUnitId && entry.units.find((it) => it.id === unitId);
        const unit = nameOf(other || null, telling.locale);
        return story('cardOf', {
          unit: unit || 'none',
          kind: words(`clock.${kind}`),
          card: card ?? '',
        });
      })
      .join(languageOf(telling.locale).marks.list),
  };
}
