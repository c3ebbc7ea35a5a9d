import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { digestsDue, sendDigest } from '@/lib/jobs/digest';
import { log } from '@/lib/log';
import { mintResident } from '@/lib/people/actor';
import { sealEmail } from '@/lib/people/work-email';
import { civilDateOf } from '@/lib/time/civil';
import { newId, person, ready, unitId } from '../support/county';
import { type MailServer, mailServer } from '../support/mail-server';

/** Read with the first setting that is asked for, hence before anything else is done. */
const server: MailServer = await mailServer();
process.env.HUIYIN_SMTP_URL = server.url;
process.env.HUIYIN_MAIL_FROM = 'Huiyin <huiyin@example.gov.cn>';
process.env.HUIYIN_PUBLIC_URL = 'https://huiyin.example.gov.cn';

await ready();

afterAll(() => server.close());

const zone = 'Asia/Shanghai';
const today = async () => civilDateOf(await databaseClock(db()), zone);

async function dispatched(to: string, what = '三楼的灯坏了') {
  const input = { what, place: '安康里 6 号楼', phone: '13812345678', name: '李娜' };
  const done = await fileAppeal({ input }, mintResident());
  if (!done.ok) throw new Error(done.code);
  const step = { appealId: done.appealId, verb: 'dispatch' as const };
  const sent = await perform({ ...step, input: { unitId: unitId(to) } }, person('chenjing'));
  if (!sent.ok) throw new Error(sent.code);
  return done;
}

const address = (login: string) => `${login}@example.gov.cn`;

async function writesTo(login: string, more: object = {}) {
  const { personId } = person(login);
  const email = sealEmail(personId, address(login));
  await db().person.update({ where: { id: personId }, data: { email, ...more } });
}

const job = async (login: string) => ({ personId: person(login).personId, on: await today() });
const rowOf = async (login: string) => {
  const personId_on = await job(login);
  return db().digest.findUnique({ where: { personId_on } });
};

beforeAll(async () => {
  await dispatched('liuwan');
  await dispatched('chengguan');
});

beforeEach(async () => {
  server.forget();
  await db().person.updateMany({ data: { email: null } });
});

test('is sent once, though it is asked for twice and at the same moment', async () => {
  await writesTo('zhaolimin');
  const it = await job('zhaolimin');
  const [one, two] = await Promise.all([sendDigest(it), sendDigest(it)]);
  expect([one, two].filter((outcome) => outcome === 'sent')).toHaveLength(1);
  expect(await sendDigest(it)).toBeNull();
  expect(server.taken).toHaveLength(1);
  expect(await rowOf('zhaolimin')).toMatchObject({ outcome: 'sent', sentAt: expect.any(Date) });
});

test('negative control: without the row of the day it would go out again', async () => {
  await writesTo('zhaolimin');
  const { personId, on } = await job('zhaolimin');
  const data = { outcome: null, sentAt: null };
  await db().digest.update({ where: { personId_on: { personId, on } }, data });
  expect(await sendDigest({ personId, on })).toBe('sent');
  expect(server.taken).toHaveLength(1);
});

test('says what is to be done and nothing a resident said', async () => {
  const it = await dispatched('housing', '独一无二的原话');
  await writesTo('hewei', { locale: 'en' });
  expect(await sendDigest(await job('hewei'))).toBe('sent');
  const [mail] = server.taken;
  expect(mail?.to).toEqual([address('hewei')]);
  expect(mail?.text).toContain(`https://huiyin.example.gov.cn/appeals/${it.caseNumber}`);
  expect(mail?.text).toContain('Next: Accept');
  expect(mail?.text).not.toMatch(/独一无二|安康里|138[\d*]{4}|李娜/);
  expect(mail?.headers).toMatch(/Message-ID:\s+<digest-[\w-]+@huiyin\.example\.gov\.cn>/i);
  expect(mail?.encrypted).toBe(false);
});

test('an address that is refused is said to be, and the others get theirs', async () => {
  for (const login of ['maqiang', 'liufang']) await writesTo(login);
  server.refuse(address('maqiang'), 550);
  expect(await sendDigest(await job('maqiang'))).toBe('refused');
  expect(await sendDigest(await job('liufang'))).toBe('sent');
  expect(await rowOf('maqiang')).toMatchObject({ outcome: 'refused', sentAt: null });
  expect(server.taken.map((it) => it.to)).toEqual([[address('liufang')]]);
  expect(await sendDigest(await job('maqiang'))).toBeNull();
});

