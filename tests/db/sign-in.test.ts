// ASVS 5.0: 6.3.1, 6.3.2, 6.4.1, 7.2.1, 7.2.2, 7.3.2, 7.4.1, 7.4.2, 7.4.3, 9.1.1, 9.2.1
import * as argon2 from '@node-rs/argon2';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkPassword } from '@/lib/auth/check-password';
import { closeLimiter } from '@/lib/auth/limiter';
import { hashPassword } from '@/lib/auth/password';
import { sessionIdIn, sessionSecret } from '@/lib/auth/session-cookie';
import { endSession, liveSession, openSession } from '@/lib/auth/session-rows';
import { db } from '@/lib/db/client';
import { firstAdministratorLink } from '@/lib/people/first-administrator';
import { acceptInvitation, invitedPerson } from '@/lib/people/invitations';
import { demoPassword } from '@/prisma/seed/cast';
import { type Cast, installCast } from '@/prisma/seed/install-cast';
import { ownDatabase } from '../support/database';

vi.mock('@node-rs/argon2', { spy: true });

let cast: Cast;

beforeAll(async () => {
  await ownDatabase();
});

afterAll(closeLimiter);

const idOf = (login: string) => {
  const actor = cast.actors.get(login);
  if (!actor) throw new Error(`nobody is called ${login}`);
  return actor.personId;
};

/** Invitations come first: they are about a house in which nobody is yet. */
describe('the first administrator', () => {
  const tokenIn = (link: string | null) => link?.split('/welcome/')[1] ?? '';
  const given = { name: '吴凯', login: 'chief', passwordHash: '' };

  beforeAll(async () => {
    given.passwordHash = await hashPassword('一座老石桥, 2026');
  });

  test('gets a fresh link at each start; the one before is void', async () => {
    const first = await firstAdministratorLink('http://localhost:3000');
    const second = await firstAdministratorLink('http://localhost:3000');
    expect(second).toMatch(/^http:\/\/localhost:3000\/welcome\/[\w-]{43}$/);
    expect(await invitedPerson(tokenIn(first))).toBeNull();
    expect(await invitedPerson(tokenIn(second))).toMatchObject({ name: '管理员', login: 'admin' });
    expect(await db().person.count({ where: { roles: { has: 'administrator' } } })).toBe(1);
    expect(JSON.stringify(await db().invitation.findMany())).not.toContain(tokenIn(second));
  });

  test('loses the link after a day', async () => {
    const token = tokenIn(await firstAdministratorLink(''));
    await db().invitation.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await invitedPerson(token)).toBeNull();
    expect(await acceptInvitation(token, given)).toBe('invitationGone');
  });

  test('keeps the link when the form is refused, and uses it once though it is sent twice', async () => {
    const token = tokenIn(await firstAdministratorLink(''));
    await db().person.create({
      data: {
        id: crypto.randomUUID(),
        unitId: (await db().unit.findFirstOrThrow()).id,
        name: '别人',
        login: 'taken',
        roles: [],
      },
    });
    expect(await acceptInvitation(token, { ...given, login: 'taken' })).toBe('loginTaken');
    expect(await invitedPerson(token)).not.toBeNull();

    const outcomes = await Promise.all([1, 2, 3].map(() => acceptInvitation(token, given)));
    expect(outcomes.toSorted()).toEqual(['accepted', 'invitationGone', 'invitationGone']);
    expect(await firstAdministratorLink('')).toBeNull();
    const entered = await checkPassword({
      login: 'Chief',
      password: '一座老石桥, 2026',
      address: '192.0.2.1',
      device: null,
    });
    expect(entered.ok).toBe(true);
  });

  test('does not get in by an older link once somebody is disabled', async () => {
    await db().person.update({ where: { login: 'chief' }, data: { disabledAt: new Date() } });
    const token = tokenIn(await firstAdministratorLink(''));
    const person = await invitedPerson(token);
    expect(person?.login).toBe('admin');
    await db().person.updateMany({
      where: { login: 'admin' },
      data: { disabledAt: new Date() },
    });
    expect(await invitedPerson(token)).toBeNull();
  });
});

