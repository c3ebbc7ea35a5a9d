// ASVS 5.0: 2.2.3, 2.3.3, 7.4.2
import { describe, expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { liveSession, openSession } from '@/lib/auth/session-rows';
import { db } from '@/lib/db/client';
import { addAbsence, cancelAbsence, isAbsent, standsInFor } from '@/lib/people/absences';
import { mintPerson, mintResident, type PersonActor } from '@/lib/people/actor';
import { addPerson } from '@/lib/people/add-person';
import { changePerson } from '@/lib/people/change-person';
import { comeBack } from '@/lib/people/come-back';
import { setDeputy } from '@/lib/people/deputy';
import { giveLink } from '@/lib/people/give-link';
import { handOverAgain } from '@/lib/people/hand-over';
import { invitedPerson } from '@/lib/people/invitations';
import { leave, leaveWith } from '@/lib/people/leave';
import { movePerson } from '@/lib/people/move-person';
import { readPerson } from '@/lib/people/read-person';
import type { Role } from '@/lib/people/roles';
import type { Outcome } from '@/lib/units/organisation';
import { newId, person, ready, unitId } from '../support/county';

await ready();
const chief = person('wukai');

const codeOf = (outcome: Outcome): string =>
  outcome.ok ? 'done' : outcome.problems.map((it) => it.code).join(' ');

let serial = 0;

/** Somebody who can sign in. */
async function somebody(roles: Role[], unit = 'liuwan'): Promise<PersonActor> {
  serial += 1;
  const given = { name: `某人${serial}`, login: `somebody${serial}`, roles, unitId: unitId(unit) };
  const outcome = await addPerson({ ...given, email: undefined }, chief);
  if (!outcome.ok) throw new Error(codeOf(outcome));
  await db().person.update({ where: { id: outcome.value }, data: { passwordHash: 'x' } });
  const { path } = await db().unit.findUniqueOrThrow({ where: { code: unit } });
  return mintPerson({ ...given, id: outcome.value, unitPath: path });
}

const rowOf = (id: string) => db().person.findUniqueOrThrow({ where: { id } });

async function facts(id: string) {
  const { name, roles, digest } = await rowOf(id);
  return { name, roles: roles as Role[], digest, email: undefined };
}

describe('adding and changing', () => {
  it('refuses two roles that must be apart, naming both', async () => {
    const given = { name: '甲', login: 'clash', unitId: unitId('liuwan'), email: undefined };
    const refusal = await addPerson({ ...given, roles: ['handler', 'supervisor'] }, chief);
    expect(refusal).toEqual({
      ok: false,
      problems: [
        { field: 'roles', code: 'rolesClash', values: { one: 'handler', other: 'supervisor' } },
      ],
    });
    expect(await db().person.findUnique({ where: { login: 'clash' } })).toBeNull();
    const { personId } = await somebody(['interviewer']);
    const change = { ...(await facts(personId)), roles: ['interviewer', 'leader'] as Role[] };
    expect(codeOf(await changePerson(personId, change, chief))).toBe('rolesClash');
  });

  it('gives a user name once, and keeps an address encrypted and out of the log', async () => {
    const given = { name: '甲', unitId: unitId('liuwan'), roles: ['handler'] as Role[] };
    const added = await addPerson({ ...given, login: 'once', email: 'jia@example.com' }, chief);
    if (!added.ok) throw new Error();
    const twice = await addPerson({ ...given, login: 'once', email: undefined }, chief);
    expect(codeOf(twice)).toBe('loginTaken');
    expect((await rowOf(added.value)).email).not.toContain('jia');
    expect((await readPerson(added.value, 'Asia/Shanghai', chief))?.email).toBe('jia@example.com');
    const changes = await db().change.findMany({ where: { subjectId: added.value } });
    expect(changes).toHaveLength(1);
    expect(JSON.stringify(changes)).not.toContain('jia@');
  });
});

describe('deputies and absences', () => {
  it('is nobody’s own, and nobody who has left', async () => {
    const { personId } = await somebody(['handler']);
    const left = await somebody(['handler']);
    await leave(left.personId, null, chief);
    expect(codeOf(await setDeputy(personId, personId, chief))).toBe('ownDeputy');
    expect(codeOf(await setDeputy(personId, left.personId, chief))).toBe('personLeft');
  });

  it('counts on the days of the absence, both ends included, until it is cancelled', async () => {
    const [away, deputy] = [await somebody(['handler']), await somebody(['handler'])];
    await setDeputy(away.personId, deputy.personId, chief);
    const days = { fromOn: '2026-12-01', untilOn: '2026-12-05' };
    const added = await addAbsence(away.personId, days, chief);
    if (!added.ok) throw new Error(codeOf(added));
    const on = async (day: string) => [
      (await standsInFor(deputy.personId, day)).length,
      (await isAbsent([away.personId, deputy.personId], day)).size,
    ];
    expect(await on('2026-11-30')).toEqual([0, 0]);
    expect(await on('2026-12-01')).toEqual([1, 1]);
    expect(await on('2026-12-05')).toEqual([1, 1]);
    expect(await on('2026-12-06')).toEqual([0, 0]);
    expect(await standsInFor(away.personId, '2026-12-01')).toEqual([]);
    await cancelAbsence(added.value, chief);
    expect(await on('2026-12-01')).toEqual([0, 0]);
  });

  it('refuses days in the wrong order, too many, and twice the same', async () => {
    const { personId } = await somebody(['handler']);
    const add = async (fromOn: string, untilOn: string) =>
      codeOf(await addAbsence(personId, { fromOn, untilOn }, chief));
    expect(await add('2026-12-02', '2026-12-01')).toBe('untilBeforeFrom');
    expect(await add('2026-12-01', '2029-12-01')).toBe('absenceTooLong');
    expect(await add('2026-12-01', '2026-12-05')).toBe('done');
    expect(await add('2026-12-05', '2026-12-07')).toBe('absenceOverlaps');
    expect(await add('2026-11-01', '2026-12-31')).toBe('absenceOverlaps');
    expect(await add('2026-12-06', '2026-12-06')).toBe('done');
    const many = await Promise.all(
      Array.from({ length: 5 }, () => add('2027-01-01', '2027-01-02')),
    );
    expect(many.filter((it) => it === 'done')).toHaveLength(1);
  });
});

describe('links', () => {
  it('void the password and the sessions of others, at once', async () => {
    const { personId } = await somebody(['handler']);
    const session = await openSession(personId);
    const first = await giveLink(personId, chief);
    const second = await giveLink(personId, chief);
    if (!first.ok || !second.ok) throw new Error();
    expect((await rowOf(personId)).passwordHash).toBeNull();
    expect(await liveSession(session)).toBeNull();
    expect(await invitedPerson(first.value.token)).toBeNull();
    expect(await invitedPerson(second.value.token)).toMatchObject({ login: second.value.login });
    const log = JSON.stringify(await db().change.findMany({ where: { subjectId: personId } }));
    expect(log).not.toContain(second.value.token);
    expect(log).toContain('passwordReset');
  });

  it('leave one’s own password until the link is used', async () => {
    const own = await giveLink(chief.personId, chief);
    expect(own.ok).toBe(true);
    expect((await rowOf(chief.personId)).passwordHash).not.toBeNull();
  });
});

describe('the last administrator', () => {
  it('can neither leave nor give up the role', async () => {
    await somebody(['administrator']).then(({ personId }) =>
      // Who cannot sign in does not count.
      db().person.update({ where: { id: personId }, data: { passwordHash: null } }),
    );
    expect(codeOf(await leave(chief.personId, null, chief))).toBe('lastAdministrator');
    const change = { ...(await facts(chief.personId)), roles: [] as Role[] };
    expect(codeOf(await changePerson(chief.personId, change, chief))).toBe('lastAdministrator');
    const more = { ...change, roles: ['administrator', 'operator'] as Role[] };
    expect(codeOf(await changePerson(chief.personId, more, chief))).toBe('ownRoles');
    expect(await rowOf(chief.personId)).toMatchObject({
      disabledAt: null,
      roles: ['administrator'],
      passwordHash: expect.any(String),
    });
  });

  /** Two administrators note at the same moment that the other has left: how many remain. */
  async function mutual(go: typeof leave): Promise<number> {
    const [one, other] = [await somebody(['administrator']), await somebody(['administrator'])];
    const ids = { in: [one.personId, other.personId] };
    // The chief cannot sign in for the length of the race: the two are all there is.
    const { passwordHash } = await rowOf(chief.personId);
    await db().person.update({ where: { id: chief.personId }, data: { passwordHash: null } });
    await Promise.all([go(other.personId, null, one), go(one.personId, null, other)]);
    const remain = await db().person.count({ where: { id: ids, disabledAt: null } });
    await db().person.update({ where: { id: chief.personId }, data: { passwordHash } });
    await db().person.updateMany({ where: { id: ids }, data: { disabledAt: new Date() } });
    return remain;
  }

  it('remains when two disable each other at once', async () => {
    for (let n = 0; n < 10; n += 1) expect(await mutual(leave)).toBe(1);
  });

  it('remains when two reset each other at once', async () => {
    const [one, other] = [await somebody(['administrator']), await somebody(['administrator'])];
    const ids = { in: [one.personId, other.personId] };
    const { passwordHash } = await rowOf(chief.personId);
    await db().person.update({ where: { id: chief.personId }, data: { passwordHash: null } });
    const both = await Promise.all([giveLink(other.personId, one), giveLink(one.personId, other)]);
    expect(both.map(codeOf).sort()).toEqual(['done', 'lastAdministrator']);
    const remain = await db().person.count({ where: { id: ids, passwordHash: { not: null } } });
    expect(remain).toBe(1);
    await db().person.update({ where: { id: chief.personId }, data: { passwordHash } });
    await db().person.updateMany({ where: { id: ids }, data: { disabledAt: new Date() } });
  });

  it('would not, were they not one after the other', async () => {
    let nobody = 0;
    for (let n = 0; n < 20; n += 1)
      if ((await mutual(leaveWith({ lock: false }))) === 0) nobody += 1;
    expect(nobody).toBeGreaterThan(0);
  });
});

/** An appeal that somebody of 柳湾街道 was given in person. */
async function caseOf(holder: PersonActor): Promise<string> {
  const filed = await fileAppeal({ input: { what: '路灯坏了', place: '北苑' } }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  const { appealId } = filed;
  const steps = [
    ['dispatch', { unitId: unitId('liuwan') }, person('chenjing')],
    ['accept', {}, person('zhaolimin')],
    ['assign', { personId: holder.personId }, person('wangxiulan')],
  ] as const;
  for (const [verb, input, actor] of steps) {
    expect(await perform({ appealId, verb, input }, actor)).toMatchObject({ ok: true });
  }
  return appealId;
}

const holderOf = async (appealId: string) =>
  (await db().assignment.findFirstOrThrow({ where: { appealId, role: 'lead', untilAt: null } }))
    .personId;

describe('somebody leaves', () => {
  it('is out at once, and no longer anybody’s deputy', async () => {
    const [gone, other] = [await somebody(['handler']), await somebody(['handler'])];
    await setDeputy(other.personId, gone.personId, chief);
    const session = await openSession(gone.personId);
    expect(await leave(gone.personId, null, chief)).toEqual({
      ok: true,
      value: { moved: 0, failed: 0 },
    });
    expect(await liveSession(session)).toBeNull();
    expect((await rowOf(other.personId)).deputyId).toBeNull();
    expect(await rowOf(gone.personId)).toMatchObject({ passwordHash: null });
    const changes = await db().change.findMany({ where: { subjectId: gone.personId } });
    expect(changes.map((it) => it.action)).toContain('left');
  });

  it('and the open cases go to a colleague', async () => {
    const [gone, colleague] = [await somebody(['handler']), await somebody(['handler'])];
    const stranger = await somebody(['handler'], 'chengguan');
    const cases = [await caseOf(gone), await caseOf(gone)];
    expect(codeOf(await leave(gone.personId, stranger.personId, chief))).toBe('cannotReceive');
    expect((await rowOf(gone.personId)).disabledAt).toBeNull();
    expect(await leave(gone.personId, colleague.personId, chief)).toEqual({
      ok: true,
      value: { moved: 2, failed: 0 },
    });
    for (const it of cases) expect(await holderOf(it)).toBe(colleague.personId);
  });

  it('what could not be moved then is moved when asked once more, to a colleague and nobody else', async () => {
    const [gone, colleague] = [await somebody(['handler']), await somebody(['handler'])];
    const stranger = await somebody(['handler'], 'chengguan');
    const appealId = await caseOf(gone);
    // As if moving it had failed when they left.
    await db().person.update({ where: { id: gone.personId }, data: { disabledAt: new Date() } });
    const again = (to: string) => handOverAgain(gone.personId, to, chief);
    expect(codeOf(await again(stranger.personId))).toBe('cannotReceive');
    expect(codeOf(await again(gone.personId))).toBe('cannotReceive');
    expect(await holderOf(appealId)).toBe(gone.personId);
    const moved = { ok: true, value: { moved: 1, failed: 0 } };
    expect(await again(colleague.personId)).toEqual(moved);
    expect(await holderOf(appealId)).toBe(colleague.personId);
    expect(await again(colleague.personId)).toMatchObject({ value: { moved: 0 } });
    const changes = await db().change.findMany({ where: { subjectId: gone.personId } });
    expect(changes.filter((it) => it.action === 'handedOver')).toHaveLength(1);
  });

  it('or back to the common list of the unit, also when the person only moved', async () => {
    const [gone, moved] = [await somebody(['handler']), await somebody(['handler'])];
    const [one, other] = [await caseOf(gone), await caseOf(moved)];
    expect(await leave(gone.personId, null, chief)).toMatchObject({ value: { moved: 1 } });
    expect(await holderOf(one)).toBeNull();
    const away = await movePerson(moved.personId, unitId('chengguan'), null, chief);
    expect(away).toMatchObject({ value: { moved: 1 } });
    expect(await holderOf(other)).toBeNull();
    expect(await rowOf(moved.personId)).toMatchObject({ unitId: unitId('chengguan') });
  });

  it('and may come back, by a new link only', async () => {
    const { personId } = await somebody(['handler']);
    await leave(personId, null, chief);
    expect(codeOf(await giveLink(personId, chief))).toBe('personLeft');
    expect(codeOf(await comeBack(personId, unitId('liuwan'), chief))).toBe('done');
    expect(await rowOf(personId)).toMatchObject({ disabledAt: null, passwordHash: null });
  });
});

it('nothing is half done: what is refused leaves no line in the log', async () => {
  const before = await db().change.count();
  expect(codeOf(await leave(chief.personId, null, chief))).toBe('lastAdministrator');
  expect(codeOf(await setDeputy(newId(), null, chief))).toBe('personGone');
  expect(await db().change.count()).toBe(before);
});
