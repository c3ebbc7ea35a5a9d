// ASVS 5.0: 1.3.6, 13.2.4, 15.3.2
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { settings } from '@/lib/env';
import { hourOf } from '@/lib/i18n/dates';
import { deliverNotice } from '@/lib/jobs/deliver-notice';
import { sendAgain } from '@/lib/notices/not-gone-out';
import { allowPush } from '@/lib/notices/push/allowed';
import { addDevice, digestsOf, removeDevice } from '@/lib/notices/push/devices';
import { vapidKeys } from '@/lib/notices/push/vapid';
import { readReach } from '@/lib/notices/reach';
import { triesInAnHour } from '@/lib/notices/retries';
import { choose, readChoice } from '@/lib/notices/voice-choice';
import { mintResident, mintVoice } from '@/lib/people/actor';
import { person, ready, unitId } from '../support/county';
import { pushServer } from '../support/push-server';
import { smsGateway } from '../support/sms-gateway';

/** Settings are read once, hence before anything else is done. */
const [push, sms] = await Promise.all([pushServer(), smsGateway()]);
Object.assign(process.env, {
  HUIYIN_PUSH_SERVICES: push.host,
  HUIYIN_SMS_URL: sms.url,
  HUIYIN_SMTP_URL: '',
  HUIYIN_QUIET_HOURS: 'none',
  HUIYIN_PUBLIC_URL: 'https://huiyin.example.gov.cn',
});

await ready();

afterAll(() => Promise.all([push.close(), sms.close()]));

const admin = () => person('wukai');

const devicesOf = async (voiceId: string) => (await readReach(voiceId)).devices;

beforeEach(async () => {
  push.forget();
  sms.forget();
  await db().notice.updateMany({ data: { settledAt: new Date(), outcome: 'noChannel' } });
  await allowPush(admin(), true);
});

/** A case whose filer is told on devices of these names, and has left a number or not. */
async function filed(devices = 1, how: object = {}) {
  const input = { what: '独一无二的原话', place: '安康里 6 号楼', name: '李娜', ...how };
  const done = await fileAppeal({ input }, mintResident());
  if (!done.ok) throw new Error(done.code);
  const actor = await mintVoice(done.voiceId, done.appealId);
  const names = Array.from({ length: devices }, () => `device-${randomUUID()}`);
  for (const it of names) expect(await addDevice(actor, push.device(it))).toBe('added');
  const notice = await db().notice.findFirstOrThrow({ where: { voiceId: done.voiceId } });
  return { ...done, actor, names, noticeId: notice.id };
}

async function take(appealId: string, verb: Verb, input: object) {
  const done = await perform({ appealId, verb, input }, person('chenjing'));
  if (!done.ok) throw new Error(`${verb}: ${JSON.stringify(done)}`);
  const voices = { appealId, kind: verb, voiceId: { not: null } };
  return (await db().notice.findFirstOrThrow({ where: voices })).id;
}

const dispatched = (appealId: string) => take(appealId, 'dispatch', { unitId: unitId('liuwan') });

const attempts = async (noticeId: string) =>
  (await db().delivery.findMany({ where: { noticeId }, orderBy: { attempt: 'asc' } })).map(
    (it) => `${it.channel} ${it.outcome} ${it.code}`,
  );

/** The pause is over. */
const wait = (id: string) =>
  db().notice.update({ where: { id }, data: { dueAt: new Date(Date.now() - 1_000) } });

async function untilSettled(noticeId: string): Promise<string> {
  for (let tries = 0; tries < 12; tries += 1) {
    const outcome = await deliverNotice(noticeId);
    if (outcome) return outcome;
    await wait(noticeId);
  }
  return 'never';
}

const phone = '13812345678';

