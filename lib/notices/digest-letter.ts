import { spokenCaseNumber } from '@/lib/appeals/case-number';
import type { Verb } from '@/lib/appeals/lifecycle';
import type { Named } from '@/lib/appeals/queries/case-view';
import { civilDay, dayOf, promisedMomentOf, type Telling } from '@/lib/i18n/dates';
import { fill } from '@/lib/i18n/fill';
import type { Messages } from '@/lib/i18n/messages';
import { nameIn } from '@/lib/i18n/names';
import type { Letter } from './mailer';

/** One thing to do. Nothing here was said by a resident: e-mail is no safe place for that. */
export interface DigestLine {
  caseNumber: string;
  category: Named | null;
  verb: Verb;
  dueAt: Date | null;
  /** Whose it is while they are away. */
  insteadOf: { name: string; untilOn: string } | null;
}

export interface DigestWork {
  name: string;
  total: number;
  overdue: number;
  today: number;
  /** The numbers mean "at least". */
  atLeast: boolean;
  /** The most urgent first. */
  lines: readonly DigestLine[];
}

/** More than these are named by their number alone. */
export const mostLines = 20;

/** The day's work of one person as a letter; null where there is none. */
export function digestLetter(
  work: DigestWork,
  words: Messages,
  telling: Telling,
  publicUrl: string,
): Letter | null {
  const { lines, total, overdue, today } = work;
  if (total === 0 || lines.length === 0) return null;
  const say = (key: string, values: Record<string, string | number> = {}) =>
    fill(textAt(words, 'digest', key), { ...values });
  const more = work.atLeast ? '+' : '';
  const counts = { total: `${total}${more}`, overdue, today, day: dayOf(telling.at, telling) };
  const shown = lines.slice(0, mostLines);
  const rest = total - shown.length;
  const paragraphs = [
    say('hello', { name: work.name }),
    say('counts', counts),
    ...shown.map((line, index) => entry(line, index + 1, words, telling, publicUrl)),
    ...(rest > 0 ? [say('rest', { count: `${rest}${more}` })] : []),
    say('desk', { address: `${publicUrl}/desk` }),
    say('why'),
  ];
  return { subject: say('subject', counts), text: `${paragraphs.join('\n\n')}\n` };
}

function entry(
  line: DigestLine,
  place: number,
  words: Messages,
  telling: Telling,
  publicUrl: string,
): string {
  const say = (key: string, values: Record<string, string | number> = {}) =>
    fill(textAt(words, 'digest', key), values);
  const { category, dueAt, insteadOf } = line;
  const named = category && nameIn(telling.locale, category);
  const late = dueAt !== null && dueAt < telling.at;
  const moment = dueAt ? promisedMomentOf(dueAt, telling) : '';
  return [
    say('line', {
      place,
      number: spokenCaseNumber(line.caseNumber),
      category: named || textAt(words, 'words', 'uncategorised'),
      step: textAt(words, 'verbs', line.verb, 'name'),
    }),
    dueAt ? say(late ? 'overdue' : 'due', { moment }) : say('noDue'),
    ...(insteadOf
      ? [
          say('insteadOf', {
            name: insteadOf.name,
            until: civilDay(insteadOf.untilOn, telling),
          }),
        ]
      : []),
    `${publicUrl}/appeals/${line.caseNumber}`,
  ].join('\n   ');
}

/** A text by its place; one that is missing is a fault, and no letter goes out with a hole in it. */
function textAt(words: Messages, ...path: string[]): string {
  let found: Messages[string] | undefined = words;
  for (const key of path) found = typeof found === 'object' ? found[key] : undefined;
  if (typeof found !== 'string') throw new Error(`no words for ${path.join('.')}`);
  return found;
}
