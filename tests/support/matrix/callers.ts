import { encode } from 'next-auth/jwt';
import { linkToken } from '@/lib/auth/link-token';
import { sessionSeconds, sessionSecret } from '@/lib/auth/session-cookie';
import { type Awaited as AwaitedOf, endSession, openSession } from '@/lib/auth/session-rows';
import { db } from '@/lib/db/client';
import { mintPerson, type PersonActor } from '@/lib/people/actor';
import { movePerson } from '@/lib/people/move-person';
import type { Role } from '@/lib/people/roles';
import { newId, person, unitId } from '../county';
import type { CaseName, MatrixCase } from './cases';

/** Somebody who sends requests. */
export interface Caller {
  name: string;
  /** null: nobody the desk knows, whatever the cookie says. */
  role: Role | null;
  /** Of which cases the desk may tell them; by the words of the documents, not by the code. */
  sees: readonly CaseName[];
  /** The case whose link they hold. */
  follows: CaseName | null;
  /** The first of their role, or of those without one. */
  first: boolean;
  cookie: string;
}

const disabled = 'disabled account';
export const waiting = 'session awaiting its code';
const ended = 'session that was ended';
const forged = 'forged session';

/** Whose cookies once opened something, or never did. */
export const opensNothing: readonly string[] = [disabled, waiting, ended, forged];

const everything = ['own', 'colleague', 'other', 'accused', 'secret', 'closed', 'filed'] as const;
const ofLiuwan = ['own', 'colleague', 'secret', 'closed'] as const;
const ofChengguan = ['other', 'accused'] as const;

async function cookieOf(personId: string, awaits: AwaitedOf | null = null, ended = false) {
  const id = await openSession(personId, awaits);
  if (ended) await endSession(id);
  const token = await encode({
    token: { sub: id },
    secret: sessionSecret(),
    maxAge: sessionSeconds,
  });
  return `huiyin.session=${token}`;
}

/** Somebody beside the cast. */
export async function somebody(login: string, unit: string, role: Role): Promise<PersonActor> {
  const data = { id: newId(), name: login, login, unitId: unitId(unit), roles: [role] };
  await db().person.create({ data });
  const { path } = await db().unit.findUniqueOrThrow({ where: { id: data.unitId } });
  return mintPerson({ ...data, unitPath: path });
}

/** Who is not of the cast: they must be there before the cases are played. */
export async function extras() {
  return {
    colleague: await somebody('colleague', 'liuwan', 'handler'),
    accused: await somebody('accused', 'hotline', 'dispatcher'),
    disabled: await somebody('disabled', 'hotline', 'dispatcher'),
    former: await somebody('former', 'liuwan', 'handler'),
    waiting: await somebody('waiting', 'oversight', 'supervisor'),
    ended: await somebody('ended', 'oversight', 'inspector'),
    systemAdministrator: await somebody('sysadmin', 'hotline', 'systemAdministrator'),
    securityAdministrator: await somebody('secadmin', 'hotline', 'securityAdministrator'),
    auditAdministrator: await somebody('auditadmin', 'oversight', 'auditAdministrator'),
  };
}

/** Who has one part of administration each. */
const three = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const;

export type Extras = Awaited<ReturnType<typeof extras>>;

const link = ({ caseNumber, voiceId }: MatrixCase, generation: number) =>
  `huiyin.voice.${caseNumber}=${linkToken(voiceId, generation)}`;

/** Everybody, once the cases are there. `former` handled `own` and has moved; `disabled` had signed in before. */
export async function makeCallers(of: Extras, cases: readonly MatrixCase[]): Promise<Caller[]> {
  const find = (name: CaseName): MatrixCase => {
    const found = cases.find((it) => it.name === name);
    if (!found) throw new Error(`no case ${name}`);
    return found;
  };
  const cast = async (
    name: string,
    login: string,
    role: Role,
    sees: readonly CaseName[],
  ): Promise<Omit<Caller, 'first'>> => ({
    ...{ name, role, sees, follows: null, cookie: await cookieOf(person(login).personId) },
  });
  const nobody = (name: string, cookie = ''): Omit<Caller, 'first'> => ({
    ...{ name, role: null, sees: [], follows: null, cookie },
  });
  const one = (role: (typeof three)[number], cookie: string): Omit<Caller, 'first'> => ({
    ...nobody(role, cookie),
    role,
  });
  const callers: Omit<Caller, 'first'>[] = [
    nobody('stranger'),
    { ...nobody('resident with the link', link(find('own'), 1)), follows: 'own' },
    nobody('resident with a revoked link', link(find('other'), 0)),
    await cast('handler', 'zhaolimin', 'handler', ofLiuwan),
    await cast('leader', 'wangxiulan', 'leader', ofLiuwan),
    await cast('handler of another unit', 'maqiang', 'handler', ofChengguan),
    await cast('handler without cases', 'hewei', 'handler', []),
    await cast('operator', 'sunyue', 'operator', everything),
    await cast('dispatcher', 'chenjing', 'dispatcher', everything),
    await cast('interviewer', 'linxiao', 'interviewer', ['closed']),
    await cast('reviewer', 'fangzheng', 'reviewer', everything),
    await cast('supervisor', 'zhoumin', 'supervisor', everything),
    await cast('inspector', 'shenhuaiyuan', 'inspector', everything),
    await cast('administrator', 'wukai', 'administrator', []),
    ...(await Promise.all(three.map(async (role) => one(role, await cookieOf(of[role].personId))))),
    {
      ...nobody('dispatcher named in person', await cookieOf(of.accused.personId)),
      role: 'dispatcher',
      sees: everything.filter((it) => it !== 'accused'),
    },
    {
      ...nobody('former member of the unit', await cookieOf(of.former.personId)),
      role: 'handler',
    },
    nobody(disabled, await cookieOf(of.disabled.personId)),
    nobody(waiting, await cookieOf(of.waiting.personId, 'code')),
    nobody(ended, await cookieOf(of.ended.personId, null, true)),
    nobody(forged, `huiyin.session=${'e'.repeat(200)}`),
  ];
  await movePerson(of.former.personId, unitId('housing'), null, person('wukai'));
  const data = { disabledAt: new Date() };
  await db().person.update({ where: { id: of.disabled.personId }, data });
  return callers.map((it, nth) => ({
    ...it,
    first: callers.findIndex(({ role }) => role === it.role) === nth || it.follows !== null,
  }));
}