describe('the password', () => {
  beforeAll(async () => {
    cast = await installCast();
  });

  beforeEach(() => {
    vi.mocked(argon2.verify).mockClear();
  });

  const attempt = (login: string, password: string, address: string, device?: string) =>
    checkPassword({ login, password, address, device: device ?? null });

  test('opens with the right one', async () => {
    const entered = await attempt(' ZhaoLimin', demoPassword, '192.0.2.10');
    expect(entered).toEqual({ ok: true, personId: idOf('zhaolimin') });
  });

  test('unknown, wrong, without a password, disabled: one answer after the same work', async () => {
    await db().person.update({ where: { login: 'hewei' }, data: { passwordHash: null } });
    await db().person.update({ where: { login: 'guotao' }, data: { disabledAt: new Date() } });
    const answers = [
      await attempt('nobody-at-all', demoPassword, '192.0.2.11'),
      await attempt('zhaolimin', 'not this one', '192.0.2.11'),
      await attempt('hewei', demoPassword, '192.0.2.11'),
      await attempt('guotao', demoPassword, '192.0.2.11'),
    ];
    for (const answer of answers)
      expect(answer).toEqual({ ok: false, code: 'wrongSignIn', left: 4 });
    const tried = vi.mocked(argon2.verify).mock.calls.map(([known]) => String(known));
    expect(tried).toHaveLength(4);
    expect(new Set(tried.map((known) => known.split('$').slice(0, 4).join('$'))).size).toBe(1);
  });

  test('guessing is slowed, also when all guesses come at once; another place still gets in', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => attempt('maqiang', 'a guess', '192.0.2.20')),
    );
    expect(argon2.verify).toHaveBeenCalledTimes(5);
    const slowed = guesses.filter((it) => !it.ok && it.code === 'tooManyTries');
    expect(slowed).toHaveLength(7);
    const late = await attempt('maqiang', demoPassword, '192.0.2.20');
    if (late.ok || late.code !== 'tooManyTries') throw new Error('let in');
    const minutes = (late.until.getTime() - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(3);
    expect(minutes).toBeLessThanOrEqual(5);
    expect((await attempt('maqiang', demoPassword, '192.0.2.21')).ok).toBe(true);
    expect((await attempt('liufang', demoPassword, '192.0.2.20')).ok).toBe(true);
  });

  test('an unknown login is slowed in the same way', async () => {
    const answers = [];
    for (let n = 0; n < 6; n += 1) answers.push(await attempt('ghost', 'a guess', '192.0.2.22'));
    expect(answers.map((it) => (it.ok ? 'in' : it.code))).toEqual([
      ...Array(5).fill('wrongSignIn'),
      'tooManyTries',
    ]);
  });

  test('a success gives the tries at this place or device back', async () => {
    const slips = async (device?: string) => {
      for (let n = 0; n < 4; n += 1) await attempt('linxiao', 'a slip', '192.0.2.23', device);
      return (await attempt('linxiao', demoPassword, '192.0.2.23', device)).ok;
    };
    expect([await slips(), await slips()]).toEqual([true, true]);
    // Eight of the hour's ten are used up from anywhere; a device of theirs has its own.
    expect([await slips('mine'), await slips('mine'), await slips('mine')]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('one place guessing many logins is stopped', async () => {
    const answers = [];
    for (let n = 0; n < 61; n += 1) answers.push(await attempt(`login${n}`, 'x', '192.0.2.24'));
    expect(answers.filter((it) => !it.ok && it.code === 'tooManyTries')).toHaveLength(1);
    const neighbour = await attempt('sunyue', demoPassword, '192.0.2.25');
    expect(neighbour.ok).toBe(true);
  });

  test('of two hundred guesses from two hundred places ten are looked at; the owner still gets in', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 200 }, (_, n) => attempt('wukai', 'a guess', `198.51.100.${n}`)),
    );
    expect(guesses.filter((it) => !it.ok && it.code === 'wrongSignIn')).toHaveLength(10);
    expect(argon2.verify).toHaveBeenCalledTimes(10);
    const stranger = await attempt('wukai', demoPassword, '203.0.113.1');
    expect(stranger).toMatchObject({ ok: false, code: 'tooManyTries' });
    expect((await attempt('wukai', demoPassword, '203.0.113.1', 'his own device')).ok).toBe(true);
    // What the owner does gives strangers nothing back.
    expect((await attempt('wukai', 'a guess', '203.0.113.2')).ok).toBe(false);
    expect(argon2.verify).toHaveBeenCalledTimes(11);
  });

  test('whoever has a device of the owner guesses there fifteen times in an hour at most', async () => {
    const device = 'a stolen one';
    const tried = async () => {
      for (let n = 0; n < 7; n += 1) await attempt('sunyue', 'a guess', '192.0.2.30', device);
    };
    await tried();
    expect(argon2.verify).toHaveBeenCalledTimes(5);
    for (let round = 0; round < 3; round += 1) {
      await db().attempt.deleteMany({ where: { key: { startsWith: 'own-quick' } } });
      await tried();
    }
    expect(argon2.verify).toHaveBeenCalledTimes(15);
    expect((await attempt('sunyue', demoPassword, '192.0.2.31')).ok).toBe(true);
  });
});

