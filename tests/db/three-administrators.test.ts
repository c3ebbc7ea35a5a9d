// ASVS 5.0: 8.2.1, 8.3.1, 16.4.2
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { applyImport, previewImport } from '@/lib/exchange/org/import';
import {
  answerApartEnd,
  askApartEnd,
  keepApart,
  readAdministratorsNews,
  readThree,
} from '@/lib/installation/three-administrators';
import { mintPerson, type PersonActor } from '@/lib/people/actor';
import { addPerson } from '@/lib/people/add-person';
import { changePerson } from '@/lib/people/change-person';
import { comeBack } from '@/lib/people/come-back';
import { firstAdministratorLink } from '@/lib/people/first-administrator';
import { giveLink } from '@/lib/people/give-link';
import { leave } from '@/lib/people/leave';
import { mayAdminister, type Power, powers } from '@/lib/people/powers';
import type { Role } from '@/lib/people/roles';
import { newId, person, ready, unitId } from '../support/county';

beforeAll(ready);

/** Somebody of the hotline with a password. */
async function somebody(...roles: Role[]): Promise<PersonActor> {
  const id = newId();
  const row = {
    id,
    login: `p${id.slice(-12)}`,
    name: id.slice(-6),
    unitId: unitId('hotline'),
    roles,
  };
  await db().person.create({ data: { ...row, passwordHash: 'x' } });
  return mintPerson({ ...row, unitPath: 'hotline/' });
}

let system: PersonActor;
let security: PersonActor;
let audit: PersonActor;

/** The three and nobody beside them; not apart. */
beforeEach(async () => {
  await db().installation.update({
    where: { id: 1 },
    data: { apartSince: null, apartEndAskedAt: null, apartEndAskedById: null, setUpAt: new Date() },
  });
  await db().person.updateMany({
    where: {
      roles: {
        hasSome: [
          ...[
            'administrator',
            'systemAdministrator',
            'securityAdministrator',
            'auditAdministrator',
          ],
        ],
      },
      login: { not: 'wukai' },
    },
    data: { disabledAt: new Date(), roles: [] },
  });
  await db().person.update({ where: { login: 'wukai' }, data: { roles: ['operator'] } });
  system = await somebody('systemAdministrator');
  security = await somebody('securityAdministrator');
  audit = await somebody('auditAdministrator');
});

const codeOf = (outcome: { ok: boolean; problems?: readonly { code: string }[] }) =>
  outcome.ok ? 'done' : outcome.problems?.[0]?.code;

const facts = (roles: Role[]) => ({ name: '某人', roles, email: undefined, digest: false });

const change = (of: PersonActor, roles: Role[], by = security) =>
  changePerson(of.personId, facts(roles), by).then(codeOf);

const keep = (by = security) => keepApart(by).then(codeOf);

describe('each power', () => {
  test('is that of one of the three, but the page they begin on and that of the settings', () => {
    for (const power of Object.keys(powers) as Power[]) {
      const whose = [system, security, audit].filter((it) => mayAdminister(it, power));
      const expected = { start: 3, settings: 2, setUp: 0 }[power as string] ?? 1;
      expect([power, whose.length]).toEqual([power, expected]);
    }
  });

  test('is theirs who administers everything', async () => {
    const everything = await somebody('administrator');
    const all = Object.keys(powers) as Power[];
    expect(all.filter((it) => !mayAdminister(everything, it))).toEqual([]);
    expect(all.filter((it) => mayAdminister(person('chenjing'), it))).toEqual([]);
  });
});

describe('they are kept apart', () => {
  test('where each is somebody who can sign in, and not before set-up is over', async () => {
    await db().installation.update({ where: { id: 1 }, data: { setUpAt: null, demo: false } });
    expect(await keep()).toBe('apartNotOpen');
    await db().installation.update({ where: { id: 1 }, data: { setUpAt: new Date() } });
    await db().person.update({ where: { id: audit.personId }, data: { passwordHash: null } });
    expect(await keepApart(security)).toEqual({
      ok: false,
      problems: [{ field: null, code: 'apartNobody', values: { role: 'auditAdministrator' } }],
    });
    await db().person.update({ where: { id: audit.personId }, data: { passwordHash: 'x' } });
    expect(await keep()).toBe('done');
    expect((await readThree()).since).toBeInstanceOf(Date);
  });

  test('not while one administers everything, or is two of them', async () => {
    const everything = await somebody('administrator');
    expect(await keepApart(security)).toMatchObject({
      problems: [{ code: 'apartHoldsSeveral', values: { name: everything.name } }],
    });
    expect(await change(everything, ['systemAdministrator', 'securityAdministrator'])).toBe('done');
    expect(await keep()).toBe('apartHoldsSeveral');
    expect(await change(everything, ['securityAdministrator'])).toBe('done');
    expect(await keep()).toBe('done');
  });

  test('who administers everything leaves one part to themselves, and gets none back', async () => {
    const everything = await somebody('administrator');
    expect(await change(everything, ['securityAdministrator'], everything)).toBe('done');
    const now = await db().person.findUniqueOrThrow({ where: { id: everything.personId } });
    expect(now.roles).toEqual(['securityAdministrator']);
    expect(await change(everything, ['administrator'], everything)).toBe('ownRoles');
    expect(await change(security, ['auditAdministrator'])).toBe('ownRoles');
  });
});

