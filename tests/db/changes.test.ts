import { expect, it } from 'vitest';
import { readChangers, readChanges } from '@/lib/audit/read-changes';
import { recordChange } from '@/lib/audit/record-change';
import { addCategory } from '@/lib/categories/changes';
import { db } from '@/lib/db/client';
import { newId, person, ready } from '../support/county';

await ready();
const admin = person('wukai');
const zone = 'Asia/Shanghai';

it('gives the log newest first, a page at a time, each line once', async () => {
  for (let index = 0; index < 60; index++) {
    const name = `分类 ${index}`;
    expect(await addCategory(admin, { name, nameEn: name, parentId: null })).toEqual([]);
  }
  const seen: string[] = [];
  let after: { at: Date; id: string } | null = null;
  let pages = 0;
  do {
    const page = await readChanges({ subject: 'category' }, after, zone);
    seen.push(...page.rows.map((it) => it.name));
    after = page.next;
    pages += 1;
  } while (after);
  expect(pages).toBe(3);
  expect(seen).toEqual(Array.from({ length: 60 }, (_, index) => `分类 ${59 - index}`));
});

it('filters by subject, person and civil days, both included', async () => {
  const early = { ...(await change('2026-03-01T15:59:00Z')), name: '三月一日' };
  const late = { ...(await change('2026-03-01T16:00:00Z')), name: '三月二日' };
  await db().change.createMany({ data: [early, late] });
  const names = async (filter: Parameters<typeof readChanges>[0]) =>
    (await readChanges(filter, null, zone)).rows.map((it) => it.name);
  expect(await names({ fromOn: '2026-03-01', untilOn: '2026-03-01' })).toEqual(['三月一日']);
  expect(await names({ fromOn: '2026-03-02', untilOn: '2026-03-02' })).toEqual(['三月二日']);
  expect(await names({ personId: admin.personId, untilOn: '2026-03-31' })).toEqual([]);
  expect(await names({ subject: 'limit' })).toEqual([]);
  expect(await readChangers()).toEqual([{ id: admin.personId, name: admin.name }]);
});

const change = async (at: string) => ({
  id: newId(),
  at: new Date(at),
  subject: 'unit',
  subjectId: newId(),
  action: 'unheardOf',
});

it('keeps only what differs, and nobody can change a line', async () => {
  const subjectId = newId();
  await recordChange(db(), admin, {
    subject: 'template',
    subjectId,
    name: '试',
    action: 'changed',
    before: { name: '试', body: '旧' },
    after: { name: '试', body: '新' },
  });
  const [row] = (await readChanges({ subject: 'template' }, null, zone)).rows;
  expect([row?.person, row?.before, row?.after]).toEqual([
    admin.name,
    { body: '旧' },
    { body: '新' },
  ]);
  await expect(
    db().change.updateMany({ where: { subjectId }, data: { name: '改' } }),
  ).rejects.toThrow(/permission denied/);
});
