// ASVS 5.0: 6.5.1, 6.5.5, 6.6.2, 6.6.3
import { afterAll, beforeEach, expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { loadCaseFile } from '@/lib/appeals/load';
import { perform } from '@/lib/appeals/perform';
import { readOwnCases } from '@/lib/appeals/queries/own-cases';
import { askForCode, codeOf, spendCode, takeCodeTry } from '@/lib/auth/coming-back';
import { closeLimiter } from '@/lib/auth/limiter';
import { readUnsubscribeToken, unsubscribeToken } from '@/lib/auth/share-token';
import { lookupHash } from '@/lib/contacts/cipher';
import { db } from '@/lib/db/client';
import { sendCode } from '@/lib/jobs/send-code';
import { sweepCodes } from '@/lib/jobs/sweep-codes';
import { sweepLookBacks } from '@/lib/jobs/sweep-look-backs';
import { sweepRatings } from '@/lib/jobs/sweep-ratings';
import { readNotGoneOut, sendAgain } from '@/lib/notices/not-gone-out';
import { lastTold } from '@/lib/notices/told';
import { readChoice, stopLetters } from '@/lib/notices/voice-choice';
import { type Actor, mintResident, mintVoice, playing } from '@/lib/people/actor';
import { withClient } from '@/scripts/launcher/with-client';
import { altered } from '../support/altered';
import { newId, person, ready, unitId } from '../support/county';
import { mailServer } from '../support/mail-server';

const mail = await mailServer();
process.env.HUIYIN_SMTP_URL = mail.url;
process.env.HUIYIN_MAIL_FROM = 'huiyin@example.gov.cn';

await ready();

afterAll(async () => {
  await closeLimiter();
  await mail.close();
});

beforeEach(() => mail.forget());

const day = 86_400_000;

async function filed(input: object, at = new Date()) {
  const words = { what: '楼道的灯坏了', place: '安康里 6 号楼', ...input };
  const done = await fileAppeal({ input: words }, playing(mintResident(), at));
  if (!done.ok) throw new Error(done.code);
  return done;
}

async function take(appealId: string, verb: Verb, input: object, by: Actor, at = new Date()) {
  const done = await perform({ appealId, verb, input }, playing(by, at));
  if (!done.ok) throw new Error(`${verb}: ${JSON.stringify(done)}`);
}

const talked = { how: 'telephone', said: '说好了' };
const answer = { outcome: 'done', answer: '灯换好了' };
const verdict = { result: 'satisfied', handling: 'satisfied', pressed: 'no', solved: 'yes' };

test('asking for a code looks at nobody, known or not: it does as well without the contacts', async () => {
  await filed({ email: 'lina@example.com' });
  const rename = (from: string, to: string) =>
    withClient(process.env.DATABASE_URL ?? '', (client) =>
      client.query(`ALTER TABLE "${from}" RENAME TO "${to}"`),
    );
  await rename('Contact', 'ContactAway');
  try {
    for (const of of ['lina@example.com', 'nobody@example.com']) {
      expect(await askForCode(of, 'email', 'en')).toBeTruthy();
    }
    // Control: whatever looked would fail.
    await expect(db().contact.count()).rejects.toThrow();
  } finally {
    await rename('ContactAway', 'Contact');
  }
});

test('a code goes to whoever left the address, in their letter alone; to others nothing goes', async () => {
  await filed({ email: 'lina@example.com' });
  const known = await askForCode('lina@example.com', 'email', 'en');
  const unknown = await askForCode('nobody@example.com', 'email', 'en');
  expect([await sendCode(known), await sendCode(unknown)]).toEqual(['sent', 'nobody']);
  expect(mail.taken.map((it) => it.to)).toEqual([['lina@example.com']]);
  expect(mail.taken[0]?.text).toContain(`Your code is ${codeOf(known)}.`);
  const rows = await db().entryCode.findMany();
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`example\\.com|"${codeOf(known)}"`));
});

test('the code opens once, every case of that address and no other', async () => {
  const own = await filed({ email: 'two@example.com' });
  const again = await filed({ email: 'two@example.com', what: '又坏了' });
  await filed({ email: 'other@example.com' });
  const id = await askForCode('two@example.com', 'email', 'zh');
  expect(await spendCode(id, codeOf(newId()))).toBeNull();
  const opened = await spendCode(id, codeOf(id));
  expect(opened).toEqual({ contactHash: lookupHash('two@example.com') });
  expect(await spendCode(id, codeOf(id)), 'a second time').toBeNull();
  const cases = await readOwnCases(opened?.contactHash ?? '');
  expect(cases.map((it) => it.caseNumber)).toEqual([again.caseNumber, own.caseNumber]);
});

test('five wrong tries and the right code opens nothing; neither does one that is over', async () => {
  const id = await askForCode('three@example.com', 'email', 'zh');
  const wrong = codeOf(id) === '000000' ? '000001' : '000000';
  for (let nth = 0; nth < 5; nth += 1) expect(await spendCode(id, wrong)).toBeNull();
  expect(await spendCode(id, codeOf(id))).toBeNull();
  const late = await askForCode('three@example.com', 'email', 'zh');
  const past = new Date(Date.now() - 2 * day);
  await db().entryCode.update({ where: { id: late }, data: { expiresAt: past } });
  expect(await spendCode(late, codeOf(late))).toBeNull();
  expect(await sendCode(late)).toBe('over');
  expect(await sweepCodes()).toBe(1);
  const fresh = await askForCode('three@example.com', 'email', 'zh');
  expect(await spendCode(fresh, codeOf(fresh)), 'negative control').not.toBeNull();
});