test('a device shows who writes and one sentence, and opens the page without the private link', async () => {
  const it = await filed();
  expect(await deliverNotice(it.noticeId)).toBe('sent');
  const news = await dispatched(it.appealId);
  expect(await deliverNotice(news)).toBe('sent');
  const [received, passed] = push.taken;
  expect(received?.note.body).toMatch(/已收到。最迟\d+月\d+日 星期. \d\d:\d\d答复您。$/);
  expect(passed?.note).toMatchObject({
    title: '澄河县接诉即办',
    lang: 'zh-CN',
    tag: news,
    path: `/follow/${it.caseNumber}`,
  });
  expect(passed?.note.body).toMatch(/^诉求 \d{8} \d{4} 已派给柳湾街道/);
  expect(JSON.stringify(push.taken)).not.toMatch(/独一无二|安康里|李娜|\/v\//);
  expect([received?.urgency, passed?.urgency]).toEqual(['high', 'normal']);
  expect(passed?.ttl).toBe(3 * 86_400);
  expect(received?.topic).toMatch(/^[\w-]{32}$/);
  expect(received?.topic).not.toBe(passed?.topic);
  expect(received?.bytes, 'its length says nothing').toBe(passed?.bytes);
  const [row] = await db().pushSubscription.findMany({ where: { voiceId: it.voiceId } });
  expect(JSON.stringify(row)).not.toMatch(/127\.0\.0\.1|device-/);
});

test('while it is not allowed nobody is added, nothing is asked for, and all that was known is forgotten', async () => {
  const it = await filed(1, { phone });
  expect((await readChoice(it.actor)).now).toBe('push');
  await allowPush(admin(), false);
  expect(await addDevice(it.actor, push.device('late'))).toBe('off');
  expect(await devicesOf(it.voiceId)).toEqual([]);
  expect(await readChoice(it.actor)).toEqual({ open: ['sms', 'none'], now: 'sms' });
  expect(await deliverNotice(it.noticeId)).toBe('sent');
  expect(push.requests).toBe(0);
  expect(sms.taken).toHaveLength(1);
  const changes = await db().change.findMany({ where: { subject: 'installation' } });
  const facts = changes.map(({ after }) => (after as { webPush?: boolean } | null)?.webPush);
  expect(facts).toContain(true);
  expect(facts).toContain(false);
});

test.each([404, 410])(
  'a device that is gone (%i) ends, and the other way is taken at once',
  async (code) => {
    const it = await filed(1, { phone });
    push.behave(code);
    expect(await deliverNotice(it.noticeId)).toBe('sent');
    expect(await attempts(it.noticeId)).toEqual([`push refused ${code}`, 'sms sent 202']);
    expect(await devicesOf(it.voiceId)).toEqual([]);
    const [row] = await db().pushSubscription.findMany({ where: { voiceId: it.voiceId } });
    expect(row).toMatchObject({ sealed: null, endpointHash: null, endedAt: expect.any(Date) });
  },
);

test('gone without another way, or chosen to be told nothing: the row says so', async () => {
  const alone = await filed();
  push.behave(410);
  expect(await deliverNotice(alone.noticeId)).toBe('refused');
  const quiet = await filed();
  await choose(quiet.actor, 'none');
  expect(await deliverNotice(quiet.noticeId)).toBe('unwanted');
  const refuses = await filed(1, { phone });
  push.behave(413);
  expect(await deliverNotice(refuses.noticeId)).toBe('sent');
  expect(await attempts(refuses.noticeId)).toEqual(['push refused 413', 'sms sent 202']);
  expect(await devicesOf(refuses.voiceId), 'refused is not gone').toHaveLength(1);
});

test('a service that wants to be left alone is, and what fails is tried as every notice is', async () => {
  const it = await filed(1, { phone });
  push.behave({ status: 429, retryAfter: '1800' }, 503, 'moved', 'ok');
  const start = Date.now();
  expect(await deliverNotice(it.noticeId)).toBeNull();
  const { dueAt } = await db().notice.findUniqueOrThrow({ where: { id: it.noticeId } });
  const minutes = ((dueAt?.getTime() ?? 0) - start) / 60_000;
  expect(minutes).toBeGreaterThan(29.9);
  expect(minutes).toBeLessThan(31);
  await wait(it.noticeId);
  expect(await untilSettled(it.noticeId)).toBe('sent');
  expect(await attempts(it.noticeId)).toEqual([
    'push failed 429',
    'push failed 503',
    'push failed 307',
    'push sent 201',
  ]);
  expect(push.requests, 'a redirect is not followed').toBe(4);
  expect(sms.taken).toEqual([]);
});

test('a service that is not reached in an hour of tries is not waited for where there is another way', async () => {
  const it = await filed(1, { phone });
  push.behave(500);
  expect(await untilSettled(it.noticeId)).toBe('sent');
  const failed = Array.from({ length: triesInAnHour + 1 }, () => 'push failed 500');
  expect(await attempts(it.noticeId)).toEqual([...failed, 'sms sent 202']);
  expect(failed).toHaveLength(7);
  expect(await devicesOf(it.voiceId), 'it may come back').toHaveLength(1);
  const half = await filed(2, { phone });
  push.behaveTo(half.names[0] ?? '', 500);
  push.behaveTo(half.names[1] ?? '', 'ok');
  expect(await untilSettled(half.noticeId)).toBe('sent');
  expect(sms.taken, 'told on the other device already').toHaveLength(1);
  expect(await attempts(half.noticeId)).toHaveLength(11);
});

test('dead after four hours, and sent again under another tag', async () => {
  const it = await filed();
  push.behave(500);
  expect(await untilSettled(it.noticeId)).toBe('dead');
  expect(await attempts(it.noticeId)).toHaveLength(10);
  push.behave('ok');
  expect(await sendAgain(admin(), it.noticeId)).toBe(true);
  expect(await deliverNotice(it.noticeId)).toBe('sent');
  expect(push.taken.map(({ note }) => note.tag)).toEqual([
    expect.stringMatching(new RegExp(`^${it.noticeId}-\\d+$`)),
  ]);
});

test('of two devices the one that has it is not told twice; one that is gone does not hold the other up', async () => {
  const it = await filed(2);
  push.behaveTo(it.names[1] ?? '', 503, 503, 'ok');
  expect(await untilSettled(it.noticeId)).toBe('sent');
  expect(push.taken.map(({ device }) => device)).toEqual(it.names);
  const other = await filed(2, { phone });
  push.behaveTo(other.names[0] ?? '', 410);
  expect(await deliverNotice(other.noticeId)).toBe('sent');
  expect(sms.taken).toEqual([]);
  const never = await filed(2);
  push.behaveTo(never.names[0] ?? '', 503);
  expect(await untilSettled(never.noticeId), 'one took it').toBe('sent');
  expect(push.taken.filter((one) => one.device === never.names[1])).toHaveLength(1);
  const left = await filed(2, { phone });
  push.behaveTo(left.names[0] ?? '', 503);
  expect(await deliverNotice(left.noticeId)).toBeNull();
  for (const one of await devicesOf(left.voiceId)) {
    await removeDevice(left.actor, one.address.endpoint);
  }
  await wait(left.noticeId);
  expect(await deliverNotice(left.noticeId)).toBe('sent');
  expect(sms.taken, 'told already').toEqual([]);
});

test('in quiet hours a device stays quiet, and a text message in its stead waits as well', async () => {
  const wall = (hours: number) =>
    hourOf(new Date(Date.now() + hours * 3_600_000), { zone: 'Asia/Shanghai' });
  const it = await filed(1, { phone });
  const news = await dispatched(it.appealId);
  Object.assign(settings(), { quietHours: `${wall(-1)}-${wall(1)}` });
  try {
    expect(await deliverNotice(it.noticeId)).toBe('sent');
    expect(await deliverNotice(news)).toBeNull();
    expect(push.taken).toHaveLength(1);
    const { dueAt } = await db().notice.findUniqueOrThrow({ where: { id: news } });
    expect(hourOf(dueAt ?? new Date(0), { zone: 'Asia/Shanghai' })).toBe(wall(1));
  } finally {
    Object.assign(settings(), { quietHours: 'none' });
  }
  await wait(news);
  expect(await deliverNotice(news)).toBe('sent');
});

test('an endpoint nobody allows is never asked, whatever a row holds', async () => {
  const it = await filed(0, { phone });
  const inside = { ...push.device('inside'), endpoint: 'http://169.254.169.254/latest' };
  expect(await addDevice(it.actor, inside)).toBe('added');
  Object.assign(settings(), { pushServices: [] });
  try {
    expect(await addDevice(it.actor, push.device('unnamed'))).toBe('added');
    expect(await deliverNotice(it.noticeId)).toBe('sent');
  } finally {
    Object.assign(settings(), { pushServices: [push.host] });
  }
  expect(await attempts(it.noticeId)).toEqual([
    'push refused endpoint',
    'push refused endpoint',
    'sms sent 202',
  ]);
  expect(push.requests).toBe(0);
});

test('a device is one however often it comes, the fifth takes the place of the first, and a case ends it alone', async () => {
  const it = await filed();
  const [first] = await devicesOf(it.voiceId);
  if (!first) throw new Error('no device');
  expect(await addDevice(it.actor, first.address)).toBe('added');
  expect(await devicesOf(it.voiceId)).toHaveLength(1);
  const other = await filed(0);
  await addDevice(other.actor, first.address);
  expect(await removeDevice(other.actor, first.address.endpoint), 'still told here').toBe(true);
  expect(await devicesOf(other.voiceId)).toEqual([]);
  for (let nth = 0; nth < 4; nth += 1) await addDevice(it.actor, push.device(`more-${nth}`));
  const now = await devicesOf(it.voiceId);
  expect(now.map((one) => one.address.endpoint.split('/').at(-1))).toEqual([
    'more-0',
    'more-1',
    'more-2',
    'more-3',
  ]);
  expect(digestsOf(await devicesOf(it.voiceId))).toHaveLength(4);
  expect(await removeDevice(it.actor, now[0]?.address.endpoint ?? '')).toBe(false);
  for (let nth = 0; nth < 15; nth += 1) await addDevice(it.actor, push.device(`again-${nth}`));
  expect(await addDevice(it.actor, push.device('one-too-many'))).toBe('tooMany');
});

test('a worker that dies after the service took it sends once more, and the device shows one', async () => {
  const it = await filed();
  push.before = async () => {
    push.before = null;
    await db().$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE state = 'idle in transaction' AND datname = current_database() AND usename = current_user`;
  };
  await expect(deliverNotice(it.noticeId)).rejects.toThrow();
  await wait(it.noticeId);
  expect(await deliverNotice(it.noticeId)).toBe('sent');
  expect(push.taken).toHaveLength(2);
  expect(new Set(push.taken.map(({ topic }) => topic)).size).toBe(1);
  expect(push.shown()).toHaveLength(1);
});

test('services that fall down, hang up and hold off: every notice is shown on every device once', async () => {
  const all = [];
  for (let nth = 0; nth < 12; nth += 1) all.push(await filed(1 + (nth % 2)));
  const slow = { status: 503, retryAfter: '120' };
  push.behave(429, 'dies', 'ok', 500, 'dies', slow, 'ok', 'dies', 'moved', 'dies', 'ok');
  const outcomes = await Promise.all(all.map(({ noticeId }) => untilSettled(noticeId)));
  expect(outcomes).toEqual(all.map(() => 'sent'));
  const due = all.flatMap(({ names, noticeId }) => names.map((it) => `${it} ${noticeId}`));
  const shown = push.shown().map((it) => `${it.device} ${it.note.tag}`);
  process.stdout.write(
    `notices ${all.length}, on devices ${shown.length} of ${due.length}, ` +
      `messages taken ${push.taken.length}, requests ${push.requests}\n`,
  );
  expect(shown.toSorted()).toEqual(due.toSorted());
  expect(push.shown(false).length, 'negative control: without the tag').toBeGreaterThan(due.length);
});

test('a device that was subscribed under the secret of before is told with its key, and without it by nobody', async () => {
  const { secret, secretBefore, contactKey } = settings();
  // What devices are sealed with does not change with the secret here.
  Object.assign(settings(), { contactKey: 'a key of contacts of thirty-two letters' });
  const of = async (name: string) => {
    const it = await filed(0);
    expect(await addDevice(it.actor, push.device(name, vapidKeys()[0].publicKey))).toBe('added');
    return it;
  };
  const [old, other] = [await of('subscribed-before'), await of('subscribed-before-too')];
  const changed = { secret: 'another secret of thirty-two letters', secretBefore: secret };
  try {
    Object.assign(settings(), changed);
    const young = await of('subscribed-since');
    for (const it of [old, young]) expect(await deliverNotice(it.noticeId)).toBe('sent');
    expect(push.taken.map(({ device }) => device)).toEqual([
      'subscribed-before',
      'subscribed-since',
    ]);
    expect(push.requests, 'with the key of now first').toBe(3);

    // Negative control: the key of before is gone.
    Object.assign(settings(), { secretBefore: undefined });
    expect(await deliverNotice(other.noticeId)).not.toBe('sent');
    expect(push.taken).toHaveLength(2);
  } finally {
    Object.assign(settings(), { secret, secretBefore, contactKey });
  }
});
