// ASVS 5.0: 6.3.3, 6.5.1, 6.5.2, 6.5.4, 6.6.3
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFactor } from '@/lib/auth/check-factor';
import { closeLimiter } from '@/lib/auth/limiter';
import {
  confirmFactor,
  dropOwnFactor,
  factorFits,
  factorState,
  offeredKey,
  offerFactor,
  otherRecoveryCodes,
  readTaken,
} from '@/lib/auth/second-factor';
import {
  awaitedOf,
  endSession,
  liveSession,
  openSession,
  waitingSession,
} from '@/lib/auth/session-rows';
import { codeOf, stepAt } from '@/lib/auth/totp';
import { db } from '@/lib/db/client';
import { requireSecondFactor, withoutSecondFactor } from '@/lib/installation/second-factor-rule';
import { tellFactorTaken } from '@/lib/jobs/tell-factor-taken';
import type { Letter, Mailer } from '@/lib/notices/mailer';
import type { PersonActor } from '@/lib/people/actor';
import { takeFactorAtServer, takeFactorAway } from '@/lib/people/take-factor';
import { sealEmail } from '@/lib/people/work-email';
import { installCast } from '@/prisma/seed/install-cast';
import { withClient } from '@/scripts/launcher/with-client';
import { type OwnDatabase, ownDatabase } from '../support/database';

let database: OwnDatabase;
let actorOf: (login: string) => PersonActor;

beforeAll(async () => {
  database = await ownDatabase();
  const { actors } = await installCast();
  actorOf = (login) => {
    const actor = actors.get(login);
    if (!actor) throw new Error(`nobody is called ${login}`);
    return actor;
  };
});

afterAll(closeLimiter);

const idOf = (login: string) => actorOf(login).personId;
const codeNow = (key: Uint8Array, off = 0) => codeOf(key, stepAt(new Date()) + off);

/** Sets one up; the code before now is spent on it, so that those of now and after are left. */
async function enrolled(login: string): Promise<{ id: string; key: Buffer; codes: string[] }> {
  const id = idOf(login);
  await offerFactor(id);
  const key = (await offeredKey(id)) ?? Buffer.alloc(0);
  const codes = await confirmFactor(id, codeNow(key, -1));
  if (!codes) throw new Error('not confirmed');
  return { id, key, codes };
}

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const ruleFrom = (secondFactorFrom: Date | null) =>
  db().installation.update({ where: { id: 1 }, data: { secondFactorFrom } });

describe('setting it up', () => {
  test('a key on offer asks nothing of anybody until a code of it has come', async () => {
    const id = idOf('sunyue');
    await offerFactor(id);
    const key = (await offeredKey(id)) ?? Buffer.alloc(0);
    expect(key).toHaveLength(20);
    expect(await awaitedOf(id)).toBeNull();
    expect(await factorFits(id, codeNow(key))).toBe(false);
    expect(await confirmFactor(id, codeNow(key, 5))).toBeNull();
    expect(await factorState(id)).toMatchObject({ since: null, offered: true, recoveryLeft: 0 });

    const codes = await confirmFactor(id, codeNow(key));
    expect(new Set(codes).size).toBe(10);
    for (const code of codes ?? [])
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-Z]{4}$/);
    expect(await offeredKey(id)).toBeNull();
    expect(await awaitedOf(id)).toBe('code');
    const log = await db().change.findFirstOrThrow({ where: { subjectId: id } });
    expect(log).toMatchObject({ action: 'factorSet', personId: id });
  });

  test('neither key nor codes can be read in the database, and a row moved to another person opens nothing', async () => {
    const { id, key, codes } = await enrolled('chenjing');
    const rows = JSON.stringify([
      await db().secondFactor.findMany(),
      await db().recoveryCode.findMany(),
    ]);
    expect(rows).not.toContain(key.toString('base64'));
    for (const code of codes) expect(rows).not.toContain(code.replaceAll('-', ''));
    const { secret } = await db().secondFactor.findUniqueOrThrow({ where: { personId: id } });
    await db().secondFactor.create({
      data: { personId: idOf('maqiang'), secret, confirmedAt: new Date() },
    });
    await expect(factorFits(idOf('maqiang'), codeNow(key))).rejects.toThrow();
    await db().secondFactor.delete({ where: { personId: idOf('maqiang') } });
  });

  test('another telephone takes the place of the first only with its own first code', async () => {
    const { id, key, codes } = await enrolled('wangxiulan');
    await offerFactor(id);
    expect(await factorFits(id, codeNow(key))).toBe(true);
    const other = (await offeredKey(id)) ?? Buffer.alloc(0);
    expect(await confirmFactor(id, codeNow(other, -1))).toHaveLength(10);
    expect(await factorFits(id, codeNow(key, 1))).toBe(false);
    expect(await factorFits(id, codes[0] ?? '')).toBe(false);
    expect(await factorFits(id, codeNow(other))).toBe(true);
  });

  test.each(['SecondFactor', 'RecoveryCode'])('the reader may not read %s', async (table) => {
    const reading = withClient(database.adminUrl, async (client) => {
      await client.query('SET ROLE huiyin_reader');
      return client.query(`SELECT * FROM "${table}"`);
    });
    await expect(reading).rejects.toThrow('permission denied');
  });
});

