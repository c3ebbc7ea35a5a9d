import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { readPageKey } from '@/lib/appeals/queries/page-key';
import { db } from '@/lib/db/client';
import { type Actor, mintResident, mintVoice } from '@/lib/people/actor';
import { choicesShown, listShown, readShown } from '@/lib/publication/read-shown';
import { readToLookAt } from '@/lib/publication/to-look-at';
import { person, ready, unitId } from '../support/county';

await ready();

const told = {
  what: '3号楼501室王师傅家门口堆了沙子，电话13912345678',
  place: '柳湾一巷 3号楼501室',
};
const checked = { title: '楼道堆沙', what: '楼道里堆了沙子', place: '柳湾一巷', checked: 'yes' };

async function filed(more: object = { show: 'yes' }) {
  const done = await fileAppeal({ input: { ...told, ...more } }, mintResident());
  if (!done.ok) throw new Error(JSON.stringify(done));
  const voice = mintVoice(done.voiceId, done.appealId);
  const step = async (verb: Verb, input: object, actor: Actor) => {
    const taken = await perform({ appealId: done.appealId, verb, input }, actor);
    if (!taken.ok) throw new Error(`${verb}: ${taken.code} ${JSON.stringify(taken.problems)}`);
    return taken.file;
  };
  return { ...done, voice, step };
}

const reviewer = () => person('fangzheng');
const waiting = async () => (await readToLookAt(reviewer())).map((it) => it.caseNumber);
const shown = async () => (await listShown({}, null)).cases;

it('what was agreed waits for a reviewer, and only what they wrote is read by everybody', async () => {
  const { caseNumber, step, voice } = await filed();
  expect(await waiting()).toContain(caseNumber);
  expect(await shown()).toEqual([]);
  const file = await step('publish', checked, reviewer());
  expect(await waiting()).not.toContain(caseNumber);
  const [one] = await shown();
  expect(one).toMatchObject({ title: '楼道堆沙', what: '楼道里堆了沙子', place: '柳湾一巷' });
  expect(JSON.stringify(await shown())).not.toMatch(/501室|王师傅|139[\d*]{4}|caseNumber/);
  expect(await readShown(file.showings[0]?.slug ?? '')).toEqual(one);
  await step('consent', { show: 'no' }, voice);
  expect(await shown()).toEqual([]);
  expect(await readShown(one?.slug ?? '')).toBeNull();
});

it.each([
  ['said nothing of', {}],
  ['said about a unit', { show: 'yes', aboutUnitId: () => unitId('liuwan') }],
  ['said about somebody', { show: 'yes', aboutWho: '姓周的电工' }],
  ['reports as a wrong', { show: 'yes', kind: 'report' }],
])('nothing that its filer %s waits', async (_, more) => {
  const input = Object.fromEntries(
    Object.entries(more).map(([name, it]) => [name, typeof it === 'function' ? it() : it]),
  );
  const { caseNumber } = await filed(input);
  expect(await waiting()).not.toContain(caseNumber);
  // Control: the same case without it.
  const control = await filed();
  expect(await waiting()).toContain(control.caseNumber);
});

it('secrecy and the public exclude each other at the form', async () => {
  const input = { ...told, show: 'yes', secret: 'on' };
  expect(await fileAppeal({ input }, mintResident())).toMatchObject({
    problems: [{ field: 'show', code: 'secretNotShown' }],
  });
});

it('answered since it was shown, it waits to be looked at again', async () => {
  const { caseNumber, step } = await filed();
  await step('publish', checked, reviewer());
  await step('answer', { answer: '清走了' }, person('chenjing'));
  expect((await readToLookAt(reviewer())).find((it) => it.caseNumber === caseNumber)).toMatchObject(
    {
      shownBefore: true,
    },
  );
  await step('publish', { ...checked, answer: '清走了' }, reviewer());
  expect(await waiting()).not.toContain(caseNumber);
  expect((await shown())[0]).toMatchObject({ answer: '清走了', status: 'resolved', solved: null });
});

it('says what its residents say of the last answer, and who has it by street', async () => {
  const { step, voice } = await filed();
  const to = { unitId: unitId('liuwan'), reason: '归柳湾' };
  await step('dispatch', to, person('chenjing'));
  const file = await step('publish', checked, reviewer());
  const slug = file.showings[0]?.slug ?? '';
  expect(await readShown(slug)).toMatchObject({ area: { id: unitId('liuwan') }, solved: null });
  const { areas } = await choicesShown();
  expect(areas.map((it) => it.id)).toEqual([unitId('liuwan')]);
  expect((await listShown({ area: unitId('liuwan') }, null)).cases).toHaveLength(1);
  expect((await listShown({ area: unitId('chengguan') }, null)).cases).toEqual([]);
  await step('accept', {}, person('zhaolimin'));
  await step('contact', { how: 'telephone', said: '说好了' }, person('zhaolimin'));
  await step('resolve', { outcome: 'done', answer: '清走了' }, person('zhaolimin'));
  const said = { round: '1', solved: 'no', result: 'neutral', handling: 'neutral', pressed: 'no' };
  await step('judge', said, voice);
  expect(await readShown(slug)).toMatchObject({ round: 2, solved: 'no', status: 'dispatched' });
});

it('is read page by page, each case once', async () => {
  for (let nth = 0; nth < 22; nth++) await (await filed()).step('publish', checked, reviewer());
  const all = await db().showing.count({ where: { shownSeq: { not: null } } });
  const seen: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page = await listShown({}, readPageKey(after));
    seen.push(...page.cases.map((it) => it.slug));
    after = page.older;
  }
  expect([seen.length, new Set(seen).size]).toEqual([all, all]);
});

it('a case that once complained of somebody stays unseen, also when that was found to be nothing', async () => {
  const { caseNumber, step, voice } = await filed();
  expect(await waiting()).toContain(caseNumber);
  const whom = { whom: 'unit', unitId: unitId('liuwan'), reason: '他们收了钱' };
  const file = await step('recuse', whom, voice);
  expect(await waiting()).not.toContain(caseNumber);
  const lift = { recusalId: file.recusals[0]?.id, reason: '查清了' };
  await step('unrecuse', lift, person('zhoumin'));
  expect(await waiting()).not.toContain(caseNumber);
  await expect(step('publish', checked, reviewer())).rejects.toThrow('aboutSomebody');
});
