import { afterAll, beforeEach, expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { settings } from '@/lib/env';
import { hourOf } from '@/lib/i18n/dates';
import { deliverNotice } from '@/lib/jobs/deliver-notice';
import { dueNotices } from '@/lib/jobs/due-notices';
import { type Actor, mintResident } from '@/lib/people/actor';
import { person, ready, unitId } from '../support/county';
import { mailServer } from '../support/mail-server';
import { smsGateway } from '../support/sms-gateway';

/** Settings are read once, hence before anything else is done. */
const [mail, first, second] = await Promise.all([mailServer(), smsGateway(), smsGateway()]);
const site = 'https://huiyin.example.gov.cn';
Object.assign(process.env, {
  HUIYIN_SMTP_URL: mail.url,
  HUIYIN_MAIL_FROM: 'Huiyin <huiyin@example.gov.cn>',
  HUIYIN_SMS_URL: first.url,
  HUIYIN_SMS_TOKEN: 'one',
  HUIYIN_SMS_URL_2: second.url,
  HUIYIN_QUIET_HOURS: 'none',
  HUIYIN_PUBLIC_URL: site,
});

await ready();

afterAll(() => Promise.all([mail.close(), first.close(), second.close()]));

beforeEach(async () => {
  mail.forget();
  first.forget();
  second.forget();
  await db().notice.updateMany({ data: { settledAt: new Date(), outcome: 'noChannel' } });
});

const who = { phone: '13812345678', name: '李娜' };

async function filed(how: object = who) {
  const input = { what: '独一无二的原话', place: '安康里 6 号楼', ...how };
  const done = await fileAppeal({ input }, mintResident());
  if (!done.ok) throw new Error(done.code);
  const notice = await db().notice.findFirstOrThrow({ where: { voiceId: done.voiceId } });
  return { ...done, noticeId: notice.id };
}

async function take(appealId: string, verb: Verb, input: object, by: Actor) {
  const done = await perform({ appealId, verb, input }, by);
  if (!done.ok) throw new Error(`${verb}: ${JSON.stringify(done)}`);
  const voices = { appealId, kind: verb, voiceId: { not: null } };
  return (await db().notice.findFirstOrThrow({ where: voices })).id;
}

const attempts = async (noticeId: string) =>
  (await db().delivery.findMany({ where: { noticeId }, orderBy: { attempt: 'asc' } })).map(
    (it) => `${it.gateway} ${it.outcome} ${it.code}`,
  );

/** The pause is over. */
const wait = (id: string) =>
  db().notice.update({ where: { id }, data: { dueAt: new Date(Date.now() - 1_000) } });

async function untilSettled(noticeId: string): Promise<string> {
  for (let tries = 0; tries < 12; tries += 1) {
    const outcome = await deliverNotice(noticeId).catch(() => null);
    if (outcome) return outcome;
    await wait(noticeId);
  }
  return 'never';
}

test('a message says what, by when and where to look, and nothing a resident said', async () => {
  const it = await filed();
  expect(await deliverNotice(it.noticeId)).toBe('sent');
  const sent = await take(
    it.appealId,
    'dispatch',
    { unitId: unitId('liuwan') },
    person('chenjing'),
  );
  expect(await deliverNotice(sent)).toBe('sent');
  expect(await deliverNotice(sent)).toBeNull();
  expect(first.taken.map((one) => [one.to, one.token])).toEqual([
    [who.phone, 'Bearer one'],
    [who.phone, 'Bearer one'],
  ]);
  const [received, passed] = first.taken;
  expect(received?.text).toMatch(/已收到。最迟\d+月\d+日 星期. \d\d:\d\d答复您。 https:/);
  expect(passed?.text).toMatch(/已派给柳湾街道/);
  expect(passed?.text).toContain(`${it.caseNumber.slice(0, 8)} ${it.caseNumber.slice(8)}`);
  expect(passed?.text).toMatch(new RegExp(`${site}/v/[\\w-]{44}$`));
  for (const { text } of first.taken) expect(text).not.toMatch(/独一无二|安康里|138[\d*]{4}|李娜/);
});

test('a letter can be ended by one press, and is in the language of the resident', async () => {
  const it = await filed({ email: 'lina@example.com', locale: 'en' });
  await db().voice.update({ where: { id: it.voiceId }, data: { locale: 'en' } });
  expect(await deliverNotice(it.noticeId)).toBe('sent');
  const [letter] = mail.taken;
  expect(letter?.to).toEqual(['lina@example.com']);
  expect(letter?.text).toMatch(/You get an answer by \d+ \w+, \d\d:\d\d\./);
  expect(letter?.text).toMatch(/\/v\/[\w-]{44}/);
  expect(letter?.headers).toMatch(/List-Unsubscribe:\s+<https:[^>]+\/stop\/[\w-]{44}>/);
  expect(letter?.headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(letter?.headers).toContain(`notice-${it.noticeId}@`);
  expect(letter?.text).not.toMatch(/独一无二|安康里/);
});

test('whoever wants none, or left no way, gets none, and that is what the row says', async () => {
  const none = await filed();
  const choice = { voiceId: none.voiceId, channel: 'none', at: new Date() };
  await db().noticeChoice.create({ data: choice });
  expect(await deliverNotice(none.noticeId)).toBe('unwanted');
  const link = await filed({});
  expect(await deliverNotice(link.noticeId)).toBe('noChannel');
  const landline = await filed({ phone: '0531-86012345' });
  expect(await deliverNotice(landline.noticeId)).toBe('noChannel');
  expect([...first.taken, ...mail.taken]).toEqual([]);
});

test('one gateway down, the other takes it; both down, it waits and goes later', async () => {
  const it = await filed();
  first.behave(503, 503, 'ok');
  second.behave(500, 'ok');
  expect(await deliverNotice(it.noticeId)).toBeNull();
  expect(await deliverNotice(it.noticeId), 'before its pause is over').toBeNull();
  await wait(it.noticeId);
  expect(await deliverNotice(it.noticeId)).toBe('sent');
  expect(await attempts(it.noticeId)).toEqual([
    'sms1 failed 503',
    'sms2 failed 500',
    'sms1 failed 503',
    'sms2 sent 202',
  ]);
});

test('a gateway slower than anybody waits is asked again under the same key, and no other in its place', async () => {
  const it = await filed();
  first.behave('silent', 'ok');
  const began = Date.now();
  expect(await deliverNotice(it.noticeId)).toBeNull();
  // It waits ten seconds and no longer: the row is locked meanwhile.
  expect(Date.now() - began).toBeGreaterThan(9_000);
  await wait(it.noticeId);
  expect(await deliverNotice(it.noticeId)).toBe('sent');
  expect(await attempts(it.noticeId)).toEqual(['sms1 unknown TimeoutError', 'sms1 sent 202']);
  expect(first.onPhones()).toHaveLength(1);
  expect(second.taken).toEqual([]);
});

test('a refused number is not asked about again', async () => {
  const it = await filed();
  first.behave(422);
  expect(await deliverNotice(it.noticeId)).toBe('refused');
  expect(second.taken).toEqual([]);
  const mailed = await filed({ email: 'gone@example.com' });
  mail.refuse('gone@example.com', 550);
  expect(await deliverNotice(mailed.noticeId)).toBe('refused');
});

test('what no gateway takes is dead after the last try', async () => {
  const it = await filed();
  first.behave(503);
  second.behave(401);
  expect(await untilSettled(it.noticeId)).toBe('dead');
  expect(await attempts(it.noticeId)).toHaveLength(20);
});

test('news of last week is not sent as if it were of today', async () => {
  const it = await filed();
  const createdAt = new Date(Date.now() - 4 * 86_400_000);
  await db().notice.update({ where: { id: it.noticeId }, data: { createdAt } });
  expect(await deliverNotice(it.noticeId)).toBe('late');
});

test('in quiet hours a message waits for their end, and only the receipt does not', async () => {
  const wall = (hours: number) =>
    hourOf(new Date(Date.now() + hours * 3_600_000), { zone: 'Asia/Shanghai' });
  const it = await filed();
  const unit = { unitId: unitId('liuwan') };
  const news = await take(it.appealId, 'dispatch', unit, person('chenjing'));
  Object.assign(settings(), { quietHours: `${wall(-1)}-${wall(1)}` });
  try {
    expect(await deliverNotice(it.noticeId)).toBe('sent');
    expect(await deliverNotice(news)).toBeNull();
    expect(first.taken).toHaveLength(1);
    const { dueAt } = await db().notice.findUniqueOrThrow({ where: { id: news } });
    expect(hourOf(dueAt ?? new Date(0), { zone: 'Asia/Shanghai' })).toBe(wall(1));
    expect(await dueNotices()).toEqual([]);
  } finally {
    Object.assign(settings(), { quietHours: 'none' });
  }
  await wait(news);
  expect(await deliverNotice(news)).toBe('sent');
});

test('a worker that dies after the gateway took it sends once more, under the same key', async () => {
  const it = await filed();
  first.before = async () => {
    first.before = null;
    await db().$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE state = 'idle in transaction' AND datname = current_database() AND usename = current_user`;
  };
  await expect(deliverNotice(it.noticeId)).rejects.toThrow();
  expect(await attempts(it.noticeId)).toEqual([]);
  await wait(it.noticeId);
  expect(await dueNotices()).toEqual([it.noticeId]);
  expect(await deliverNotice(it.noticeId)).toBe('sent');
  expect(first.taken).toHaveLength(2);
  expect(first.onPhones()).toHaveLength(1);
});

test('asked for twice at once it goes once', async () => {
  const it = await filed();
  const both = await Promise.all([deliverNotice(it.noticeId), deliverNotice(it.noticeId)]);
  expect(both.toSorted()).toEqual(['sent', null].toSorted());
  expect(first.taken).toHaveLength(1);
});

test('gateways and mail servers that fall down, lie and die: everything arrives once', async () => {
  const all: string[] = [];
  for (let nth = 0; nth < 12; nth += 1) {
    const how =
      nth % 3 === 0 ? { email: `n${nth}@example.com` } : { phone: `1380000000${nth % 10}` };
    all.push((await filed(how)).noticeId);
  }
  first.behave(503, 'dies', 'ok', 'dies', 429, 'dies', 'ok');
  second.behave('dies', 500, 'ok');
  mail.lie(2);
  const outcomes = await Promise.all(all.map(untilSettled));
  expect(outcomes).toEqual(all.map(() => 'sent'));
  const perNotice = (honours: boolean) =>
    [...first.onPhones(honours), ...second.onPhones(honours)].length;
  const letters = mail.taken.map((it) => /notice-[\w-]+/.exec(it.headers)?.[0]);
  process.stdout.write(
    `notices ${all.length}, arrived ${perNotice(true) + new Set(letters).size}, ` +
      `requests taken ${perNotice(false) + letters.length}\n`,
  );
  expect(perNotice(true)).toBe(8);
  expect(new Set(letters).size).toBe(4);
  expect(perNotice(false), 'negative control: without the key').toBeGreaterThan(8);
  expect(letters.length, 'negative control: without the letter’s id').toBeGreaterThan(4);
});
