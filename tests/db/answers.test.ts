import { expect, it } from 'vitest';
import { addAnswer, changeAnswer, retireAnswer } from '@/lib/answers/change';
import { answersNear, readAnswer, shownAnswers } from '@/lib/answers/read';
import { db } from '@/lib/db/client';
import { person, ready } from '../support/county';

await ready();

const administrator = () => person('wukai');
const words = { question: '暖气不热找谁？', body: '先打 0000-12345，再找供热站。' };

async function added(more: object = {}) {
  const done = await addAnswer(administrator(), { ...words, ...more });
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done.id;
}

it('is read by everybody once it is written, found by its words, offered to whoever files the like', async () => {
  const id = await added();
  expect((await shownAnswers('')).map((it) => it.id)).toContain(id);
  expect((await shownAnswers('供热站')).map((it) => it.id)).toContain(id);
  expect(await shownAnswers('没有这几个字')).toEqual([]);
  expect((await answersNear('我家暖气不热')).map((it) => it.id)).toContain(id);
  expect(await retireAnswer(administrator(), id, true)).toEqual({ ok: true, id });
  expect((await shownAnswers('')).map((it) => it.id)).not.toContain(id);
  expect((await answersNear('我家暖气不热')).map((it) => it.id)).not.toContain(id);
  await retireAnswer(administrator(), id, false);
  expect((await shownAnswers('')).map((it) => it.id)).toContain(id);
});

it('is found by just the words somebody writes, whatever these are', async () => {
  const id = await added({ body: '退 100% 押金：写 _ 或 \\ 都可以。' });
  const found = async (text: string) => (await shownAnswers(text)).map((it) => it.id);
  for (const text of ['100%', '写 _', '_ 或 \\', '押\u0000金'])
    expect(await found(text)).toEqual([id]);
  expect(await found('退_100')).toEqual([]);
  expect(await found('退%押金')).toEqual([]);
});

it('is kept by administrators alone', async () => {
  for (const login of ['chenjing', 'zhoumin', 'wangxiulan', 'sunyue']) {
    expect(await addAnswer(person(login), words)).toMatchObject({ code: 'notYours' });
  }
});

it('two who change it at once: the second is told', async () => {
  const id = await added();
  const change = { ...words, body: '找供热站。', version: '1' };
  expect(await changeAnswer(administrator(), id, change)).toMatchObject({ ok: true });
  expect(await changeAnswer(administrator(), id, change)).toMatchObject({
    code: 'changedMeanwhile',
  });
  expect(await readAnswer(id)).toMatchObject({ version: 2, body: '找供热站。' });
  const log = await db().change.findMany({ where: { subject: 'answer', subjectId: id } });
  expect(log.map((it) => it.action).toSorted()).toEqual(['added', 'changed']);
});

it.each([
  ['question', { question: '' }, 'required'],
  ['bodyEn', { questionEn: 'Whom to ask?' }, 'bothInEnglish'],
  ['body', { body: '找张三，身份证11010519491231002X' }, 'stillPersonal'],
  ['categoryId', { categoryId: '01890000-0000-7000-8000-000000000000' }, 'wrongChoice'],
])('says at %s what is wrong', async (field, more, code) => {
  expect(await addAnswer(administrator(), { ...words, ...more })).toMatchObject({
    problems: [{ field, code }],
  });
});
