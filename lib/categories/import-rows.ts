import { readTable } from '@/lib/exchange/org/read-table';
import { checkText, type FormProblem } from '@/lib/forms';
import { type CategoryRow, mostLevels } from './tree';

/** Real trees have some five hundred; beyond this somebody sent the wrong file. */
const mostLines = 5_000;
export const longestName = 60;
const mostProblems = 50;

/** One category a file asks for. */
export interface Wanted {
  /** Names from the root down, its own last. */
  names: readonly string[];
  /** Its English name; the Chinese one where the file has none. */
  nameEn: string;
  line: number;
}

export interface ImportPlan {
  /** To be added, parents before children. */
  added: Wanted[];
  /** How many are there already and stay as they are. */
  known: number;
  lines: number;
}

type Read = { ok: true; plan: ImportPlan } | { ok: false; problems: FormProblem[] };

const problem = (code: string, values?: FormProblem['values']): FormProblem =>
  values ? { field: 'text', code, values } : { field: 'text', code };

export const namesKey = (names: readonly string[]): string => names.join('\n');

/**
 * A tree from CSV: a heading, then a line for each category with its names from the first level down in
 * three columns, and if wanted the English names in three more. Every line with a fault is named, at
 * most fifty; with one fault nothing is planned. Categories that exist are left alone.
 */
export function readImport(text: string, tree: readonly CategoryRow[]): Read {
  const parsed = linesOf(text);
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };
  const faults: FormProblem[] = [];
  const existing = byNames(tree);
  const seen = new Map<string, number>();
  const wanted = new Map<string, Wanted>();
  let known = 0;
  for (const { line, cells } of parsed.lines) {
    const read = namesOf(cells, line);
    if ('code' in read) {
      faults.push(read);
      continue;
    }
    const { names, english } = read;
    const first = seen.get(namesKey(names));
    if (first !== undefined) {
      faults.push(problem('lineTwice', { line, first, name: names.join(' / ') }));
      continue;
    }
    seen.set(namesKey(names), line);
    for (let level = 1; level <= names.length; level++) {
      const own = names.slice(0, level);
      const key = namesKey(own);
      const there = existing.get(key);
      if (there?.retiredAt) {
        faults.push(problem('lineRetired', { line, name: own.join(' / ') }));
        break;
      }
      if (there && level === names.length) known += 1;
      if (there || wanted.has(key)) continue;
      wanted.set(key, { names: own, nameEn: english[level - 1] || (own.at(-1) ?? ''), line });
    }
  }
  if (faults.length > 0) return { ok: false, problems: cut(faults) };
  return { ok: true, plan: { added: [...wanted.values()], known, lines: parsed.lines.length } };
}

function cut(faults: FormProblem[]): FormProblem[] {
  const more = faults.length - mostProblems;
  if (more <= 0) return faults;
  return [...faults.slice(0, mostProblems), problem('moreFaults', { more })];
}

function linesOf(text: string) {
  const table = readTable(text);
  if (!table.ok) {
    const { line, code, values } = table.fault;
    return { ok: false as const, problem: problem(code, { line, ...values }) };
  }
  const count = table.lines.length;
  if (count > mostLines) {
    const values = { max: mostLines, count };
    return { ok: false as const, problem: problem('tooManyLines', values) };
  }
  return { ok: true as const, lines: table.lines };
}

function namesOf(
  cells: readonly string[],
  line: number,
): { names: string[]; english: string[] } | FormProblem {
  const tidy = cells.map((it) => it.normalize('NFC').replace(/\s+/g, ' ').trim());
  if (tidy.slice(2 * mostLevels).some(Boolean)) {
    return problem('lineTooManyCells', { line, most: mostLevels });
  }
  const columns = tidy.slice(0, mostLevels);
  const names = columns.slice(0, columns.findLastIndex(Boolean) + 1);
  if (names.length === 0 || names.includes('')) return problem('lineGap', { line });
  const faulty = tidy.some((it) => it !== '' && checkText(it, { max: longestName }) !== null);
  if (faulty) return problem('lineName', { line, max: longestName });
  return { names, english: tidy.slice(mostLevels) };
}

/** Every category by its names from the root down. */
export function byNames(tree: readonly CategoryRow[]): Map<string, CategoryRow> {
  const byId = new Map(tree.map((it) => [it.id, it]));
  const namesTo = (row: CategoryRow): string[] => {
    const parent = row.parentId ? byId.get(row.parentId) : undefined;
    return [...(parent ? namesTo(parent) : []), row.name];
  };
  return new Map(tree.map((it) => [namesKey(namesTo(it)), it]));
}
