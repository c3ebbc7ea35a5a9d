import { type Doing, doings, type Fault, type PlannedLine } from './fault';
import type { ImportKind, Preview } from './import';

/** More lines than a person reads; the counts above tell of all. */
const shownLines = 200;
const shownFaults = 100;

type Words = (key: string, values?: Record<string, string | number>) => string;

export interface ImportView {
  digest: string;
  counts: Record<Doing, number>;
  /** How many lines have faults, and the first of them in words. */
  faulty: number;
  faults: { line: number; words: string }[];
  lines: { line: number; doing: string; name: string; details: string[] }[];
  /** Lines that would do something and are not shown. */
  more: number;
}

/** Faults whose values are roles. */
const roleFaults = ['rolesClash', 'partOfNobody'];

/** A preview in the reader's words: plain texts, so that a form can carry it with or without JavaScript. */
export function viewOf(
  kind: ImportKind,
  { faults, lines, digest }: Preview,
  { t, words }: { t: Words; words: Words },
): ImportView {
  const roleNames = (text: string) =>
    text === ''
      ? ''
      : text
          .split(', ')
          .map((it) => words(`role.${it}`))
          .join(t('and'));
  const valueWords = (column: string, text: string) => {
    if (text === '') return t('nothing');
    if (column === 'kind') return words(`unitKind.${text}`);
    return column === 'roles' ? roleNames(text) : text;
  };
  const detailsOf = ({ doing, differences }: PlannedLine<unknown>) =>
    Object.entries(differences)
      .filter(([column, it]) => doing === 'changed' || (it.after !== '' && column !== 'name'))
      .map(([column, it]) =>
        t(doing === 'new' ? 'detailNew' : 'detailChanged', {
          column: t(`column.${kind}.${column}`),
          before: valueWords(column, it.before),
          after: valueWords(column, it.after),
        }),
      );
  const count = (doing: Doing) => lines.filter((it) => it.doing === doing).length;
  const does = lines.filter((it) => it.doing !== 'unchanged');
  const faultWords = ({ code, values = {} }: Fault) => {
    const named = Object.entries(values).map(([key, value]) => [
      key,
      roleFaults.includes(code) ? words(`role.${value}`) : value,
    ]);
    return t(`fault.${code}`, Object.fromEntries(named));
  };
  return {
    digest,
    counts: Object.fromEntries(doings.map((it) => [it, count(it)])) as Record<Doing, number>,
    faulty: faults.length,
    faults: faults.slice(0, shownFaults).map((it) => ({ line: it.line, words: faultWords(it) })),
    lines: does.slice(0, shownLines).map((it) => ({
      line: it.line,
      doing: t(`doing.${it.doing}`),
      name: it.name,
      details: detailsOf(it),
    })),
    more: Math.max(0, does.length - shownLines),
  };
}
