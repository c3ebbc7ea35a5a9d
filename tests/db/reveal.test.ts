// ASVS 5.0: 2.3.2, 2.3.3, 8.2.3
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseFile } from '@/lib/appeals/case-file';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { loadCaseFile } from '@/lib/appeals/load';
import { perform } from '@/lib/appeals/perform';
import { closeLimiter } from '@/lib/auth/limiter';
import { maskedContact } from '@/lib/contacts/masked';
import { mayReveal, reveal, revealsOf } from '@/lib/contacts/reveal';
import { db } from '@/lib/db/client';
import { type Actor, mintResident, mintVoice, type PersonActor } from '@/lib/people/actor';
import { type Cast, installCast } from '@/prisma/seed/install-cast';
import { withClient } from '@/scripts/launcher/with-client';
import { type OwnDatabase, ownDatabase } from '../support/database';

let own: OwnDatabase;
let cast: Cast;

beforeAll(async () => {
  own = await ownDatabase();
  cast = await installCast();
});

/** Counters start anew: who looked too often is its own story. */
beforeEach(async () => {
  await db().attempt.deleteMany();
});

afterAll(closeLimiter);

function actor(login: string): PersonActor {
  const found = cast.actors.get(login);
  if (!found) throw new Error(`nobody is called ${login}`);
  return found;
}

interface Case {
  appealId: string;
  voiceId: string;
}

const contact = { name: '李娜', phone: '13812345678', email: 'lina@example.com' };

async function filed(more: object = {}): Promise<Case> {
  const input = { what: '楼道的灯坏了两个星期', place: '安康里 6 号楼', ...contact, ...more };
  const result = await fileAppeal({ input }, mintResident());
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
}

async function take({ appealId }: Case, verb: Verb, input: object, by: Actor) {
  const done = await perform({ appealId, verb, input }, by);
  if (!done.ok) throw new Error(`${verb}: ${JSON.stringify(done)}`);
}

async function dispatched(to: string, more: object = {}): Promise<Case> {
  const it = await filed(more);
  await take(it, 'dispatch', { unitId: cast.units.get(to) }, actor('chenjing'));
  return it;
}

async function fileOf({ appealId }: Case): Promise<CaseFile> {
  const loaded = await loadCaseFile(db(), appealId);
  if (!loaded) throw new Error('no such appeal');
  return loaded.file;
}

const look = (it: Case, by: Actor, reason: unknown = '约上门的时间') =>
  reveal(by, { appealId: it.appealId, voiceId: it.voiceId, reason });

const rowsOf = ({ appealId }: Case) => db().reveal.count({ where: { appealId } });

