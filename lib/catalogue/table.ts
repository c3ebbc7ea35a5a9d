import type { CategoryRow } from '@/lib/categories/tree';
import { csvText } from '@/lib/exchange/csv-text';
import { cellOf, findColumns } from '@/lib/exchange/org/columns';
import { type Line, readTable } from '@/lib/exchange/org/read-table';
import { kindOf, kindWord } from '@/lib/exchange/org/words';
import type { FormProblem } from '@/lib/forms';
import { type NameableUnit, unitsCalled } from '@/lib/units/named-units';
import { againstEntry, basisInput, type EntryFacts, isLeadKind, sameEntry } from './entry';
import type { Catalogue, CatalogueLine, Entry } from './read';

/** Names of columns as people write them; the first of each language stands in an export. */
const columns = {
  category: ['分类', 'category'],
  leadKind: ['主办类别', 'leading kind', '主办单位类别'],
  leadUnits: ['主办单位', 'leading units'],
  helpUnits: ['协办单位', 'helping units'],
  basis: ['依据', 'basis', '法律依据'],
  confusedWith: ['易混淆', 'easily confused with', '易混淆说明'],
  bySystem: ['系统直派', 'dispatched by the system', '自动派单'],
} as const;

type Column = keyof typeof columns;
const names = Object.keys(columns) as Column[];

export interface PlannedEntry {
  line: number;
  category: string;
  doing: 'new' | 'changed';
  facts: EntryFacts;
}

export type CataloguePlan =
  | { ok: true; entries: PlannedEntry[]; unchanged: number }
  | { ok: false; problems: FormProblem[] };

const mostProblems = 50;
const yes = ['是', '可以', 'yes', 'y', 'true', '1', '√'];
const no = ['', '否', '不', 'no', 'n', 'false', '0'];

/** How a category is called in a table: its names from the root down. */
export const pathName = (category: CategoryRow, tree: readonly CategoryRow[]): string =>
  tree
    .filter((it) => category.path.startsWith(it.path))
    .sort((a, b) => a.path.length - b.path.length)
    .map((it) => it.name)
    .join(' / ');

const plainPath = (text: string): string =>
  text
    .normalize('NFKC')
    .split('/')
    .map((it) => it.trim())
    .join('/')
    .toLowerCase();

/**
 * What a table would make of the catalogue: a line for each category, told by its names from the first
 * level down. Every fault is named with its line; with one fault nothing is planned. Categories the table
 * does not name stay as they are.
 */
export function planCatalogue(text: string, { lines, tree, units }: Catalogue): CataloguePlan {
  const table = readTable(text);
  if (!table.ok) {
    const { code, line, values } = table.fault;
    return { ok: false, problems: [{ field: 'text', code, values: { line, ...values } }] };
  }
  const asked: Column[] = ['category', 'leadKind', 'basis'];
  const { at, faults } = findColumns(table.header, columns, asked);
  if (faults.length > 0) {
    return { ok: false, problems: faults.map((it) => problem(it.line, it.code, it.values)) };
  }
  const cell = cellOf(at);
  const byPath = new Map(lines.map((it) => [plainPath(pathName(it.category, tree)), it]));
  const known = [...units.values()];
  const seen = new Map<string, number>();
  const entries: PlannedEntry[] = [];
  const problems: FormProblem[] = [];
  let unchanged = 0;
  for (const row of table.lines) {
    const name = cell(row, 'category');
    const found = byPath.get(plainPath(name));
    const read = found
      ? factsOf(row, cell, found, known)
      : { problems: [problem(row.line, 'lineCategory', { name })] };
    const first = found && seen.get(found.category.id);
    if (first !== undefined) read.problems.push(problem(row.line, 'lineTwice', { first, name }));
    if (found) seen.set(found.category.id, row.line);
    problems.push(...read.problems);
    if (!found || !('facts' in read) || read.problems.length > 0) continue;
    if (found.own && sameEntry(found.own, read.facts)) unchanged += 1;
    else {
      const doing = found.own ? 'changed' : 'new';
      entries.push({
        line: row.line,
        category: pathName(found.category, tree),
        doing,
        facts: read.facts,
      });
    }
  }
  const more = problems.length - mostProblems;
  const shown = problems.slice(0, mostProblems);
  if (more > 0) shown.push({ field: 'text', code: 'moreFaults', values: { more } });
  return shown.length > 0 ? { ok: false, problems: shown } : { ok: true, entries, unchanged };
}

const problem = (line: number, code: string, values: FormProblem['values'] = {}): FormProblem => ({
  field: 'text',
  code,
  values: { line, ...values },
});

function factsOf(
  row: Line,
  cell: (line: Line, column: Column) => string,
  { category }: CatalogueLine,
  known: readonly NameableUnit[],
): { facts: EntryFacts; problems: FormProblem[] } | { problems: FormProblem[] } {
  const problems: FormProblem[] = [];
  const against = (code: string, values?: FormProblem['values']) =>
    problems.push(problem(row.line, `line${code[0]?.toUpperCase()}${code.slice(1)}`, values));
  const kind = kindOf(cell(row, 'leadKind'));
  const leadKind = kind && isLeadKind(kind) ? kind : null;
  if (!leadKind) against('kind', { text: cell(row, 'leadKind') });
  const lead = unitsCalled(cell(row, 'leadUnits'), known);
  const help = unitsCalled(cell(row, 'helpUnits'), known);
  for (const it of [...lead.troubles, ...help.troubles]) against(it.code, it.values);
  if (leadKind) {
    for (const it of againstEntry(leadKind, lead.units, help.units)) against(it.code, it.values);
  }
  const words = basisInput.safeParse({
    basis: cell(row, 'basis'),
    confusedWith: cell(row, 'confusedWith'),
  });
  if (!words.success) against('words');
  const said = cell(row, 'bySystem').toLowerCase();
  if (![...yes, ...no].includes(said)) against('yesNo', { text: said });
  if (!leadKind || !words.success) return { problems };
  const facts: EntryFacts = {
    categoryId: category.id,
    leadKind,
    leadUnitIds: lead.units.map((it) => it.id),
    helpUnitIds: help.units.map((it) => it.id),
    basis: words.data.basis,
    confusedWith: words.data.confusedWith ?? null,
    bySystem: yes.includes(said),
  };
  return { facts, problems };
}

/** The catalogue as a table that can be read in again: a line for each category that has an entry of its own. */
export function catalogueTable({ lines, tree, units }: Catalogue, locale: 'zh' | 'en'): string {
  const header = names.map((it) => columns[it][locale === 'zh' ? 0 : 1]);
  // By code where a name alone would not do.
  const called = (ids: readonly string[]) =>
    ids
      .map((id) => units.get(id))
      .map((unit) => {
        const twice = [...units.values()].filter((it) => !it.closed && it.name === unit?.name);
        return (twice.length > 1 ? unit?.code : unit?.name) ?? '';
      })
      .join('、');
  const row = (category: CategoryRow, own: Entry) => [
    pathName(category, tree),
    kindWord(own.leadKind, locale),
    called(own.leadUnitIds),
    called(own.helpUnitIds),
    own.basis,
    own.confusedWith ?? '',
    own.bySystem ? (locale === 'zh' ? '是' : 'yes') : locale === 'zh' ? '否' : 'no',
  ];
  return csvText([
    header,
    ...lines.flatMap(({ category, own }) => (own ? [row(category, own)] : [])),
  ]);
}