describe('a session', () => {
  const open = () => openSession(idOf('wangxiulan'));

  test('tells who it is, with roles and unit as they are now', async () => {
    const id = await open();
    const before = await liveSession(id);
    expect(before?.actor).toMatchObject({
      kind: 'person',
      name: '王秀兰',
      unitPath: 'chenghe/liuwan/',
    });
    expect(before?.actor.capabilities.has('assign')).toBe(true);
    expect(before?.unitNameEn).toBe('Liuwan Subdistrict');

    await db().person.update({ where: { login: 'wangxiulan' }, data: { roles: ['handler'] } });
    expect((await liveSession(id))?.actor.capabilities.has('assign')).toBe(false);
  });

  test('a disabled person is out at the next request', async () => {
    const id = await open();
    expect(await liveSession(id)).not.toBeNull();
    const where = { login: 'wangxiulan' };
    await db().person.update({ where, data: { disabledAt: new Date() } });
    expect(await liveSession(id)).toBeNull();
    await db().person.update({ where, data: { disabledAt: null } });
  });

  test('ends when it is ended, and when its time is over', async () => {
    const id = await open();
    const other = await open();
    await endSession(id);
    expect(await liveSession(id)).toBeNull();
    expect(await liveSession(other)).not.toBeNull();
    await db().session.update({ where: { id: other }, data: { expiresAt: new Date() } });
    expect(await liveSession(other)).toBeNull();
  });

  test('a new password ends the sessions there were', async () => {
    const id = await open();
    const { invite } = await import('@/lib/people/invitations');
    const token = await db().$transaction((it) => invite(it, idOf('wangxiulan')));
    const passwordHash = await hashPassword('另一座老石桥, 2026');
    const given = { name: '王秀兰', login: 'wangxiulan', passwordHash };
    expect(await acceptInvitation(token, given)).toBe('accepted');
    expect(await liveSession(id)).toBeNull();
  });

  test('its cookie holds only when we sealed it', async () => {
    const id = crypto.randomUUID();
    const seal = (secret: string, maxAge = 60) => encode({ token: { sub: id }, secret, maxAge });
    expect(await sessionIdIn(await seal(sessionSecret()))).toBe(id);
    expect(await sessionIdIn(await seal('another secret'))).toBeNull();
    expect(await sessionIdIn(await seal(sessionSecret(), -60))).toBeNull();
    expect(await sessionIdIn('nonsense')).toBeNull();
    expect(await sessionIdIn(undefined)).toBeNull();
  });
});