describe('a code', () => {
  test('is taken once, also when it comes five times at once', async () => {
    const { id, key } = await enrolled('linxiao');
    const code = codeNow(key);
    const taken = await Promise.all(Array.from({ length: 5 }, () => factorFits(id, code)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await factorFits(id, code)).toBe(false);
    // The next one is another.
    expect(await factorFits(id, codeNow(key, 1))).toBe(true);
  });

  test('of recovery is taken once, however it is typed, and new ones void the rest', async () => {
    const { id, codes } = await enrolled('liufang');
    const [first = '', second = '', third = ''] = codes;
    expect(await factorFits(id, first.toLowerCase().replaceAll('-', ' '))).toBe(true);
    expect(await factorFits(id, first)).toBe(false);
    const twice = await Promise.all([factorFits(id, second), factorFits(id, second)]);
    expect(twice.toSorted()).toEqual([false, true]);
    expect((await factorState(id)).recoveryLeft).toBe(8);
    // Nobody else's, though it is a code of somebody's.
    expect(await factorFits(idOf('sunyue'), third)).toBe(false);
    const others = (await otherRecoveryCodes(id)) ?? [];
    expect(await factorFits(id, third)).toBe(false);
    expect(await factorFits(id, others[0] ?? '')).toBe(true);
  });

  test('is guessed at ten times an hour at most, and the owner gets in from a device of theirs', async () => {
    const { id, key } = await enrolled('hewei');
    const guesses = [];
    for (let n = 0; n < 30; n += 1) {
      guesses.push(await checkFactor(id, '000000', { address: `198.51.100.${n}`, device: null }));
    }
    const looked = guesses.filter((it) => !it.ok && it.code === 'wrongSignIn');
    expect(looked).toHaveLength(10);
    const stranger = { address: '203.0.113.9', device: null };
    expect(await checkFactor(id, codeNow(key), stranger)).toMatchObject({ code: 'tooManyTries' });
    const own = { address: '203.0.113.9', device: 'a-known-device' };
    expect(await checkFactor(id, codeNow(key), own)).toEqual({ ok: true });
  });
});

describe('a session that waits', () => {
  test('opens nothing, is no session, and ends after ten minutes', async () => {
    const { id } = await enrolled('guotao');
    const session = await openSession(id, 'code');
    expect(await liveSession(session)).toBeNull();
    expect(await waitingSession(session)).toMatchObject({ personId: id, awaits: 'code' });
    const row = await db().session.findUniqueOrThrow({ where: { id: session } });
    expect(row.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(10 * 60_000);
    await db().session.update({ where: { id: session }, data: { expiresAt: new Date() } });
    expect(await waitingSession(session)).toBeNull();
  });

  test('for a second factor is over once there is one, so that it shows nobody the key of another', async () => {
    const id = idOf('maqiang');
    const early = await openSession(id, 'enrolment');
    await offerFactor(id);
    expect(await waitingSession(early)).toMatchObject({ awaits: 'enrolment' });
    await enrolled('maqiang');
    await offerFactor(id);
    expect(await waitingSession(early)).toBeNull();
    expect(await waitingSession(await openSession(id, 'code'))).not.toBeNull();
    await db().recoveryCode.deleteMany({ where: { personId: id } });
    await db().secondFactor.deleteMany({ where: { personId: id } });
  });

  test('is over when it is ended; one that waits for nothing is not waiting', async () => {
    const session = await openSession(idOf('guotao'), 'code');
    await endSession(session);
    expect(await waitingSession(session)).toBeNull();
    const open = await openSession(idOf('guotao'));
    expect(await waitingSession(open)).toBeNull();
    expect(await liveSession(open)).not.toBeNull();
  });
});

describe('the rule', () => {
  test('asks supervisors, inspectors and administrators once its day has come, and nobody else', async () => {
    await ruleFrom(null);
    expect(await awaitedOf(idOf('zhoumin'))).toBeNull();
    await ruleFrom(ago(-60));
    expect(await awaitedOf(idOf('zhoumin'))).toBeNull();
    expect((await factorState(idOf('zhoumin'))).neededFrom).not.toBeNull();
    await ruleFrom(ago(1));
    for (const login of ['zhoumin', 'wukai'])
      expect(await awaitedOf(idOf(login))).toBe('enrolment');
    expect(await awaitedOf(idOf('zhaolimin'))).toBeNull();
    expect((await factorState(idOf('zhaolimin'))).neededFrom).toBeNull();
  });

  test('lets nobody it means do without; others may', async () => {
    await ruleFrom(ago(1));
    const { id } = await enrolled('zhoumin');
    expect(await awaitedOf(id)).toBe('code');
    expect(await dropOwnFactor(id)).toBe(false);
    expect(await awaitedOf(id)).toBe('code');
    await ruleFrom(null);
    expect(await dropOwnFactor(id)).toBe(true);
    expect(await awaitedOf(id)).toBeNull();
    expect(await dropOwnFactor(id)).toBe(false);
    expect(await db().recoveryCode.count({ where: { personId: id } })).toBe(0);
  });

  test('is administration’s, keeps the day people were told, and stands in the log', async () => {
    await ruleFrom(null);
    const wukai = actorOf('wukai');
    await requireSecondFactor(wukai, 14);
    const from = async () =>
      (await db().installation.findUniqueOrThrow({ where: { id: 1 } })).secondFactorFrom;
    const first = await from();
    const days = ((first?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(13.99);
    expect(days).toBeLessThanOrEqual(14);
    await requireSecondFactor(wukai, 0);
    expect(await from()).toEqual(first);
    expect(await withoutSecondFactor()).toBeGreaterThan(0);
    await requireSecondFactor(wukai, null);
    expect(await from()).toBeNull();
    const log = await db().change.findMany({
      where: { subject: 'installation', personId: wukai.personId },
      orderBy: { at: 'asc' },
    });
    expect(log.map((it) => it.after)).toEqual([
      { secondFactorFrom: first?.toISOString() },
      { secondFactorFrom: null },
    ]);
  });
});

describe('taking a lost one away', () => {
  const letters: [string, Letter][] = [];
  const mail: Mailer = {
    async send(to, letter) {
      letters.push([to, letter]);
      return { ok: true };
    },
  };

  test('signs the person out everywhere, is on record, and they are told until they have read it', async () => {
    const { id, key, codes } = await enrolled('fangzheng');
    const session = await openSession(id);
    expect(await takeFactorAway(id, actorOf('wukai'))).toMatchObject({ ok: true });
    expect(await liveSession(session)).toBeNull();
    expect(await awaitedOf(id)).toBeNull();
    expect(await factorFits(id, codeNow(key))).toBe(false);
    expect(await factorFits(id, codes[0] ?? '')).toBe(false);
    expect((await factorState(id)).takenAt).not.toBeNull();
    const log = await db().change.findFirstOrThrow({
      where: { subjectId: id, action: 'factorTaken' },
    });
    expect(log.personId).toBe(idOf('wukai'));

    // Without a work address nobody is written to; with one, once, by the job the change has queued.
    expect(await tellFactorTaken(id, mail)).toBe('nobody');
    const email = sealEmail(id, 'fangzheng@example.gov.cn');
    await db().person.update({ where: { id }, data: { email } });
    expect(await tellFactorTaken(id, mail)).toBe('sent');
    expect(letters).toHaveLength(1);
    expect(letters[0]?.[0]).toBe('fangzheng@example.gov.cn');
    expect(letters[0]?.[1].text).toContain('fangzheng');
    const jobs = await withClient(database.adminUrl, (client) =>
      client.query('SELECT key FROM graphile_worker.jobs WHERE key = $1', [`factor-taken:${id}`]),
    );
    expect(jobs.rows).toHaveLength(1);

    await readTaken(id);
    expect((await factorState(id)).takenAt).toBeNull();
    expect(await tellFactorTaken(id, mail)).toBe('over');
  });

  test('at the server an only administrator’s is taken away; the log names nobody', async () => {
    const { id } = await enrolled('zhaolimin');
    expect(await takeFactorAtServer(id)).toMatchObject({ ok: true });
    expect(await awaitedOf(id)).toBeNull();
    const where = { subjectId: id, action: 'factorTaken' };
    expect((await db().change.findFirstOrThrow({ where })).personId).toBeNull();
  });

  test('never one’s own, and where there is none nothing happens', async () => {
    const { id } = await enrolled('wukai');
    expect(await takeFactorAway(id, actorOf('wukai'))).toMatchObject({
      problems: [{ code: 'ownFactor' }],
    });
    expect(await awaitedOf(id)).toBe('code');
    const nobody = idOf('maqiang');
    const session = await openSession(nobody);
    expect(await takeFactorAway(nobody, actorOf('wukai'))).toMatchObject({ ok: true });
    expect(await liveSession(session)).not.toBeNull();
    const where = { subjectId: nobody, action: 'factorTaken' };
    expect(await db().change.count({ where })).toBe(0);
  });
});
