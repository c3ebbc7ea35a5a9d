import type { Figure, Served, Spread } from '../figures';
import { machineLine } from '../machine';
import { type Size, shortOf } from './sizes';
import { cellOf, targets } from './targets';

const marks = ['<!-- runs -->', '<!-- /runs -->'] as const;

/**
 * The document with what the runs say between its marks.
 *
 * @throws Error where it has no place for them.
 */
export function withTables(document: string, sizes: readonly Size[]): string {
  const [from, to] = [document.indexOf(marks[0]), document.indexOf(marks[1])];
  if (from < 0 || to < from) throw new Error('docs/performance.md has no place for the tables');
  const lines = [...machines(sizes), ...wantedTable(sizes), ...kindsTable(sizes)];
  const written = [marks[0], ...lines, marks[1]].join('\n');
  return document.slice(0, from) + written + document.slice(to + marks[1].length);
}

const machines = (sizes: readonly Size[]): string[] => [
  ...sizes.map(
    ({ cases, run }) =>
      `- ${cases.toLocaleString('en')} cases: ${run.at.slice(0, 10)}, ${machineLine(run.machine)}`,
  ),
  '',
];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const rules = (count: number): string => `|${'---|'.repeat(count)}`;

/** Every target with its figure at each size; in bold what reaches it. */
function wantedTable(sizes: readonly Size[]): string[] {
  const [smallest] = sizes;
  if (!smallest) return [];
  return [
    row(['', 'wanted', ...sizes.map(({ cases }) => shortOf(cases))]),
    rules(2 + sizes.length),
    ...targets.map((it) =>
      row([it.name, it.wanted, ...sizes.map((size) => cellOf(it, size, smallest.run))]),
    ),
    '',
    'In bold: reached.',
    '',
  ];
}

/** Every kind of request at the largest size. */
function kindsTable(sizes: readonly Size[]): string[] {
  const largest = sizes.at(-1);
  if (!largest) return [];
  const kinds = largest.run.figures.flatMap((it) =>
    it.served && !isList(it) ? [rowOf(it, it.served)] : [],
  );
  const lists = largest.run.figures.flatMap((it) =>
    it.served && isList(it) ? [listRow(it, it.served)] : [],
  );
  const mixed = largest.run.figures.flatMap(({ name, note }) =>
    name.startsWith('mixed load') && note ? [`- ${note}`] : [],
  );
  return [
    `Every kind at ${largest.cases.toLocaleString('en')} cases, 16 clients; SQL and *alone* while one asks:`,
    '',
    row([
      '',
      'a second',
      '50th / 95th / 99th, ms',
      'alone, 50th / 95th, ms',
      'processor, ms: web + PostgreSQL',
      'bare page: a second',
      'processor against it',
      'SQL, ms',
      'against SQL by hand',
    ]),
    rules(9),
    ...kinds,
    '',
    '<details><summary>Every list of every desk, and every filter of the search</summary>',
    '',
    row([
      '',
      'a second',
      '50th / 95th, ms',
      'alone, 95th, ms',
      'processor, ms: web + PostgreSQL',
      'SQL, ms',
    ]),
    rules(6),
    ...lists,
    '',
    '</details>',
    '',
    'Open loop:',
    '',
    ...mixed,
  ];
}

/** Kinds that are one of many lists: they were asked for less long. */
const isList = ({ name }: Figure): boolean =>
  /^queue \w+\/|^search \w+=|^search of a unit/.test(name);

function rowOf({ name, ours }: Figure, it: Served): string {
  return row([
    name,
    it.perSecond.toFixed(0),
    spread(ours),
    it.alone ? `${brief(it.alone.p50)} / ${brief(it.alone.p95)}` : '',
    `${brief(it.webMs)} + ${brief(it.postgresMs)}`,
    it.bare ? it.bare.perSecond.toFixed(0) : '',
    it.bare ? `${((it.webMs + it.postgresMs) / it.bare.webMs).toFixed(1)} ×` : '',
    brief(it.sqlMs),
    it.sqlByHandMs ? `${(it.sqlMs / it.sqlByHandMs).toFixed(1)} ×` : '',
  ]);
}

const listRow = ({ name, ours }: Figure, it: Served): string =>
  row([
    name,
    it.perSecond.toFixed(0),
    `${brief(ours.p50)} / ${brief(ours.p95)}`,
    it.alone ? brief(it.alone.p95) : '',
    `${brief(it.webMs)} + ${brief(it.postgresMs)}`,
    brief(it.sqlMs),
  ]);

const spread = ({ p50, p95, p99 }: Spread): string => [p50, p95, p99].map(brief).join(' / ');
const brief = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
