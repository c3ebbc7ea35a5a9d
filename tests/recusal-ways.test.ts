import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { elsewhere, ways } from './support/recusal/ways';

/**
 * That there is no way to an appeal which the matrix of recusals does not know. Pages never touch the
 * database (tests/architecture.test.ts), so whatever they show comes out of one of these functions.
 */

const tables =
  'appeal assignment notice turn event text voice round clock supervision reveal lookup verdict interview message request contact detail presence recusal pause extension pressure question cause call merge keyword photo photoRelease showing asking nearby verdictTrace signal signalCase spotCandidate spotCheck whereabout seeking afterEffect afterEffectMark'.split(
    ' ',
  );
const models = tables.map((it) => it.charAt(0).toUpperCase() + it.slice(1));
const touches = new RegExp(
  `(?:\\)|\\b(?:database|transaction))\\.(?:${tables.join('|')})\\.\\w|"(?:${models.join('|')})"|\\bopenLead|assignments: \\{`,
);

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((it) => {
    const path = posix.join(folder, it.name);
    if (path === 'lib/db/generated') return [];
    return it.isDirectory() ? filesIn(path) : path.endsWith('.ts') ? [path] : [];
  });

/** What a file gives to others. */
const functionsOf = (text: string): string[] =>
  [...text.matchAll(/^export (?:async )?(?:function\*?|const) (\w+)/gm)].map(
    ([, name = '']) => name,
  );

const readers = filesIn('lib').flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  if (!touches.test(text)) return [];
  return functionsOf(text).map((name) => `${file}#${name}`);
});

it('every function that reads appeals is in the matrix, or says why it need not be', () => {
  expect(readers.length).toBeGreaterThan(50);
  expect(readers.filter((it) => !(it in ways) && !(it in elsewhere))).toEqual([]);
});

it('the list names nothing that is not there', () => {
  const all = filesIn('lib').flatMap((file) =>
    functionsOf(readFileSync(file, 'utf8')).map((name) => `${file}#${name}`),
  );
  const named = [...Object.keys(ways), ...Object.keys(elsewhere)];
  expect(named.filter((it) => !all.includes(it))).toEqual([]);
});

it('nothing is both', () => {
  expect(Object.keys(ways).filter((it) => it in elsewhere)).toEqual([]);
});

it('would notice a new one, asked through the client or in a statement', () => {
  expect(touches.test("db().appeal.findMany({ where: { status: 'filed' } })")).toBe(true);
  expect(touches.test('await transaction.notice.count()')).toBe(true);
  expect(touches.test('FROM "Turn" t')).toBe(true);
  expect(functionsOf('export async function readSecret(\n')).toEqual(['readSecret']);
  expect(functionsOf('export const secretOf = (it: X) => it;')).toEqual(['secretOf']);
});

const folders = ['app/(desk)', 'app/(supervision)', 'app/(admin)', 'app/(setup)', 'app/api'];

it('no page or route of staff reads appeals by itself', () => {
  const pages = folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((it) =>
        posix.join(folder, it),
      ),
    )
    .filter((it) => /\.tsx?$/.test(it));
  expect(pages.length).toBeGreaterThan(40);
  expect(pages.filter((it) => touches.test(readFileSync(it, 'utf8')))).toEqual([]);
});
