import { describe, expect, it } from 'vitest';
import { depthOf, pathsOf, within } from '@/lib/units/tree';

describe('paths of a whole tree', () => {
  it('are told whatever order the branches come in', () => {
    const { paths, circular } = pathsOf([
      { code: 'ankang', parent: 'liuwan' },
      { code: 'liuwan', parent: 'chenghe' },
      { code: 'hotline', parent: null },
      { code: 'chenghe', parent: null },
    ]);
    expect(Object.fromEntries(paths)).toEqual({
      ankang: 'chenghe/liuwan/ankang/',
      liuwan: 'chenghe/liuwan/',
      hotline: 'hotline/',
      chenghe: 'chenghe/',
    });
    expect(circular.size).toBe(0);
  });

  it('name those that go round, and those that hang on them, and no others', () => {
    const { paths, circular } = pathsOf([
      { code: 'top', parent: null },
      { code: 'a', parent: 'c' },
      { code: 'b', parent: 'a' },
      { code: 'c', parent: 'b' },
      { code: 'leaf', parent: 'b' },
      { code: 'own', parent: 'own' },
      { code: 'fine', parent: 'top' },
    ]);
    expect([...circular].toSorted()).toEqual(['a', 'b', 'c', 'leaf', 'own']);
    expect(Object.fromEntries(paths)).toEqual({ top: 'top/', fine: 'top/fine/' });
  });

  it('stand a chain of 3,000 and a circle of as many', () => {
    const chain = Array.from({ length: 3_000 }, (_, n) => ({
      code: `u${n}`,
      parent: n === 0 ? null : `u${n - 1}`,
    }));
    expect(pathsOf(chain.toReversed()).paths.size).toBe(3_000);
    const circle = chain.map((it) => ({ ...it, parent: it.parent ?? 'u2999' }));
    expect(pathsOf(circle).circular.size).toBe(3_000);
  });
});

it('a unit is within its own path and those above, not within one that only begins alike', () => {
  expect(within('chenghe/liuwan/', 'chenghe/')).toBe(true);
  expect(within('chenghe/', 'chenghe/')).toBe(true);
  expect(within('chenghe2/', 'chenghe/')).toBe(false);
  expect([depthOf('chenghe/'), depthOf('chenghe/liuwan/')]).toEqual([0, 1]);
});
