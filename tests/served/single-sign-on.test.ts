// ASVS 5.0: 6.3.4, 6.8.1, 6.8.4, 7.6.1, 10.1.2, 10.2.1, 10.5.1, 10.5.2, 10.5.3
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closeLimiter } from '@/lib/auth/limiter';
import { confirmFactor, offeredKey, offerFactor } from '@/lib/auth/second-factor';
import { codeOf, stepAt } from '@/lib/auth/totp';
import { db } from '@/lib/db/client';
import { readSettings } from '@/lib/env';
import { unbindIdentity } from '@/lib/people/identity';
import { sealEmail } from '@/lib/people/work-email';
import { installCast } from '@/prisma/seed/install-cast';
import { reachAll } from '@/scripts/doctor/reach';
import { passingData } from '@/scripts/launcher/passing-data';
import { ownDatabase } from '../support/database';
import { type OidcServer, oidcServer } from '../support/oidc-server';
import { startWeb, type Web } from '../support/served/web';
import { type Walker, walker } from '../support/walker';

/** Single sign-on between the production server and a real OpenID Connect provider, over HTTP. */

const data = passingData();
let office: OidcServer;
let web: Web;
let here: string;
let actors: Awaited<ReturnType<typeof installCast>>['actors'];

beforeAll(async () => {
  process.env.HUIYIN_DATA = data.path;
  await ownDatabase();
  ({ actors } = await installCast());
  office = await oidcServer();
  web = await startWeb(office.settings);
  here = `http://127.0.0.1:${web.port}`;
  office.register(here);
});
afterAll(async () => {
  await web?.stop();
  await office?.close();
  await closeLimiter();
  await data.remove();
});
beforeEach(async () => {
  Object.assign(office, { says: null, isUp: true });
  await db().attempt.deleteMany();
});

const idOf = (login: string) => actors.get(login)?.personId ?? '';
const addressOf = (login: string) => `${login}@chenghe.example`;
const write = (login: string, email = addressOf(login)) =>
  db().person.update({
    where: { login },
    data: { email: sealEmail(idOf(login), email), identity: null, identityAt: null },
  });
/** An account of the other house. */
const account = (login: string, more = {}) => ({
  ...{ sub: `no. ${login}`, email: addressOf(login), email_verified: true, amr: ['pwd'] },
  ...more,
});

/** From our button to where the other house sends the browser back, which is not opened yet. */
async function wayBack(
  walk: Walker,
  bent: (there: URL) => void = () => {},
  asked = '?back=/appeals',
): Promise<string> {
  const there = new URL((await walk.get(`${here}/sign-in/sso${asked}`)).to);
  bent(there);
  let step = await walk.get(there.href);
  while (!step.to.startsWith(here) && step.to) {
    const onto = step.to;
    step = onto.includes('/interaction/') ? await walk.post(onto) : await walk.get(onto);
  }
  if (!step.to) throw new Error(`not sent back: ${step.status} ${step.body.slice(0, 300)}`);
  return step.to;
}

async function comeAs(who: OidcServer['who'], bent?: (there: URL) => void) {
  office.who = who;
  const walk = walker();
  const { to } = await walk.get(await wayBack(walk, bent));
  return { walk, to: to.replace(here, '') };
}

const sessionsOf = (login: string) => db().session.findMany({ where: { personId: idOf(login) } });
const isIn = async (walk: Walker) => (await walk.get(`${here}/desk`)).status === 200;
const refusal = (code: string) => `/sign-in?sso=${code}&back=%2Fappeals`;

test('somebody known by their verified address comes in, is bound, and is known by the subject then', async () => {
  await write('zhaolimin', 'ZhaoLimin@Chenghe.example');
  const { walk, to } = await comeAs(account('zhaolimin'));
  expect(to).toBe('/appeals');
  expect(await isIn(walk)).toBe(true);
  const [session] = await sessionsOf('zhaolimin');
  expect(session).toMatchObject({ awaits: null, network: '127.0.0.*' });
  const bound = await db().person.findUniqueOrThrow({ where: { login: 'zhaolimin' } });
  expect(bound.identity).toMatch(/^[\w-]{43}$/);
  const changes = await db().change.findMany({ where: { action: 'identityBound' } });
  expect(changes.map(({ personId, subjectId }) => [personId, subjectId])).toEqual([
    [idOf('zhaolimin'), idOf('zhaolimin')],
  ]);

  // Another address there, none that is verified: the subject says who it is.
  const again = await comeAs(
    account('zhaolimin', { email: 'new@else.example', email_verified: false }),
  );
  expect(again.to).toBe('/appeals');
  expect(await db().change.count({ where: { action: 'identityBound' } })).toBe(1);
  // Another account there with the address of somebody bound is nobody.
  expect((await comeAs(account('zhaolimin', { sub: 'somebody else' }))).to).toBe(refusal('nobody'));
  expect(await sessionsOf('zhaolimin')).toHaveLength(2);
});