test('a server in trouble is tried again, until it takes the letter, and then no more', async () => {
  await dispatched('heating');
  await writesTo('guotao');
  server.refuse(address('guotao'), 451);
  const it = await job('guotao');
  await expect(sendDigest(it)).rejects.toThrow('did not take');
  expect(await rowOf('guotao')).toMatchObject({ outcome: 'failed', sentAt: null });
  server.refuse(address('guotao'), null);
  expect(await sendDigest(it)).toBe('sent');
  expect(await sendDigest(it)).toBeNull();
  expect(server.taken).toHaveLength(1);
});

test('nobody gets an empty one, nor a second chance at it that day', async () => {
  await writesTo('linxiao');
  expect(await sendDigest(await job('linxiao'))).toBe('nothing');
  expect(await sendDigest(await job('linxiao'))).toBeNull();
  expect(server.taken).toEqual([]);
});

test('who is away gets none; their deputy’s letter says what is theirs', async () => {
  const it = await dispatched('liuwan');
  const [away, deputy] = [person('zhaolimin'), person('wangxiulan')];
  await perform({ appealId: it.appealId, verb: 'accept', input: {} }, away);
  const on = await today();
  const where = { personId: away.personId };
  const absence = { id: newId(), ...where, fromOn: on, untilOn: on, createdAt: new Date() };
  await db().absence.create({ data: absence });
  await writesTo('zhaolimin', { deputyId: deputy.personId });
  await writesTo('wangxiulan');
  await db().digest.updateMany({ where, data: { outcome: null, sentAt: null } });
  expect(await sendDigest(await job('zhaolimin'))).toBe('away');
  expect(await sendDigest(await job('wangxiulan'))).toBe('sent');
  expect(server.taken).toHaveLength(1);
  const [, entry = ''] =
    server.taken[0]?.text
      .split(/\n\n(?=\d+\. )/)
      .filter((one) => one.includes(it.caseNumber) || one.includes('您好')) ?? [];
  expect(entry).toContain('代办：赵立民');
  await db().absence.updateMany({ where, data: { cancelledAt: new Date() } });
});

test('a day that is over is left', async () => {
  await writesTo('sunyue');
  const { personId } = person('sunyue');
  expect(await sendDigest({ personId, on: '2026-01-05' })).toBe('missed');
  expect(server.taken).toEqual([]);
});

test.each([
  ['2026-11-20T00:00:00Z', true, 'Friday 08:00'],
  ['2026-11-19T23:59:00Z', false, 'Friday 07:59'],
  ['2026-11-20T09:59:00Z', true, 'Friday 17:59'],
  ['2026-11-20T10:00:00Z', false, 'Friday 18:00'],
  ['2026-11-21T02:00:00Z', false, 'Saturday'],
  ['2026-10-01T02:00:00Z', false, 'National Day, a Thursday'],
  ['2026-02-14T02:00:00Z', true, 'a Saturday that is worked'],
])('at %s: %s (%s)', async (at, due) => {
  await writesTo('zhoumin');
  const { personId } = person('zhoumin');
  expect((await digestsDue(new Date(at))).map((it) => it.personId)).toEqual(due ? [personId] : []);
});

test.each([
  [null, true],
  ['failed', true],
  ['sent', false],
  ['refused', false],
  ['nothing', false],
  ['away', false],
])('a row that says %j is asked about again: %s', async (outcome, again) => {
  await writesTo('zhoumin');
  const row = { personId: person('zhoumin').personId, on: '2026-11-18' };
  await db().digest.upsert({
    where: { personId_on: row },
    create: { ...row, outcome },
    update: { outcome },
  });
  const due = await digestsDue(new Date('2026-11-18T01:00:00Z'));
  expect(due).toEqual(again ? [row] : []);
});

test('whoever wants none, has left or has no address is not asked', async () => {
  const at = new Date('2026-11-20T01:00:00Z');
  await writesTo('zhoumin', { digest: false });
  expect(await digestsDue(at)).toEqual([]);
  await writesTo('zhoumin', { digest: true, disabledAt: new Date() });
  expect(await digestsDue(at)).toEqual([]);
  await writesTo('zhoumin', { disabledAt: null });
  expect(await digestsDue(at)).toHaveLength(1);
});

test('without a mail server nothing is sent, and the log says so once', async () => {
  vi.resetModules();
  delete process.env.HUIYIN_SMTP_URL;
  const { log: itsLog } = await import('@/lib/log');
  const warned = vi.spyOn(itsLog, 'warn');
  const again = await import('@/lib/jobs/digest');
  const at = new Date('2026-11-20T01:00:00Z');
  expect(await again.digestsDue(at)).toEqual([]);
  expect(await again.sendDigest(await job('zhoumin'))).toBeNull();
  expect(warned).toHaveBeenCalledTimes(1);
  expect(itsLog).not.toBe(log);
  expect(server.taken).toEqual([]);
});