test('one address gets six an hour, wherever they are asked for; another is not kept waiting', async () => {
  const ask = (of: string, nth: number) => takeCodeTry(of, `10.0.${nth}.1`);
  for (let nth = 0; nth < 6; nth += 1) {
    expect((await ask('victim@example.com', nth)).ok).toBe(true);
  }
  expect((await ask('victim@example.com', 7)).ok).toBe(false);
  expect((await ask('neighbour@example.com', 8)).ok).toBe(true);
});

test('an address in a letter ends the letters of its own case; an altered one ends nothing', async () => {
  const it = await filed({ email: 'stop@example.com' });
  const actor = mintVoice(it.voiceId, it.appealId);
  expect(await readChoice(actor)).toEqual({ open: ['email', 'none'], now: 'email' });
  const token = unsubscribeToken(it.voiceId);
  expect(readUnsubscribeToken(altered(token))).toBeNull();
  expect(await stopLetters(readUnsubscribeToken(token) ?? '')).toBe(true);
  expect(await stopLetters(newId())).toBe(false);
  expect(await readChoice(actor)).toEqual({ open: ['email', 'none'], now: 'none' });
});

test('whoever has not judged is reminded once, half way; whoever has is left in peace', async () => {
  const begun = new Date(Date.now() - 8 * day);
  const later = (hours: number) => new Date(begun.getTime() + hours * 3_600_000);
  const it = await filed({ email: 'judge@example.com' }, begun);
  await take(it.appealId, 'dispatch', { unitId: unitId('liuwan') }, person('chenjing'), later(1));
  await take(it.appealId, 'accept', {}, person('zhaolimin'), later(2));
  await take(it.appealId, 'contact', talked, person('zhaolimin'), later(2.5));
  await take(it.appealId, 'resolve', answer, person('zhaolimin'), later(3));
  const rate = await db().clock.findFirstOrThrow({
    where: { appealId: it.appealId, kind: 'rate', stoppedAt: null },
  });
  const reminders = () =>
    db().notice.count({ where: { appealId: it.appealId, kind: 'remindRating' } });
  const half = async (startedAt: Date, dueAt: Date) => {
    await db().clock.update({ where: { id: rate.id }, data: { startedAt, dueAt } });
    return sweepRatings();
  };
  const now = Date.now();
  await half(new Date(now - day), new Date(now + 2 * day));
  expect(await reminders(), 'too early').toBe(0);
  const before = await db().event.count({ where: { appealId: it.appealId } });
  expect(await half(new Date(now - 2 * day), new Date(now + day))).toBe(1);
  expect(await sweepRatings()).toBe(0);
  expect(await reminders()).toBe(1);
  expect(await db().event.count({ where: { appealId: it.appealId } })).toBe(before);
  await db().notice.updateMany({ where: { kind: 'remindRating' }, data: { kind: 'forgotten' } });
  await take(it.appealId, 'judge', { ...verdict, round: '1' }, mintVoice(it.voiceId, it.appealId));
  expect(await sweepRatings(), 'has judged').toBe(0);
});

test('two weeks after closing whoever was asked is asked once more, once, and not before', async () => {
  const begun = new Date(Date.now() - 16 * day);
  const later = (hours: number) => new Date(begun.getTime() + hours * 3_600_000);
  const it = await filed({ email: 'holds@example.com' }, begun);
  await take(it.appealId, 'dispatch', { unitId: unitId('liuwan') }, person('chenjing'), later(1));
  await take(it.appealId, 'accept', {}, person('zhaolimin'), later(2));
  await take(it.appealId, 'contact', talked, person('zhaolimin'), later(2.5));
  await take(it.appealId, 'resolve', answer, person('zhaolimin'), later(3));
  const voice = mintVoice(it.voiceId, it.appealId);
  await take(it.appealId, 'judge', { ...verdict, round: '1' }, voice, later(4));
  const closedAt = (days: number) =>
    db().appeal.update({
      where: { id: it.appealId },
      data: { closedAt: new Date(Date.now() - days * day) },
    });
  await closedAt(13.9);
  expect(await sweepLookBacks(), 'too early').toBe(0);
  await closedAt(15);
  expect(await sweepLookBacks()).toBe(1);
  expect(await sweepLookBacks()).toBe(0);
  await db().notice.updateMany({
    where: { kind: 'askWhetherItHolds' },
    data: { kind: 'forgotten' },
  });
  await take(it.appealId, 'lookBack', { holds: 'yes', pressed: 'no' }, voice);
  expect(await sweepLookBacks(), 'has said so').toBe(0);
});

test('administration sees what did not go out, and has it sent again on record', async () => {
  const it = await filed({ email: 'dead@example.com' });
  const { id } = await db().notice.findFirstOrThrow({ where: { voiceId: it.voiceId } });
  const dead = { settledAt: new Date(), outcome: 'dead' };
  await db().notice.update({ where: { id }, data: dead });
  const admin = person('wukai');
  const rows = await readNotGoneOut(admin);
  expect(rows).toMatchObject([{ id, caseNumber: it.caseNumber, kind: 'file', outcome: 'dead' }]);
  const file = (await loadCaseFile(db(), it.appealId))?.file;
  if (!file) throw new Error('no file');
  expect(await lastTold(person('chenjing'), file)).toMatchObject([{ outcome: 'dead' }]);
  expect(await lastTold(person('hewei'), file), 'a unit that never had it').toEqual([]);
  expect(await sendAgain(admin, id)).toBe(true);
  expect(await sendAgain(admin, id), 'a second time').toBe(false);
  expect(await readNotGoneOut(admin)).toEqual([]);
  const [change] = await db().change.findMany({ where: { subject: 'notice', subjectId: id } });
  expect(change).toMatchObject({ action: 'sentAgain', personId: admin.personId });
});