test('ended here, it is over; the next from this machine is asked who they are', async () => {
  await write('maqiang');
  const { walk } = await comeAs(account('maqiang'));
  const before = office.pressed;
  // Still signed in there, so nobody is asked.
  expect((await walk.get(await wayBack(walk))).to).toBe(`${here}/appeals`);
  expect(office.pressed).toBe(before);
  await db().session.updateMany({
    where: { personId: idOf('maqiang') },
    data: { endedAt: new Date() },
  });
  expect(await isIn(walk)).toBe(false);
  walk.held(here).set('huiyin.sso-left', '1');
  office.who = account('maqiang');
  expect((await walk.get(await wayBack(walk))).to).toBe(`${here}/appeals`);
  expect(office.pressed).toBe(before + 1);
  expect(walk.held(here).has('huiyin.sso-left')).toBe(false);
});

test('a session that went on there is no fresh proof here', async () => {
  await write('hewei');
  const { walk } = await comeAs(account('hewei'));
  const [first] = await sessionsOf('hewei');
  await walk.get(await wayBack(walk));
  const [, second] = await db().session.findMany({
    where: { personId: idOf('hewei') },
    orderBy: { id: 'asc' },
  });
  expect(second?.provedAt).toEqual(first?.provedAt);
});

test('nobody is made, and whoever has left, is unknown, unverified or one of several stays out', async () => {
  const people = await db().person.count();
  await write('guotao');
  await db().person.update({ where: { login: 'guotao' }, data: { disabledAt: new Date() } });
  await write('linxiao');
  await write('fangzheng', addressOf('two'));
  await write('sunyue', addressOf('two'));
  expect((await comeAs(account('guotao'))).to).toBe(refusal('nobody'));
  expect((await comeAs(account('stranger'))).to).toBe(refusal('nobody'));
  expect((await comeAs(account('two'))).to).toBe(refusal('several'));
  const unverified = [{ email_verified: false }, { email_verified: 'true' }, { email: undefined }];
  for (const it of unverified) {
    expect((await comeAs(account('linxiao', it))).to).toBe(refusal('unverified'));
  }
  for (const it of ['guotao', 'linxiao', 'fangzheng']) expect(await sessionsOf(it)).toEqual([]);
  expect(await db().person.count()).toBe(people);
  // Control: it was the address alone.
  expect((await comeAs(account('linxiao'))).to).toBe('/appeals');
});

test('bound and then disabled, they are out at once and stay out', async () => {
  await write('liufang');
  const { walk } = await comeAs(account('liufang'));
  expect(await isIn(walk)).toBe(true);
  await db().person.update({ where: { login: 'liufang' }, data: { disabledAt: new Date() } });
  expect(await isIn(walk)).toBe(false);
  expect((await comeAs(account('liufang'))).to).toBe(refusal('nobody'));
});

test('the code of the second factor is asked here, unless the other house says that it was', async () => {
  await write('zhoumin');
  const id = idOf('zhoumin');
  await offerFactor(id);
  const key = (await offeredKey(id)) ?? Buffer.alloc(0);
  await confirmFactor(id, codeOf(key, stepAt(new Date())));
  const asked = await comeAs(account('zhoumin'));
  expect(asked.to).toBe('/sign-in/second?back=%2Fappeals');
  expect(await isIn(asked.walk)).toBe(false);
  const proven = await comeAs(account('zhoumin', { amr: ['pwd', 'mfa'] }));
  expect(proven.to).toBe('/appeals');
  expect(await isIn(proven.walk)).toBe(true);
});

test('whoever must have a second factor sets it up at the door', async () => {
  await write('shenhuaiyuan');
  await db().installation.update({ where: { id: 1 }, data: { secondFactorFrom: new Date() } });
  const { walk, to } = await comeAs(account('shenhuaiyuan'));
  expect(to).toBe('/sign-in/second?back=%2Fappeals');
  expect((await walk.get(`${here}${to}`)).body).toContain('keybox');
  await db().installation.update({ where: { id: 1 }, data: { secondFactorFrom: null } });
});

