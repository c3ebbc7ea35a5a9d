import { expect, it } from 'vitest';
import { burdenCsv } from '@/lib/measures/burden/burden-csv';
import { type BurdenCount, burdenKeys, selfMadeKinds } from '@/lib/measures/burden/define';
import type { Burden } from '@/lib/measures/burden/read';

const counted = (first: number) =>
  Object.fromEntries(burdenKeys.map((key, nth) => [key, first + nth])) as BurdenCount;

const unit = (name: string) => ({ id: name, path: `${name}/`, name, nameEn: name, kind: 'street' });

const burden = (more: Partial<Burden> = {}): Burden =>
  ({
    ok: true,
    countedAt: null,
    units: [],
    unit: null,
    told: counted(10),
    others: null,
    byUnit: [{ unit: unit('柳湾街道'), count: counted(20) }],
    byForm: [{ verb: 'accept', count: counted(30) }],
    byTopic: [{ part: '', branch: null, count: counted(40) }],
    byCaller: [{ unit: unit('供热公司'), calls: 3, forms: 5, texts: 7 }],
    either: null,
    selfMade: Object.fromEntries(selfMadeKinds.map((kind, nth) => [kind, nth + 1])),
    ...more,
  }) as unknown as Burden;

const words = {
  head: (key: string) => key,
  part: (key: string) => `of ${key}`,
  told: 'grassroots',
  others: 'others',
  verb: (verb: string) => `verb ${verb}`,
  selfMade: (kind: string) => `self ${kind}`,
  noTopic: 'none',
  name: ({ name }: { name: string }) => name,
};

const rowsOf = (found: Burden) =>
  burdenCsv(found, words)
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));

it('has a column for every count, and every row fills the table', () => {
  const [head = [], ...rows] = rowsOf(burden());
  expect(head).toEqual(['part', 'name', ...burdenKeys, 'calls']);
  for (const row of rows) expect(row, row.join()).toHaveLength(head.length);
});

it('tells each part under its name, with its counts as they are', () => {
  const rows = rowsOf(burden());
  const first = (from: number) => burdenKeys.map((_, nth) => `${from + nth}`);
  expect(rows).toContainEqual(['forms', 'grassroots', ...first(10), '']);
  expect(rows).toContainEqual(['of unit', '柳湾街道', ...first(20), '']);
  expect(rows).toContainEqual(['of form', 'verb accept', ...first(30), '']);
  expect(rows).toContainEqual(['of topic', 'none', ...first(40), '']);
  expect(rows).toContainEqual(['of caller', '供热公司', '5', '7', '', '', '', '', '', '3']);
  expect(rows.map(([part]) => part)).not.toContain('others');
});

it('tells of everybody else, of subjects and of what either may do, where there is such', () => {
  const rows = rowsOf(
    burden({
      others: counted(50),
      either: { system: 9, staff: 4 },
      byTopic: [
        { part: 'a', branch: { name: '供热', nameEn: 'Heating' }, count: counted(1) },
      ] as unknown as Burden['byTopic'],
    }),
  );
  expect(rows.filter(([, name]) => name === 'others')).toHaveLength(1);
  expect(rows.filter(([, name]) => name === '供热')).toHaveLength(1);
  expect(rows.find(([, name]) => name === 'self either')?.[2]).toBe('9');
  expect(rowsOf(burden()).find(([, name]) => name === 'self either')).toBeUndefined();
});
