import { expect, it } from 'vitest';
import { readUnitRows } from '@/lib/installation/unit-rows';

const parent = '00000000-0000-4000-8000-000000000001';

it('reads rows that have a name, wherever they stand; without an English name the Chinese one stands in', () => {
  const { units, problems } = readUnitRows({
    ...{ name1: '柳湾街道', kind1: 'street', parent1: parent },
    ...{ name2: ' ', kind2: 'street' },
    ...{ name4: '供热公司', nameEn4: 'Heating', kind4: 'utility', parent4: '' },
  });
  expect(problems).toEqual([]);
  expect(units).toEqual([
    { row: 1, name: '柳湾街道', nameEn: '柳湾街道', kind: 'street', parentId: parent },
    { row: 4, name: '供热公司', nameEn: 'Heating', kind: 'utility', parentId: null },
  ]);
});

it('names the field and the row of what is wrong, and keeps the other rows', () => {
  const { units, problems } = readUnitRows({
    ...{ name1: '柳湾街道', kind1: 'hotline' },
    ...{ nameEn2: 'Heating', kind2: 'utility' },
    ...{ name3: '住建局', kind3: 'department', parent3: 'x' },
    ...{ name5: '东湖社区', kind5: 'community' },
  });
  expect(problems).toEqual([
    { field: 'kind1', code: 'wrongChoice' },
    { field: 'name2', code: 'required' },
    { field: 'parent3', code: 'wrongFormat' },
  ]);
  expect(units.map(({ row }) => row)).toEqual([5]);
});

it('asks for a first row where none was filled in', () => {
  expect(readUnitRows({}).problems).toEqual([{ field: 'name1', code: 'required' }]);
});
