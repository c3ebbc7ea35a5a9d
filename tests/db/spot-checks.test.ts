import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { readInbox } from '@/lib/appeals/queries/inbox';
import { desksOf } from '@/lib/appeals/queries/inbox-lists';
import { db } from '@/lib/db/client';
import { sealDue } from '@/lib/integrity/sealer';
import { sweepSpotChecks } from '@/lib/jobs/sweep-spot-checks';
import { type Actor, mintResident, mintVoice, playing } from '@/lib/people/actor';
import { announceDraw, enterValue } from '@/lib/spot-checks/draw';
import { readDraws, readFindings } from '@/lib/spot-checks/read-draws';
import { hashOfList, hashOfSecret, isChosen } from '@/lib/spot-checks/sample';
import { withClient } from '@/scripts/launcher/with-client';
import { person, ready, unitId } from '../support/county';

await ready();

const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day);
const inspector = person('shenhuaiyuan');
const zone = 'Asia/Shanghai';

async function take(appealId: string, verb: Verb, input: object, actor: Actor) {
  const done = await perform({ appealId, verb, input }, actor);
  if (!done.ok) throw new Error(`${verb} ${done.code} ${JSON.stringify(done.problems)}`);
}

/** Answered by the street and judged solved. */
async function answered(what = '路灯不亮', outcome = 'done') {
  const filed = await fileAppeal(
    { input: { what, place: '柳湾一巷', phone: '13800001111' } },
    playing(mintResident(), ago(5)),
  );
  if (!filed.ok) throw new Error(filed.code);
  const { appealId, voiceId } = filed;
  const at = (days: number) => ago(days);
  const handler = person('zhaolimin');
  await take(
    appealId,
    'dispatch',
    { unitId: unitId('liuwan') },
    playing(person('chenjing'), at(4)),
  );
  await take(appealId, 'accept', {}, playing(handler, at(3.9)));
  await take(appealId, 'contact', { how: 'telephone', said: '好' }, playing(handler, at(3.8)));
  const more = outcome === 'cannot' ? { basis: '法', route: '法院' } : {};
  await take(
    appealId,
    'resolve',
    { outcome, answer: '换好灯泡了', ...more },
    playing(handler, at(3)),
  );
  const said = { round: '1', solved: 'yes', result: 'neutral', handling: 'neutral', pressed: 'no' };
  await take(appealId, 'judge', said, playing(mintVoice(voiceId, appealId), at(2)));
  return filed;
}

const tomorrow = () => new Date(Date.now() + 2 * day).toISOString().slice(0, 10);
const announced = (more: object = {}) => ({
  perMille: '1000',
  source: '双色球开奖号码',
  valueOn: tomorrow(),
  ...more,
});

/** As if the day of the value had come. */
const asIfItHadCome = () =>
  withClient(process.env.DATABASE_URL ?? '', (client) =>
    client.query(`UPDATE "SpotDraw" SET "valueOn" = '2020-01-01' WHERE value IS NULL`),
  );

it('nothing is up before a day is sealed, and nobody but an inspector draws', async () => {
  expect(await announceDraw(inspector, announced())).toMatchObject({
    problems: [{ code: 'noRootYet' }],
  });
  for (const login of ['zhaolimin', 'zhoumin', 'linxiao', 'chenjing']) {
    expect(await announceDraw(person(login), announced())).toMatchObject({
      problems: [{ code: 'notYours' }],
    });
    expect(await enterValue(person(login), { value: '1', again: '1' })).toMatchObject({
      problems: [{ code: 'notYours' }],
    });
  }
});

