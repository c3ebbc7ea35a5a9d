import { describe, expect, it } from 'vitest';
import { readImport } from '@/lib/categories/import-rows';
import {
  type CategoryRow,
  movedPaths,
  nextCodes,
  whyNotAdd,
  whyNotMerge,
  whyNotMove,
  whyNotRename,
  whyNotRestore,
  whyNotRetire,
} from '@/lib/categories/tree';

const row = (code: string, parent: CategoryRow | null, more = {}): CategoryRow => ({
  id: code,
  code,
  name: code,
  nameEn: code,
  parentId: parent?.id ?? null,
  path: `${parent?.path ?? ''}${code}/`,
  retiredAt: null,
  mergedIntoId: null,
  ...more,
});

const city = row('city', null);
const heat = row('heat', city);
const cold = row('cold', heat);
const roads = row('roads', null);
const lamps = row('lamps', roads);
const gone = row('gone', null, { retiredAt: new Date(0) });
const tree = [city, heat, cold, roads, lamps, gone];
const codes = (problems: readonly { code: string }[]) => problems.map((it) => it.code);

describe('a tree of three levels', () => {
  it('lets nothing go beneath itself or what lies beneath it', () => {
    expect(codes(whyNotMove(tree, city, city))).toEqual(['ownBranch']);
    expect(codes(whyNotMove(tree, city, cold))).toEqual(['ownBranch']);
    expect(codes(whyNotMove(tree, heat, roads))).toEqual([]);
  });

  it('counts what comes along: a branch of two levels does not fit beneath the second', () => {
    expect(codes(whyNotMove(tree, heat, lamps))).toEqual(['tooDeep']);
    expect(codes(whyNotMove(tree, cold, lamps))).toEqual([]);
    expect(codes(whyNotAdd(tree, 'new', cold))).toEqual(['tooDeep']);
    expect(codes(whyNotAdd(tree, 'new', heat))).toEqual([]);
  });

  it('moves the whole branch', () => {
    expect(movedPaths(tree, heat, roads)).toEqual([
      { id: 'heat', path: 'roads/heat/' },
      { id: 'cold', path: 'roads/heat/cold/' },
    ]);
    expect(movedPaths(tree, heat, null).at(-1)?.path).toBe('heat/cold/');
  });

  it('is not fooled by a code that another begins with', () => {
    const near = row('cit', null);
    expect(codes(whyNotMove([...tree, near], near, city))).toEqual([]);
    expect(movedPaths([...tree, near], near, city)).toHaveLength(1);
  });

  it('keeps names apart under one parent only', () => {
    expect(codes(whyNotAdd(tree, 'heat', city))).toEqual(['nameTaken']);
    expect(codes(whyNotAdd(tree, 'heat', roads))).toEqual([]);
    expect(codes(whyNotRename(tree, roads, 'city'))).toEqual(['nameTaken']);
    expect(codes(whyNotRename(tree, roads, 'roads'))).toEqual([]);
  });

  it('retires from below, and brings back from above', () => {
    expect(whyNotRetire(tree, city)).toEqual([
      { field: null, code: 'activeChildren', values: { count: 2 } },
    ]);
    expect(whyNotRetire(tree, cold)).toEqual([]);
    const old = row('old', gone, { retiredAt: new Date(0) });
    expect(codes(whyNotRestore([...tree, old], old))).toEqual(['parentRetired']);
    expect(codes(whyNotRestore(tree, gone))).toEqual([]);
  });

  it('merges into one in use that is not itself', () => {
    expect(codes(whyNotMerge(tree, cold, cold))).toEqual(['intoItself']);
    expect(codes(whyNotMerge(tree, cold, gone))).toEqual(['intoRetired']);
    expect(codes(whyNotMerge(tree, heat, roads))).toEqual(['activeChildren']);
    expect(codes(whyNotMerge(tree, cold, roads))).toEqual([]);
  });

  it('numbers on from the highest code', () => {
    expect(nextCodes(['heat', 'c0007', 'c0002'], 2)).toEqual(['c0008', 'c0009']);
  });
});

describe('a table of categories', () => {
  const plan = (text: string, rows: readonly CategoryRow[] = []) => readImport(text, rows);
  const problems = (text: string, rows: readonly CategoryRow[] = []) => {
    const read = plan(text, rows);
    return read.ok ? [] : read.problems.map((it) => [it.code, it.values?.line]);
  };

  it('adds parents before children and leaves what exists alone', () => {
    const read = plan('\ufeff一级,二级,三级\r\ncity,heat,cold\r\ncity,heat,"smell, bad"\r\n', tree);
    expect(read).toEqual({
      ok: true,
      plan: {
        added: [{ names: ['city', 'heat', 'smell, bad'], nameEn: 'smell, bad', line: 3 }],
        known: 1,
        lines: 2,
      },
    });
    const fresh = plan('a,b,c\n甲,乙,丙,A,B,C\n甲,丁,,A,D\n');
    expect(fresh.ok && fresh.plan.added.map((it) => [it.names.join('/'), it.nameEn])).toEqual([
      ['甲', 'A'],
      ['甲/乙', 'B'],
      ['甲/乙/丙', 'C'],
      ['甲/丁', 'D'],
    ]);
  });

  it('names every line with a fault and then plans nothing', () => {
    expect(
      problems('a,b,c\n甲,乙,丙\n甲,,丙\n甲,乙,丙\ngone,新,\n甲,乙,丙,1,2,3,4\n', tree),
    ).toEqual([
      ['lineGap', 3],
      ['lineTwice', 4],
      ['lineRetired', 5],
      ['lineTooManyCells', 6],
    ]);
    expect(problems('a,b,c\n甲,乙,丙\n', tree)).toEqual([]);
  });

  it('refuses quotes that do not match, long names and a hundred thousand lines', () => {
    expect(problems('a,b,c\n甲,"乙,丙\n')[0]?.[0]).toBe('quotes');
    expect(problems(`a,b,c\n${'长'.repeat(61)},,\n`)[0]?.[0]).toBe('lineName');
    expect(problems(`a,b,c\n${'长'.repeat(60)},,\n`)).toEqual([]);
    expect(problems(`a\n${'甲\n'.repeat(100_000)}`)[0]?.[0]).toBe('tooManyLines');
    expect(problems(`a\n${Array.from({ length: 5_001 }, (_, it) => it).join('\n')}`)[0]?.[0]).toBe(
      'tooManyLines',
    );
    expect(problems(`a\n${Array.from({ length: 5_000 }, (_, it) => it).join('\n')}`)).toEqual([]);
  });

  it('lists fifty faults, then says how many more', () => {
    const read = plan(`a\n${'甲\n'.repeat(80)}`);
    expect(!read.ok && read.problems).toHaveLength(51);
    expect(!read.ok && read.problems.at(-1)?.values).toEqual({ more: 29 });
  });
});
