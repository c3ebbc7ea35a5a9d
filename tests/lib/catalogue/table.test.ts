import { describe, expect, it } from 'vitest';
import type { Catalogue, Entry } from '@/lib/catalogue/read';
import { dutiesOf } from '@/lib/catalogue/read';
import { catalogueTable, planCatalogue } from '@/lib/catalogue/table';
import type { CategoryRow } from '@/lib/categories/tree';
import { type NameableUnit, unitsCalled } from '@/lib/units/named-units';

const unit = (
  code: string,
  name: string,
  kind: NameableUnit['kind'],
  closed = false,
): NameableUnit => ({
  id: `unit-${code}`,
  code,
  name,
  nameEn: `The ${code}`,
  kind,
  path: `county/${code}/`,
  closed,
});

const units = [
  unit('liuwan', '柳湾街道', 'street'),
  unit('care', '县城管局', 'department'),
  unit('market', '县市场监管局', 'department'),
  unit('east', '城管中队', 'department'),
  unit('west', '城管中队', 'department'),
  unit('old', '县爱卫办', 'department', true),
];

const row = (code: string, name: string, parent: string | null): CategoryRow => ({
  id: `category-${code}`,
  code,
  name,
  nameEn: code,
  parentId: parent && `category-${parent}`,
  path: `${parent ? `${parent}/` : ''}${code}/`,
  retiredAt: null,
  mergedIntoId: null,
});

const tree = [
  row('town', '城市管理', null),
  row('stalls', '占道经营', 'town'),
  row('green', '绿化', 'town'),
];

const standing: Entry = {
  id: 'entry',
  categoryId: 'category-green',
  number: 1,
  leadKind: 'department',
  leadUnitIds: ['unit-care'],
  helpUnitIds: ['unit-liuwan'],
  basis: '城市绿化条例',
  confusedWith: '小区里的树归物业',
  bySystem: true,
  fromAt: new Date('2026-01-01T00:00:00Z'),
  untilAt: null,
  personId: null,
};

const catalogue: Catalogue = {
  tree,
  units: new Map(units.map((it) => [it.id, it])),
  lines: tree.map((category) => ({
    category,
    level: category.parentId ? 2 : 1,
    own: category.id === standing.categoryId ? standing : null,
    holds: category.id === standing.categoryId ? standing : null,
  })),
};

const header = '分类,主办类别,主办单位,协办单位,依据,易混淆,系统直派';
const plan = (...lines: string[]) => planCatalogue([header, ...lines].join('\n'), catalogue);

describe('a catalogue from a table', () => {
  it('reads names, codes and kinds as people write them', () => {
    expect(plan('城市管理/占道经营,委办局,"县城管局;The market",liuwan,条例,,是')).toMatchObject({
      ok: true,
      entries: [
        {
          line: 2,
          doing: 'new',
          category: '城市管理 / 占道经营',
          facts: {
            leadKind: 'department',
            leadUnitIds: ['unit-care', 'unit-market'],
            helpUnitIds: ['unit-liuwan'],
            confusedWith: null,
            bySystem: true,
          },
        },
      ],
    });
  });

  it('names every line at fault, and plans nothing', () => {
    const done = plan(
      '没有的分类,部门,,,条例,,',
      '城市管理,神仙,,,条例,,',
      '占道经营,部门,,,条例,,',
      '城市管理 / 占道经营,部门,没有的局,,条例,,',
      '城市管理 / 绿化,部门,县爱卫办,,条例,,',
      '城市管理,部门,城管中队,,条例,,',
    );
    expect(done.ok ? [] : done.problems.map((it) => [it.values?.line, it.code])).toEqual([
      [2, 'lineCategory'],
      [3, 'lineKind'],
      [4, 'lineCategory'],
      [5, 'lineUnitUnknown'],
      [6, 'lineUnitIsClosed'],
      [7, 'lineUnitAmbiguous'],
      [7, 'lineTwice'],
    ]);
  });

  it.each([
    ['a lead of another kind', '城市管理,部门,柳湾街道,,条例,,', 'lineUnitOfOtherKind'],
    ['leading and helping', '城市管理,部门,县城管局,县城管局,条例,,', 'lineLeadsAndHelps'],
    ['no ground', '城市管理,部门,,,,,', 'lineWords'],
    ['neither yes nor no', '城市管理,部门,,,条例,,也许', 'lineYesNo'],
    ['the hotline as lead', '城市管理,热线,,,条例,,', 'lineKind'],
  ])('refuses %s', (_, line, code) => {
    const done = plan(line);
    expect(done.ok ? [] : done.problems.map((it) => it.code)).toEqual([code]);
  });

  it('asks for the columns it needs', () => {
    const done = planCatalogue('分类,主办单位\n城市管理,县城管局', catalogue);
    expect(done.ok ? [] : done.problems.map((it) => it.code)).toEqual([
      'columnMissing',
      'columnMissing',
    ]);
  });

  it.each(['zh', 'en'] as const)('reads its own export in %s as no change', (locale) => {
    expect(planCatalogue(catalogueTable(catalogue, locale), catalogue)).toEqual({
      ok: true,
      entries: [],
      unchanged: 1,
    });
  });
});

describe('a duty list', () => {
  it('holds what a unit leads by name or as one of its kind, and what it helps with', () => {
    const of = (id: string) => {
      const found = units.find((it) => it.id === id);
      if (!found) throw new Error(id);
      const { leads, helps } = dutiesOf(catalogue, found);
      return [leads.length, helps.length];
    };
    expect(of('unit-care')).toEqual([1, 0]);
    expect(of('unit-liuwan')).toEqual([0, 1]);
    expect(of('unit-market')).toEqual([0, 0]);
  });
});

describe('units by name', () => {
  it('takes each once, however it is called', () => {
    expect(unitsCalled('柳湾街道、liuwan\nThe liuwan', units).units).toHaveLength(1);
  });

  it('tells two of one name apart by code alone', () => {
    expect(unitsCalled('城管中队', units).troubles).toEqual([
      { code: 'unitAmbiguous', values: { name: '城管中队', codes: 'east、west' } },
    ]);
    expect(unitsCalled('west', units).units.map((it) => it.code)).toEqual(['west']);
  });
});
