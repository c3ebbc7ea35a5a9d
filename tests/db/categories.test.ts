import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { readCategories } from '@/lib/appeals/queries/choices';
import {
  addCategory,
  mergeCategory,
  moveCategory,
  renameCategory,
  restoreCategory,
  retireCategory,
} from '@/lib/categories/changes';
import { importCategories } from '@/lib/categories/import';
import { readTree } from '@/lib/categories/queries';
import { db } from '@/lib/db/client';
import { mintResident } from '@/lib/people/actor';
import { person, ready, unitId } from '../support/county';

await ready();
const admin = person('wukai');

async function idOf(name: string): Promise<string> {
  const found = (await readTree()).find((it) => it.name === name);
  if (!found) throw new Error(`no category ${name}`);
  return found.id;
}

const add = (name: string, parentId: string | null) =>
  addCategory(admin, { name, nameEn: name, parentId });
const codes = (problems: readonly { code: string }[]) => problems.map((it) => it.code);
const offered = async () => (await readCategories()).map((it) => it.name.trim());
const changes = (subjectId: string) =>
  db().change.findMany({ where: { subjectId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });

/** Categories of the test's own, so that the county may grow. */
async function made(name: string): Promise<string> {
  expect(await add(name, null)).toEqual([]);
  return idOf(name);
}

it('adds, renames and moves, each with its line in the log', async () => {
  const [heat, water] = [await made('冷暖'), await made('用水')];
  expect(await add('暖气不热', heat)).toEqual([]);
  const id = await idOf('暖气不热');
  expect(await renameCategory(admin, id, { name: '暖气不够热', nameEn: 'Cold' })).toEqual([]);
  expect(await moveCategory(admin, id, water)).toEqual([]);
  const row = await db().category.findUniqueOrThrow({ where: { id } });
  const above = await db().category.findUniqueOrThrow({ where: { id: water } });
  expect(row.path).toBe(`${above.path}${row.code}/`);
  expect((await changes(id)).map((it) => [it.action, it.personId, it.before, it.after])).toEqual([
    ['added', admin.personId, null, { name: '暖气不热', nameEn: '暖气不热', parent: '冷暖' }],
    [
      'changed',
      admin.personId,
      { name: '暖气不热', nameEn: '暖气不热' },
      { name: '暖气不够热', nameEn: 'Cold' },
    ],
    ['moved', admin.personId, { parent: '冷暖' }, { parent: '用水' }],
  ]);
});

it('two moves at once that are fine by themselves never make a circle', async () => {
  await add('甲', null);
  await add('乙', null);
  const [one, other] = [await idOf('甲'), await idOf('乙')];
  const results = await Promise.all([
    moveCategory(admin, one, other),
    moveCategory(admin, other, one),
  ]);
  expect(results.flatMap(codes)).toEqual(['ownBranch']);
  const tree = await readTree();
  const roots = tree.filter((it) => [one, other].includes(it.id) && it.parentId === null);
  expect(roots).toHaveLength(1);
});

it('a retired category is offered no more, and its appeals keep it', async () => {
  const id = await made('夜间施工');
  const input = { what: '夜里施工太吵', place: '东街', phone: '13812345678', categoryId: id };
  const filed = await fileAppeal({ input }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  expect(await offered()).toContain('夜间施工');
  expect(await retireCategory(admin, id)).toEqual([]);
  expect(await offered()).not.toContain('夜间施工');
  const appeal = await db().appeal.findUniqueOrThrow({ where: { id: filed.appealId } });
  expect(appeal.categoryId).toBe(id);
  expect(codes(await retireCategory(admin, id))).toEqual(['alreadyRetired']);
  // A case that has it keeps it as it is sent on; another one is not given it.
  const other = await fileAppeal({ input: { ...input, categoryId: undefined } }, mintResident());
  if (!other.ok) throw new Error(other.code);
  const send = ({ appealId }: { appealId: string }) =>
    perform(
      { appealId, verb: 'dispatch', input: { unitId: unitId('liuwan'), categoryId: id } },
      person('chenjing'),
    );
  expect(await send(other)).toMatchObject({ ok: false, problems: [{ field: 'categoryId' }] });
  expect(await send(filed)).toMatchObject({ ok: true });
  expect(await restoreCategory(admin, id)).toEqual([]);
  expect(await offered()).toContain('夜间施工');
});

it('merging retires one, names the other, and touches no appeal and no limit', async () => {
  const [from, into] = [await made('占道'), await made('乱停车')];
  const input = { what: '消防通道被占', place: '西街', phone: '13812345678', categoryId: from };
  const filed = await fileAppeal({ input }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  expect(await mergeCategory(admin, from, into)).toEqual([]);
  const row = await db().category.findUniqueOrThrow({ where: { id: from } });
  expect([row.mergedIntoId, row.retiredAt === null]).toEqual([into, false]);
  const appeal = await db().appeal.findUniqueOrThrow({ where: { id: filed.appealId } });
  expect(appeal.categoryId).toBe(from);
  expect((await changes(from)).at(-1)).toMatchObject({
    action: 'merged',
    after: { mergedInto: '乱停车' },
  });
});

it('imports all of a table or nothing, below what exists and in its order', async () => {
  const top = await made('取暖');
  const before = await db().category.count();
  const bad = '一级,二级,三级\n取暖,收费,退费\n取暖,,空\n';
  expect(codes(await importCategories(admin, bad))).toEqual(['lineGap']);
  expect(await db().category.count()).toBe(before);

  const good = '一级,二级,三级\n取暖,收费,退费\n取暖,收费,票据\n丧葬,墓地,\n';
  expect(await importCategories(admin, good)).toEqual([]);
  const tree = await readTree();
  expect(tree).toHaveLength(before + 5);
  const refund = tree.find((it) => it.name === '退费');
  const { path } = tree.find((it) => it.id === top) ?? { path: '' };
  expect(refund?.path.startsWith(path)).toBe(true);
  expect(refund?.path.split('/')).toHaveLength(4);
  expect(await offered()).toContain('票据');
  expect(codes(await importCategories(admin, good))).toEqual(['nothingNew']);
});
