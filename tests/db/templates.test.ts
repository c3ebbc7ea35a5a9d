import { expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { db } from '@/lib/db/client';
import { mintResident } from '@/lib/people/actor';
import { addTemplate, changeTemplate, retireTemplate } from '@/lib/templates/change';
import { filledTemplate, templateStart, templatesFor } from '@/lib/templates/for-step';
import { listTemplates, readTemplate } from '@/lib/templates/read';
import { newId, person, ready } from '../support/county';

const cast = await ready();
const administrator = person('wukai');
const categoryId = (code: string) => cast.categories.get(code) ?? '';

async function added(input: object): Promise<string> {
  const whole = { verb: 'resolve', name: '一条', body: '已办', categoryId: '', ...input };
  const done = await addTemplate(administrator, whole);
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done.id;
}

const changesOf = (subjectId: string) =>
  db().change.findMany({ where: { subjectId }, orderBy: { at: 'asc' } });

test('a template is offered for its category, the ones below it, and nowhere else', async () => {
  const [parentId, childId] = [categoryId('heating'), newId()];
  const parent = await db().category.findUniqueOrThrow({ where: { id: parentId } });
  await db().category.create({
    data: {
      id: childId,
      code: 'radiator-of-test',
      name: '暖气片',
      nameEn: 'Radiators',
      parentId,
      path: `${parent.path}radiator-of-test/`,
    },
  });
  const own = await added({ name: '暖气片', categoryId: childId });
  const above = await added({ name: '供热', categoryId: parentId });
  const every = await added({ name: '所有' });
  await added({ name: '别的步骤', verb: 'contact' });
  await added({ name: '电梯', categoryId: categoryId('lift') });
  const gone = await added({ name: '停用的', categoryId: childId });
  await retireTemplate(administrator, gone, true);

  const ids = async (category: string | null) =>
    (await templatesFor('resolve', category)).map((it) => it.id);
  expect(await ids(childId)).toEqual([own, above, every]);
  expect(await ids(parentId)).toEqual([above, every]);
  expect(await ids(null)).toEqual([every]);
  await retireTemplate(administrator, gone, false);
  expect(await ids(childId)).toContain(gone);
});

test('other words are a new version, and every change says before and after', async () => {
  const id = await added({ name: '测温', body: '已上门测温' });
  const input = { name: '测温', body: '已上门测温，{today}', number: '1', categoryId: '' };
  expect((await changeTemplate(administrator, id, input)).ok).toBe(true);
  const whole = await readTemplate(id);
  expect(whole?.versions.map((it) => [it.number, it.body, it.person])).toEqual([
    [2, '已上门测温，{today}', '吴凯'],
    [1, '已上门测温', '吴凯'],
  ]);
  const renamed = { ...input, name: '上门测温', number: '2' };
  expect((await changeTemplate(administrator, id, renamed)).ok).toBe(true);
  expect((await readTemplate(id))?.number).toBe(2);
  expect((await changeTemplate(administrator, id, renamed)).ok).toBe(true);
  const changes = await changesOf(id);
  expect(changes.map((it) => [it.action, it.before, it.after])).toEqual([
    ['added', null, { verb: 'resolve', name: '测温', category: null, body: '已上门测温' }],
    ['changed', { body: '已上门测温' }, { body: '已上门测温，{today}' }],
    ['changed', { name: '测温' }, { name: '上门测温' }],
  ]);
});

test('of two changes at once one wins, and the other is told', async () => {
  const id = await added({ body: '原来的' });
  const to = (body: string) =>
    changeTemplate(administrator, id, { name: '一条', body, number: '1', categoryId: '' });
  const both = await Promise.all([to('甲'), to('乙')]);
  expect(both.filter((it) => it.ok)).toHaveLength(1);
  expect(both.find((it) => !it.ok)).toEqual({ ok: false, code: 'changedMeanwhile' });
  expect((await readTemplate(id))?.versions).toHaveLength(2);
});

test.each([
  [{ body: '您好 {name}' }, 'body', 'unknownPlaceholder', { names: '{name}' }],
  [{ body: '' }, 'body', 'required', undefined],
  [{ body: '字'.repeat(2001) }, 'body', 'tooLong', { max: 2000, count: 2001 }],
  [{ verb: 'judge' }, 'verb', 'wrongChoice', undefined],
  [{ name: ' ' }, 'name', 'required', undefined],
  [{ categoryId: newId() }, 'categoryId', 'wrongChoice', undefined],
])('%j is refused with words', async (more, field, code, values) => {
  const whole = { verb: 'resolve', name: '一条', body: '已办', categoryId: '', ...more };
  const before = await listTemplates();
  const done = await addTemplate(administrator, whole);
  expect(done).toMatchObject({ ok: false, code: 'badInput', problems: [{ field, code }] });
  if (values) expect(done).toMatchObject({ problems: [{ values }] });
  expect(await listTemplates()).toEqual(before);
});

test('only administrators change templates; the rest is not found', async () => {
  const id = await added({});
  const input = { name: '改', body: '改', number: '1', categoryId: '' };
  for (const login of ['zhaolimin', 'chenjing', 'zhoumin', 'shenhuaiyuan']) {
    const refusal = { ok: false, code: 'notYours' };
    expect(await addTemplate(person(login), { ...input, verb: 'resolve' })).toEqual(refusal);
    expect(await changeTemplate(person(login), id, input)).toEqual(refusal);
    expect(await retireTemplate(person(login), id, true)).toEqual(refusal);
  }
  for (const none of [newId(), 'x', '']) {
    expect(await changeTemplate(administrator, none, input)).toMatchObject({ code: 'notFound' });
    expect(await readTemplate(none)).toBeNull();
  }
  expect(await changesOf(id)).toHaveLength(1);
});

test('a form begins with the words of a template, filled in for its case', async () => {
  const filed = await fileAppeal(
    { input: { what: '暖气不热', place: '安康里 6 号楼', phone: '13812345678', name: '李娜' } },
    mintResident(),
  );
  if (!filed.ok) throw new Error(filed.code);
  const view = await viewCase(person('chenjing'), filed.caseNumber);
  if (!view) throw new Error('not seen');
  const id = await added({ verb: 'answer', body: '{unit}答复：{place}。{phone}' });
  await db().installation.update({ where: { id: 1 }, data: { phone: '0531-12345' } });
  const fill = (given: string | undefined) =>
    filledTemplate(person('chenjing'), view, 'answer', given);
  expect(await fill(id)).toBe('县接诉即办中心答复：安康里 6 号楼。0531-12345');
  for (const other of [undefined, 'x', newId()]) expect(await fill(other)).toBeNull();
  expect(await filledTemplate(person('chenjing'), view, 'resolve', id)).toBeNull();
  const start = (verb: 'answer' | 'accept') => templateStart(person('chenjing'), view, verb, id);
  expect(await start('answer')).toEqual({ answer: await fill(id) });
  expect(await start('accept')).toEqual({});
});