test('what was bent on the way lets nobody in', async () => {
  await write('wangxiulan');
  const bends: [string, string, (there: URL) => void][] = [
    ['another nonce', 'untrusted', (it) => it.searchParams.set('nonce', 'a'.repeat(43))],
    ['another state', 'untrusted', (it) => it.searchParams.set('state', 'a'.repeat(43))],
    ['another verifier', 'tooLate', (it) => it.searchParams.set('code_challenge', 'a'.repeat(43))],
  ];
  for (const [what, code, bent] of bends) {
    const { walk, to } = await comeAs(account('wangxiulan'), bent);
    expect(to, what).toBe(refusal(code));
    expect(await isIn(walk), what).toBe(false);
  }
  expect(await sessionsOf('wangxiulan')).toEqual([]);
  // Control: the same way, not bent.
  expect((await comeAs(account('wangxiulan'), () => {})).to).toBe('/appeals');
});

test('an issuer of another name lets nobody in, and is not handed the secret', async () => {
  await write('chenjing');
  office.who = account('chenjing');
  const walk = walker();
  const back = await wayBack(walk);
  office.says = 'https://evil.example';
  expect((await walk.get(back)).to).toContain('/sign-in?sso=untrusted');
  office.says = null;
  // The answer itself names another issuer (RFC 9207).
  const named = new URL(await wayBack(walk));
  named.searchParams.set('iss', 'https://evil.example');
  expect((await walk.get(named.href)).to).toContain('/sign-in?sso=untrusted');
  expect(await sessionsOf('chenjing')).toEqual([]);
  expect((await walk.get(await wayBack(walk))).to).toBe(`${here}/appeals`);
});

test('the doctor asks whether it is there, and calls itself as set', async () => {
  const name = 'HUIYIN_OIDC_ISSUER';
  const asked = readSettings(office.settings);
  expect(await reachAll(asked)).toEqual([{ name, trouble: null }]);
  office.says = 'https://evil.example';
  expect(await reachAll(asked)).toEqual([
    { name, trouble: 'it cannot be reached (it calls itself https://evil.example).' },
  ]);
  office.isUp = false;
  expect(await reachAll(asked)).toMatchObject([{ trouble: expect.stringContaining('reached') }]);
});

test('a code is good once, in the browser that went, and for nobody else', async () => {
  office.who = account('chenjing');
  const walk = walker();
  const back = await wayBack(walk);
  expect((await walker().get(back)).to).toBe(`${here}/sign-in?sso=tooLate`);
  const kept = [...walk.held(here)];
  expect((await walk.get(back)).to).toBe(`${here}/appeals`);
  expect((await walk.get(back)).to).toBe(`${here}/sign-in?sso=tooLate`);
  // Even where the browser has kept what it was to forget.
  const again = walker();
  for (const [name, value] of kept) again.held(here).set(name, value);
  expect((await again.get(back)).to).toBe(`${here}${refusal('tooLate')}`);
  expect(await isIn(again)).toBe(false);
});

test('it says no, or nothing at all: that is told', async () => {
  const walk = walker();
  await walk.get(`${here}/sign-in/sso`);
  const no = await walk.get(`${here}/sign-in/sso/back?error=access_denied&state=x`);
  expect(no.to).toBe(`${here}/sign-in?sso=declined`);
  expect((await walk.get(no.to)).body).toContain('统一身份认证');
  office.isUp = false;
  expect((await walk.get(`${here}/sign-in/sso`)).to).toBe(`${here}/sign-in?sso=unreachable`);
});

test('a way back leads nowhere but here', async () => {
  office.who = account('chenjing');
  const walk = walker();
  const back = await wayBack(walk, undefined, '?back=//evil.example/');
  expect((await walk.get(back)).to).toBe(`${here}/desk`);
});

test('a place that begins without end is stopped, and coming in is not counted', async () => {
  office.who = account('chenjing');
  for (let n = 0; n < 3; n += 1) await comeAs(account('chenjing'));
  const left = await db().attempt.findMany({ where: { key: { startsWith: 'sign-in-elsewhere' } } });
  expect(left.map(({ points }) => points)).toEqual([0]);
  const walk = walker();
  for (let n = 0; n < 120; n += 1) await walk.get(`${here}/sign-in/sso/back?code=x`);
  expect((await walk.get(`${here}/sign-in/sso`)).to).toBe(`${here}/sign-in?sso=tooMany`);
});

test('administration unbinds: signed out everywhere, and bound anew by the address', async () => {
  await write('sunyue');
  const { walk } = await comeAs(account('sunyue'));
  const by = actors.get('wukai');
  if (!by) throw new Error('nobody administers');
  expect(await unbindIdentity(idOf('sunyue'), by)).toMatchObject({ ok: true });
  expect(await isIn(walk)).toBe(false);
  expect(await unbindIdentity(idOf('sunyue'), by)).toMatchObject({
    problems: [{ code: 'identityGone' }],
  });
  expect((await comeAs(account('sunyue', { sub: 'made anew' }))).to).toBe('/appeals');
});