it('what is up is fixed before the value is known, and drawn with it for good', async () => {
  const one = await answered();
  await answered('水管漏水', 'cannot');
  await sealDue();
  const later = await answered('垃圾没清');
  expect(await announceDraw(inspector, announced({ valueOn: '2020-01-01' }))).toMatchObject({
    problems: [{ field: 'valueOn', code: 'notAhead' }],
  });
  expect(await announceDraw(inspector, announced())).toEqual({ ok: true });
  expect(await announceDraw(inspector, announced())).toMatchObject({
    problems: [{ code: 'drawWaits' }],
  });
  const [open] = await readDraws(new Date());
  // What cannot be done and what was answered after the root is not up.
  expect(open).toMatchObject({ cases: 1, listHash: hashOfList([one.caseNumber]), chosen: null });
  expect(open).toMatchObject({ secret: null, value: null });
  expect(await sweepSpotChecks()).toBe(0);

  const value = { value: '03 07 + 08', again: '03 07 + 08' };
  expect(await enterValue(inspector, value)).toMatchObject({ problems: [{ code: 'notKnownYet' }] });
  await asIfItHadCome();
  expect(await enterValue(inspector, { ...value, again: '03' })).toMatchObject({
    problems: [{ field: 'again', code: 'notTheSame' }],
  });
  expect(await enterValue(inspector, value)).toEqual({ ok: true });
  expect(await enterValue(inspector, value)).toMatchObject({ problems: [{ code: 'noDrawWaits' }] });
  expect(await sweepSpotChecks()).toBe(1);
  expect(await sweepSpotChecks()).toBe(0);

  const draw = await db().spotDraw.findFirstOrThrow();
  const chosen = await db().spotCheck.findMany();
  expect(chosen.map((it) => it.appealId)).toEqual([one.appealId]);
  expect(chosen.some((it) => it.appealId === later.appealId)).toBe(false);
  const beacon = { root: draw.root, value: draw.value ?? '', secret: draw.secret };
  expect(isChosen(beacon, one.caseNumber, draw.perMille)).toBe(true);
  expect(hashOfSecret(draw.secret)).toBe(draw.secretHash);
  // The secret is told when nobody can prepare any more.
  const told = async (days: number) => (await readDraws(new Date(Date.now() + days * day)))[0];
  expect(await told(13)).toMatchObject({ secret: null, value: '03 07 + 08' });
  expect(await told(15)).toMatchObject({ secret: draw.secret });
});

it('whoever checks reads nothing of the answer before, and whoever is checked nothing of the check', async () => {
  const { appealId } = await db().spotCheck.findFirstOrThrow();
  const { caseNumber } = await db().appeal.findUniqueOrThrow({ where: { id: appealId } });
  const visitor = person('linxiao');
  const desk = async (login: string) => {
    const reader = person(login);
    const lists = await Promise.all(
      desksOf(reader).map((it) => readInbox(reader, it, 'all', null, zone)),
    );
    return JSON.stringify(lists).includes(caseNumber);
  };
  expect(await desk('linxiao')).toBe(true);
  expect(await desk('zhaolimin')).toBe(false);

  const before = JSON.stringify((await viewCase(visitor, caseNumber))?.story);
  expect(before).toContain('路灯不亮');
  expect(before).not.toContain('换好灯泡了');
  expect(before).not.toContain('"judge"');
  for (const login of ['zhaolimin', 'wangxiulan']) {
    const view = await viewCase(person(login), caseNumber);
    expect(JSON.stringify([view?.story, view?.turns, view?.steps])).not.toMatch(/pick|recheck/);
  }
  const voice = await db().voice.findFirstOrThrow({ where: { appealId } });
  const own = await viewCase(mintVoice(voice.id, appealId), caseNumber);
  expect(JSON.stringify([own?.story, own?.turns])).not.toMatch(/pick|recheck/);

  await take(appealId, 'recheck', { how: 'visit', found: 'no', said: '还是黑的' }, visitor);
  // Control: now it stands beside.
  const after = JSON.stringify((await viewCase(visitor, caseNumber))?.story);
  expect(after).toContain('换好灯泡了');
  expect(JSON.stringify((await viewCase(person('zhaolimin'), caseNumber))?.story)).toContain(
    'recheck',
  );
});

it('the rate as published and the rate as corrected are both kept', async () => {
  const found = await readFindings(person('zhoumin'));
  expect(found).toMatchObject({
    ok: true,
    units: [
      {
        unit: { id: unitId('liuwan') },
        found: 1,
        foundSolved: 0,
        agreed: 0,
        judged: 1,
        published: 1,
        corrected: 0,
      },
    ],
  });
  expect(await readFindings(person('zhaolimin'))).toMatchObject({ code: 'notFound' });
  expect(await db().appeal.findFirstOrThrow({ where: { checks: { some: {} } } })).toMatchObject({
    status: 'dispatched',
    round: 2,
  });
});

it('neither what was up nor what was announced can be rewritten by the application', async () => {
  for (const data of [{ source: '别的' }, { secret: '0'.repeat(64) }, { perMille: 1 }]) {
    await expect(db().spotDraw.updateMany({ data })).rejects.toThrow();
  }
});
