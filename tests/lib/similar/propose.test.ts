import { describe, expect, it } from 'vitest';
import type { CategoryRow } from '@/lib/categories/tree';
import { categoryWords } from '@/lib/similar/category-words';
import { type Neighbour, proposeCategory } from '@/lib/similar/propose';
import { categories } from '@/prisma/seed/categories';

const paths = new Map<string, string>();
const tree: CategoryRow[] = categories.map(({ parent, ...it }) => {
  const path = `${parent ? paths.get(parent) : ''}${it.code}/`;
  paths.set(it.code, path);
  return { ...it, id: it.code, parentId: parent, path, retiredAt: null, mergedIntoId: null };
});

const propose = (what: string, neighbours: Neighbour[] = [], among = tree) =>
  proposeCategory(among, { title: '', what }, neighbours);

describe('by words alone', () => {
  it.each([
    ['暖气片冰凉，室温只有十四度', 'heating-cold'],
    ['楼上装修噪音，邻居吵得睡不着', 'noise'],
    ['老板拖欠工资，农民工讨薪', 'wages'],
    ['路灯不亮，晚上漆黑', 'roads-lamp'],
    ['村里的旱厕没有改', 'village-toilet'],
    ['工地半夜施工，打桩声', 'noise-site'],
  ])('%s is %s', (what, code) => {
    const proposed = propose(what);
    expect(paths.get(proposed?.categoryId ?? '')).toMatch(new RegExp(`(^|/)${code}`));
    expect(proposed?.words.length).toBeGreaterThan(0);
  });

  it('a text that says nothing is given none', () => {
    expect(propose('你好')).toBeNull();
  });

  it('the clearer the surer', () => {
    const clear = propose('暖气片冰凉，供暖温度不达标');
    const mixed = propose('暖气不热，电梯也坏了，垃圾没人收，路灯不亮');
    expect(clear?.confidence).toBeGreaterThan(mixed?.confidence ?? 1);
    expect(clear?.confidence).toBeLessThanOrEqual(1);
  });
});

describe('by what cases like it were filed under', () => {
  const near = (categoryId: string, score = 0.6): Neighbour => ({
    caseNumber: `${categoryId} ${score}`,
    categoryId,
    score,
  });

  it('a text without known words follows them', () => {
    const proposed = propose('那个东西又响了', [near('libraries', 0.5), near('libraries', 0.7)]);
    expect(proposed).toMatchObject({
      categoryId: 'libraries',
      cases: ['libraries 0.7', 'libraries 0.5'],
    });
  });

  it('where two lie equally near, what both lie under', () => {
    const both = [near('heating-cold', 0.5), near('heating-fee', 0.5)];
    expect(propose('供热的事', both)?.categoryId).toBe('heating');
  });

  it('a category that is not offered any more is not proposed', () => {
    const among = tree.map((it) =>
      it.id === 'libraries' ? { ...it, retiredAt: new Date(0) } : it,
    );
    expect(propose('那个东西又响了', [near('libraries')], among)).toBeNull();
  });

  it("a county's own categories go by their names", () => {
    const own = {
      id: 'c0001',
      code: 'c0001',
      name: '共享单车',
      nameEn: 'Shared bicycles',
      parentId: null,
      path: 'c0001/',
      retiredAt: null,
      mergedIntoId: null,
    };
    expect(propose('共享单车堆成山', [], [...tree, own])?.categoryId).toBe('c0001');
  });
});

it('words stand for categories there are', () => {
  expect(Object.keys(categoryWords).filter((it) => !paths.has(it))).toEqual([]);
  expect([...paths.keys()].filter((it) => !categoryWords[it])).toEqual([]);
});
