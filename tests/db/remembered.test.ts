import { beforeAll, expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { remembered } from '@/lib/measures/remembered';
import { foldMeasures } from '@/lib/measures/rolled/fold';
import { atPage, mintResident, type PersonActor } from '@/lib/people/actor';
import { now } from '@/lib/time/now';
import { person, ready, unitId } from '../support/county';

/** What is remembered holds for as long as no case has changed, and for nobody who is barred from one. */

beforeAll(async () => {
  await ready();
  await file();
  await foldMeasures();
});

async function file(): Promise<string> {
  const input = { what: '楼道的灯坏了三天了', place: '杏花里12号楼', name: '周小满' };
  const result = await fileAppeal({ input: { ...input, phone: '13812345678' } }, mintResident());
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.appealId;
}

/** Each call is a page of its own. */
function asking(login = 'zhoumin') {
  let counted = 0;
  const ask = async (question = 'rates', reader: PersonActor = atPage(person(login), null)) => {
    const before = counted;
    await remembered(reader, [login, question], now(), async () => ++counted);
    return counted > before;
  };
  return ask;
}

it('counts once while nothing happens, and each question by itself', async () => {
  const countsAnew = asking();
  expect(await countsAnew()).toBe(true);
  expect(await countsAnew()).toBe(false);
  expect(await countsAnew('causes')).toBe(true);
});

it('counts again after every step, also one of a case that had changed before', async () => {
  const countsAnew = asking();
  const appealId = await file();
  expect(await countsAnew()).toBe(true);
  const input = { unitId: unitId('liuwan') };
  const sent = await perform({ appealId, verb: 'dispatch', input }, person('chenjing'));
  expect(sent).toMatchObject({ ok: true });
  expect(await countsAnew()).toBe(true);
  expect(await countsAnew()).toBe(false);
  await foldMeasures();
  expect(await countsAnew()).toBe(true);
});

it('counts again when a limit falls due', async () => {
  const countsAnew = asking();
  await countsAnew();
  await db()
    .$executeRaw`UPDATE "Clock" SET "dueAt" = (SELECT "upTo" FROM "MeasureMark") WHERE id = (
    SELECT id FROM "Clock" WHERE "stoppedAt" IS NULL AND kind = 'promise' LIMIT 1)`;
  expect(await countsAnew()).toBe(true);
});

it('counts each time for whoever is on no page, or is barred from a case', async () => {
  const onNoPage = asking();
  const zhoumin = person('zhoumin');
  expect(await onNoPage('rates', zhoumin)).toBe(true);
  expect(await onNoPage('rates', zhoumin)).toBe(true);

  const countsAnew = asking('chenjing');
  const appealId = await file();
  await countsAnew();
  expect(await countsAnew()).toBe(false);
  const input = { whom: 'self', reason: '是我亲戚' };
  const barred = await perform({ appealId, verb: 'recuse', input }, person('chenjing'));
  expect(barred).toMatchObject({ ok: true });
  expect(await countsAnew()).toBe(true);
  expect(await countsAnew()).toBe(true);
});

it('forgets what failed', async () => {
  const reader = () => atPage(person('zhoumin'), null);
  const ask = (count: () => Promise<string>) => remembered(reader(), ['failing'], now(), count);
  await expect(ask(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await ask(async () => 'counted')).toBe('counted');
});