describe('revealing a contact', () => {
  test('shows it to the unit that leads, and writes down who, when and why', async () => {
    const it = await dispatched('liuwan');
    expect(await look(it, actor('zhaolimin'))).toEqual({ ok: true, contact });
    const told = await revealsOf(mintVoice(it.voiceId, it.appealId), it.appealId);
    expect(told).toMatchObject([
      { personName: '赵立民', unitName: '柳湾街道', reason: '约上门的时间' },
    ]);
    expect(told[0]?.at).toBeInstanceOf(Date);
    expect(await revealsOf(actor('zhoumin'), it.appealId)).toEqual(told);
    expect(await revealsOf(actor('zhaolimin'), it.appealId)).toEqual([]);
    expect(await revealsOf(mintVoice((await filed()).voiceId, 'x'), it.appealId)).toEqual([]);
  });

  test('shows nothing where it cannot be written down', async () => {
    const it = await dispatched('liuwan');
    const barred = (sql: string) => withClient(own.adminUrl, (client) => client.query(sql));
    await barred('REVOKE INSERT ON "Reveal" FROM huiyin_app');
    await expect(look(it, actor('zhaolimin'))).rejects.toThrow();
    await barred('GRANT INSERT ON "Reveal" TO huiyin_app');
    expect((await look(it, actor('zhaolimin'))).ok).toBe(true);
  });

  test.each([
    ['maqiang', 'notFound'],
    ['chenjing', 'notYours'],
    ['zhoumin', 'notYours'],
    ['shenhuaiyuan', 'notYours'],
    ['linxiao', 'notFound'],
    ['wukai', 'notFound'],
  ])('%s learns nothing of a case of 柳湾街道: %s', async (login, code) => {
    const it = await dispatched('liuwan');
    expect(await look(it, actor(login))).toMatchObject({ ok: false, code });
    expect(mayReveal(actor(login), await fileOf(it), it.voiceId)).toBe(false);
    expect(await rowsOf(it)).toBe(0);
  });

  test('a unit that gave the case away learns nothing more', async () => {
    const it = await dispatched('liuwan');
    expect(mayReveal(actor('zhaolimin'), await fileOf(it), it.voiceId)).toBe(true);
    const unitId = cast.units.get('chengguan');
    await take(it, 'redispatch', { unitId, reason: '在城关镇' }, actor('chenjing'));
    expect(await look(it, actor('zhaolimin'))).toMatchObject({ ok: false, code: 'notYours' });
    expect((await look(it, actor('maqiang'))).ok).toBe(true);
  });

  test('an interviewer of another unit may call once there is an answer', async () => {
    const it = await dispatched('liuwan');
    await take(it, 'accept', {}, actor('zhaolimin'));
    await take(it, 'contact', { how: 'telephone', said: '说好上门' }, actor('zhaolimin'));
    await take(it, 'resolve', { outcome: 'done', answer: '换了灯' }, actor('zhaolimin'));
    expect((await look(it, actor('linxiao'))).ok).toBe(true);
  });

  test('a secret voice stays secret but for the hotline', async () => {
    const it = await dispatched('liuwan', { secret: 'yes' });
    expect(await look(it, actor('zhaolimin'))).toMatchObject({ code: 'secretVoice' });
    expect(await rowsOf(it)).toBe(0);
    expect((await look(it, actor('sunyue'))).ok).toBe(true);
    expect(await rowsOf(it)).toBe(1);
  });

  test('needs a reason', async () => {
    const it = await dispatched('liuwan');
    for (const reason of ['', '  ', null, 7, '字'.repeat(201), 'a\u0000b']) {
      expect(await look(it, actor('zhaolimin'), reason)).toMatchObject({ code: 'badInput' });
    }
    expect(await rowsOf(it)).toBe(0);
  });

  test('finds no voice of another case', async () => {
    const [it, other] = [await dispatched('liuwan'), await dispatched('liuwan')];
    const mixed = { appealId: it.appealId, voiceId: other.voiceId };
    expect(await look(mixed, actor('zhaolimin'))).toMatchObject({ code: 'notFound' });
  });

  test('is limited to twenty an hour for each person', async () => {
    const it = await dispatched('liuwan');
    const looks = await Promise.all(Array.from({ length: 23 }, () => look(it, actor('zhaolimin'))));
    expect(looks.filter((one) => one.ok)).toHaveLength(20);
    expect(looks.filter((one) => !one.ok && one.code === 'tooManyReveals')).toHaveLength(3);
    expect(await rowsOf(it)).toBe(20);
    expect((await look(it, actor('wangxiulan'))).ok).toBe(true);
  });
});

describe('a masked contact', () => {
  const masked = { name: '李*', phone: '138****5678', email: 'l***@example.com' };
  const hidden = { name: null, phone: null, email: null };

  test.each([
    ['zhaolimin', { ...masked, secret: false }],
    ['chenjing', { ...masked, secret: false }],
    ['zhoumin', { ...masked, secret: false }],
    ['maqiang', null],
    ['wukai', null],
  ])('is for %s: %j', async (login, expected) => {
    const it = await dispatched('liuwan');
    expect(await maskedContact(actor(login), await fileOf(it), it.voiceId)).toEqual(expected);
  });

  test('of a secret voice tells the unit nothing but that', async () => {
    const it = await dispatched('liuwan', { secret: 'yes' });
    const file = await fileOf(it);
    const to = (by: Actor) => maskedContact(by, file, it.voiceId);
    expect(await to(actor('zhaolimin'))).toEqual({ ...hidden, secret: true });
    expect(await to(actor('sunyue'))).toEqual({ ...masked, secret: true });
    expect(await to(mintVoice(it.voiceId, it.appealId))).toEqual({ ...masked, secret: true });
  });

  test('is not for residents of other cases', async () => {
    const [it, other] = [await filed(), await filed()];
    const file = await fileOf(it);
    expect(
      await maskedContact(mintVoice(other.voiceId, other.appealId), file, it.voiceId),
    ).toBeNull();
    expect(await maskedContact(mintResident(), file, it.voiceId)).toBeNull();
  });
});
