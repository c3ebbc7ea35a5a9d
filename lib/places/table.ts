import { csvText } from '@/lib/exchange/csv-text';
import { cellOf, findColumns } from '@/lib/exchange/org/columns';
import { readTable } from '@/lib/exchange/org/read-table';
import { checkText, type FormProblem } from '@/lib/forms';
import { listIn, type NameableUnit, unitCalled } from '@/lib/units/named-units';
import { type AreaFacts, againstArea, type KnownArea, sameArea } from './area';
import { readOutline } from './outline';
import { keysOf } from './place-keys';

/** Names of columns as people write them; the first of each language stands in an export. */
const columns = {
  name: ['名称', 'name', '地名'],
  unit: ['单位', 'unit', '所属单位', '单位代码'],
  aliases: ['别名', 'also called', '别称'],
  outline: ['范围', 'outline', 'geojson'],
} as const;

type Column = keyof typeof columns;
const names = Object.keys(columns) as Column[];

export interface PlannedArea {
  line: number;
  doing: 'new' | 'changed';
  id: string | null;
  unitName: string;
  facts: AreaFacts;
}

export type AreaPlan =
  | { ok: true; areas: PlannedArea[]; unchanged: number }
  | { ok: false; problems: FormProblem[] };

export const longestName = 60;
const mostProblems = 50;

/**
 * What a table would make of the areas: a line for each. A line whose unit has an area of that name changes
 * it, others are new; areas the table does not name stay. With one fault nothing is planned.
 */
export function planAreas(
  text: string,
  areas: readonly KnownArea[],
  units: readonly NameableUnit[],
): AreaPlan {
  const table = readTable(text);
  if (!table.ok) {
    const { code, line, values } = table.fault;
    return { ok: false, problems: [{ field: 'text', code, values: { line, ...values } }] };
  }
  const { at, faults } = findColumns(table.header, columns, ['name', 'unit']);
  if (faults.length > 0) {
    return { ok: false, problems: faults.map((it) => problem(it.line, it.code, it.values)) };
  }
  const cell = cellOf(at);
  const problems: FormProblem[] = [];
  const planned: PlannedArea[] = [];
  let standing = [...areas];
  let unchanged = 0;
  for (const row of table.lines) {
    const against = (code: string, values?: FormProblem['values']) =>
      problems.push(problem(row.line, `line${code[0]?.toUpperCase()}${code.slice(1)}`, values));
    const name = cell(row, 'name');
    const aliases = listIn(cell(row, 'aliases'));
    const called = unitCalled(cell(row, 'unit'), units);
    if ('trouble' in called) {
      against(called.trouble.code, called.trouble.values);
      continue;
    }
    if ([name, ...aliases].some((it) => it === '' || checkText(it, { max: longestName }))) {
      against('name', { max: longestName });
      continue;
    }
    const shape = cell(row, 'outline');
    const drawn = shape ? readOutline(shape) : null;
    if (drawn && 'code' in drawn) {
      against(drawn.code);
      continue;
    }
    const unit = units.find((it) => it.id === called.unit.id);
    if (!unit) continue;
    const [key = ''] = keysOf(name, []);
    const old = standing.find((it) => it.unitId === unit.id && keysOf(it.name, [])[0] === key);
    if (old && !areas.includes(old)) {
      against('twice', { name });
      continue;
    }
    // A table without the column says nothing of outlines.
    const outline = at.has('outline') ? (drawn?.outline ?? null) : (old?.outline ?? null);
    const facts: AreaFacts = { unitId: unit.id, name, aliases, outline };
    const others = standing.filter((it) => it !== old);
    const [first] = againstArea({ ...facts, unitPath: unit.path }, others);
    if (first) {
      against(first.code, first.values);
      continue;
    }
    standing = [
      ...others,
      {
        ...facts,
        id: old?.id ?? '',
        keys: keysOf(name, aliases),
        unitPath: unit.path,
        unitName: unit.name,
      },
    ];
    if (old && sameArea(old, facts)) unchanged += 1;
    else {
      const doing = old ? 'changed' : 'new';
      planned.push({ line: row.line, doing, id: old?.id ?? null, unitName: unit.name, facts });
    }
  }
  const more = problems.length - mostProblems;
  const shown = problems.slice(0, mostProblems);
  if (more > 0) shown.push({ field: 'text', code: 'moreFaults', values: { more } });
  return shown.length > 0
    ? { ok: false, problems: shown }
    : { ok: true, areas: planned, unchanged };
}

const problem = (line: number, code: string, values: FormProblem['values'] = {}): FormProblem => ({
  field: 'text',
  code,
  values: { line, ...values },
});

/** The areas as a table that can be read in again. */
export function areaTable(
  areas: readonly KnownArea[],
  units: readonly NameableUnit[],
  locale: 'zh' | 'en',
): string {
  const header = names.map((it) => columns[it][locale === 'zh' ? 0 : 1]);
  const codes = new Map(units.map((it) => [it.id, it.code]));
  return csvText([
    header,
    ...areas.map((it) => [
      it.name,
      codes.get(it.unitId) ?? '',
      it.aliases.join('、'),
      it.outline ? JSON.stringify(it.outline) : '',
    ]),
  ]);
}
