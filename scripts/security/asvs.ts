import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@/scripts/launcher/root';
import { applicable, leftOut } from './requirements';

/** Where a test says which requirements it holds: `// ASVS 5.0: 3.4.3, 3.4.6`. */
const tag = /^\s*(?:\/\/|\*) ASVS 5\.0: ([\d., ]+)$/gm;

export interface Requirement {
  /** `3.4.3` */
  id: string;
  level: '1' | '2';
  words: string;
  /** Test files that hold it. */
  tests: string[];
  /** Where no test does: how it is held, or that it is not. */
  why: string;
}

/** Requirements by the tests that name them. @returns also the tags that name none. */
export function requirementsWith(tagged: ReadonlyMap<string, readonly string[]>): {
  all: Requirement[];
  unknown: string[];
} {
  const all = applicable.map((line): Requirement => {
    const [head = '', words = '', why = ''] = line.split(' | ');
    const [id = '', level] = head.split(' ');
    return { id, level: level === '1' ? '1' : '2', words, why, tests: [...(tagged.get(id) ?? [])] };
  });
  const known = new Set(all.map(({ id }) => id));
  return { all, unknown: [...tagged.keys()].filter((id) => !known.has(id)) };
}

/** Which test files name which requirement. */
export function tagsOfTests(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of testFiles('tests')) {
    for (const [, ids = ''] of readFileSync(join(root, file), 'utf8').matchAll(tag)) {
      for (const id of ids.split(/,\s*/)) found.set(id, [...(found.get(id) ?? []), file]);
    }
  }
  return found;
}

const testFiles = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((it) => {
      const path = `${folder}/${it.name}`;
      if (it.isDirectory()) return testFiles(path);
      return /\.(test|spec)\.ts$/.test(path) ? [path] : [];
    })
    .sort();

const marks = ['<!-- asvs -->', '<!-- /asvs -->'] as const;

/** The table as it stands in docs/security.md, between its marks. */
export function tableOf(all: readonly Requirement[]): string {
  const held = all.filter(({ tests }) => tests.length > 0);
  const rows = all.map(({ id, level, words, tests, why }) => {
    const by = tests.map((it) => `\`${it.replace(/^tests\//, '')}\``).join(', ');
    return `| ${id} | ${level} | ${words} | ${by || why} |`;
  });
  const others = leftOut.map((it) => `- ${it}`);
  return [
    marks[0],
    `Of the ${all.length} requirements of levels 1 and 2 that have an object here, ${held.length} are held by a test that names them.`,
    '',
    '| | level | in our words | test, or why there is none |',
    '|---|---|---|---|',
    ...rows,
    '',
    'Without an object here:',
    '',
    ...others,
    marks[1],
  ].join('\n');
}

/** docs/security.md with the table as it should be. */
export function withTable(document: string, table: string): string {
  const [from, to] = [document.indexOf(marks[0]), document.indexOf(marks[1])];
  if (from < 0 || to < from) throw new Error('docs/security.md has no place for the table');
  return document.slice(0, from) + table + document.slice(to + marks[1].length);
}

/** Writes the table anew. @returns what it says of itself. */
export function writeTable(): string {
  const file = join(root, 'docs/security.md');
  const table = tableOf(requirementsWith(tagsOfTests()).all);
  writeFileSync(file, withTable(readFileSync(file, 'utf8'), table));
  return table.split('\n')[1] ?? '';
}