describe('while they are apart', () => {
  beforeEach(async () => {
    expect(await keep()).toBe('done');
  });

  test.each([
    [['administrator']],
    [['systemAdministrator', 'securityAdministrator']],
  ] as Role[][][])('nobody is %s, by whichever way', async (roles) => {
    const other = await somebody('operator');
    expect(await change(other, roles)).toBe('threeApart');
    const { login } = await db().person.findUniqueOrThrow({ where: { id: other.personId } });
    const given = {
      name: '新来的',
      login: `${login}.`,
      unitId: unitId('hotline'),
      roles,
      email: undefined,
    };
    expect(codeOf(await addPerson(given, security))).toBe('threeApart');
    const gone = await somebody(...roles).then((it) => it.personId);
    await db().person.update({ where: { id: gone }, data: { disabledAt: new Date() } });
    expect(codeOf(await comeBack(gone, unitId('hotline'), security))).toBe('threeApart');
    const text = `login,roles\n${login},${roles.join('、')}`;
    const preview = await previewImport('people', text, security);
    expect(preview.faults.map((it) => it.code)).toEqual(['threeApart']);
    const done = await applyImport('people', { text, digest: preview.digest }, security);
    expect(codeOf(done)).toBe('previewOutdated');
    expect(await db().person.findUniqueOrThrow({ where: { id: other.personId } })).toMatchObject({
      roles: ['operator'],
    });
  });

  test('control: not apart, the same is done', async () => {
    await db().installation.update({ where: { id: 1 }, data: { apartSince: null } });
    const other = await somebody('operator');
    expect(await change(other, ['administrator'])).toBe('done');
  });

  test('none of the three can be left to nobody', async () => {
    for (const [it, code] of [
      [system, 'partOfNobody'],
      [audit, 'partOfNobody'],
      [security, 'lastAdministrator'],
    ] as const) {
      expect(await change(it, [])).toBe(code);
      expect(codeOf(await leave(it.personId, null, security))).toBe(code);
    }
    await somebody('auditAdministrator');
    expect(codeOf(await leave(audit.personId, null, security))).toBe('done');
  });

  test('a forgotten password is given back, even to the only one', async () => {
    expect(codeOf(await giveLink(audit.personId, security))).toBe('done');
    expect(codeOf(await giveLink(security.personId, security))).toBe('done');
    expect(await change(system, ['operator'])).toBe('partOfNobody');
  });

  test('the console makes nobody who administers everything', async () => {
    expect(await firstAdministratorLink('http://here')).toBeNull();
    await db().person.updateMany({
      where: { id: { in: [security.personId] } },
      data: { passwordHash: null },
    });
    expect(await firstAdministratorLink('http://here')).toMatch(/welcome/);
    expect(
      await db().person.count({ where: { roles: { has: 'administrator' }, disabledAt: null } }),
    ).toBe(0);
    expect(await db().invitation.count({ where: { personId: security.personId } })).toBe(1);
  });

  test('of a role given and the three kept apart at once one is done', async () => {
    for (let nth = 0; nth < 5; nth++) {
      await db().installation.update({ where: { id: 1 }, data: { apartSince: null } });
      const other = await somebody('operator');
      const both = await Promise.all([change(other, ['administrator']), keep()]);
      expect(both.toSorted()).toEqual(
        both[0] === 'done' ? ['apartHoldsSeveral', 'done'] : ['done', 'threeApart'],
      );
      await db().person.update({ where: { id: other.personId }, data: { roles: ['operator'] } });
    }
  });

  test('it ends when the security administrator asks and an audit administrator agrees', async () => {
    expect(codeOf(await answerApartEnd(true, audit))).toBe('nothingAsked');
    expect(codeOf(await askApartEnd(security))).toBe('done');
    expect((await readThree()).endAsked?.name).toBe(security.name);
    expect(codeOf(await answerApartEnd(false, audit))).toBe('done');
    expect((await readThree()).since).not.toBeNull();
    await askApartEnd(security);
    expect(codeOf(await answerApartEnd(true, audit))).toBe('done');
    expect(await readThree()).toMatchObject({ since: null, endAsked: null });
    expect(codeOf(await askApartEnd(security))).toBe('notApart');
  });

  test('whoever asked does not agree, whatever they have become', async () => {
    const second = await somebody('securityAdministrator');
    await askApartEnd(second);
    expect(await change(second, ['auditAdministrator'])).toBe('done');
    const now = mintPerson({
      ...{ id: second.personId, name: second.name, unitId: second.unitId },
      ...{ unitPath: second.unitPath, roles: ['auditAdministrator'] },
    });
    expect(codeOf(await answerApartEnd(true, now))).toBe('ownAsking');
    expect(codeOf(await answerApartEnd(true, audit))).toBe('done');
  });

  test('all three are told of it, and of every change of their accounts, and of nothing else', async () => {
    const clerk = await somebody('operator');
    const marks = async () =>
      (await readAdministratorsNews()).map(({ by, action, name }) => [by, action, name]);
    const before = await marks();
    await change(clerk, ['handler']);
    expect(await marks()).toEqual(before);
    await askApartEnd(security);
    await giveLink(audit.personId, security);
    const told = (await readAdministratorsNews()).slice(0, 2);
    expect(told).toMatchObject([
      { by: security.name, action: 'passwordReset', name: audit.name },
      { by: security.name, action: 'changed', after: { apartEnd: 'asked' } },
    ]);
    await change(clerk, ['handler', 'systemAdministrator']);
    expect((await readAdministratorsNews())[0]).toMatchObject({
      after: { roles: ['handler', 'systemAdministrator'] },
    });
  });
});

test('the database holds an asking only while they are apart', async () => {
  const asked = { apartEndAskedAt: new Date(), apartEndAskedById: security.personId };
  const where = { id: 1 };
  await expect(db().installation.update({ where, data: asked })).rejects.toThrow(
    'Installation_apart_end_asked',
  );
});
