import { beforeAll, expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { db } from '@/lib/db/client';
import { chooseRuleSet } from '@/lib/installation/choose-rule-set';
import { nameFallbacks } from '@/lib/installation/fallbacks';
import { addFirstPerson } from '@/lib/installation/first-people';
import { addUnits, type FirstUnit } from '@/lib/installation/first-units';
import { finishSetUp, lackingSteps, readSetUp } from '@/lib/installation/set-up';
import { changeSettings } from '@/lib/installation/settings';
import { mintPerson, mintResident, type PersonActor } from '@/lib/people/actor';
import { firstAdministratorLink } from '@/lib/people/first-administrator';
import { invitedPerson } from '@/lib/people/invitations';
import type { Role } from '@/lib/people/roles';
import { presets } from '@/lib/rule-sets/presets';
import { ownDatabase } from '../support/database';

/** A fresh installation without the demo, walked from its first administrator to the first appeal. */

let administrator: PersonActor;

beforeAll(async () => {
  await ownDatabase();
  await firstAdministratorLink('http://localhost');
  const row = await db().person.findFirstOrThrow({ include: { unit: true } });
  administrator = mintPerson({ ...row, unitPath: row.unit.path });
});

const earnest = { input: { what: '井盖松了', place: '东街 1 号' } };

const unit = (row: number, name: string, parentId: string | null = null): FirstUnit => ({
  row,
  name,
  nameEn: name,
  kind: 'street',
  parentId,
});

async function unitCalled(name: string) {
  return db().unit.findFirstOrThrow({ where: { name } });
}

async function add(login: string, unitId: string, ...roles: Role[]) {
  return addFirstPerson({ name: login, login, unitId, roles, email: undefined }, administrator);
}

test('at first everything is lacking, and nobody can file', async () => {
  const state = await readSetUp();
  expect(state.over).toBe(false);
  expect(lackingSteps(state)).toEqual(['organisation', 'rules', 'units', 'people', 'fallbacks']);
  expect(await finishSetUp(administrator)).toBe(false);
  expect(await fileAppeal(earnest, mintResident())).toMatchObject({
    problems: [{ field: null, code: 'notOpenYet' }],
  });
});

test('the organisation names itself, and the log keeps both names', async () => {
  const given = { name: '临江县接诉即办', nameEn: 'Linjiang', phone: '12345', zone: 'Asia/Urumqi' };
  await changeSettings(administrator, given, undefined);
  const row = await db().installation.findUniqueOrThrow({ where: { id: 1 } });
  expect(row).toMatchObject(given);
  const change = await db().change.findFirstOrThrow({ where: { subject: 'installation' } });
  expect(change.personId).toBe(administrator.personId);
  expect(change.before).toMatchObject({ name: '接诉即办中心', phone: null });
  expect(change.after).toMatchObject({ name: given.name, phone: '12345' });
  expect((await readSetUp()).done.organisation).toBe(true);
});

test('a rule set is chosen, and another one after it', async () => {
  for (const code of ['petition', 'shandong'] as const) {
    expect(await chooseRuleSet(administrator, code)).toEqual([]);
    const installation = await db().installation.findUniqueOrThrow({ where: { id: 1 } });
    expect(installation.ruleSet).toBe(code);
    const limits = await db().limit.count({ where: { ruleSet: code, retiredAt: null } });
    expect(limits).toBe(presets[code].limits.length);
  }
  expect((await readSetUp()).done.rules).toBe(true);
});

test('units are added all together or not at all', async () => {
  expect(await addUnits(administrator, [unit(1, '临江县')])).toMatchObject({ ok: true });
  const county = await unitCalled('临江县');
  const twice = [unit(1, '东湖街道', county.id), unit(3, '东湖街道', county.id)];
  expect(await addUnits(administrator, twice)).toMatchObject({
    ok: false,
    problems: [{ field: 'name3', code: 'unitExists' }],
  });
  expect(await db().unit.count({ where: { name: '东湖街道' } })).toBe(0);
  await addUnits(administrator, [unit(1, '东湖街道', county.id), unit(2, '西山镇', county.id)]);
  const street = await unitCalled('东湖街道');
  expect(street.path).toBe(`${county.path}${street.code}/`);
  expect((await readSetUp()).done.units).toBe(true);
});

test('the page knows which roles are missing, and a handler of the hotline is none', async () => {
  const [hotline, street] = [await unitCalled('接诉即办中心'), await unitCalled('东湖街道')];
  expect((await readSetUp()).missing).toEqual([
    'dispatcher',
    'handler',
    'interviewer',
    'supervisor',
  ]);
  await add('one', hotline.id, 'dispatcher', 'handler');
  expect((await readSetUp()).missing).toEqual(['handler', 'interviewer', 'supervisor']);
  expect(await add('two', street.id, 'handler', 'interviewer')).toMatchObject({
    ok: false,
    problems: [{ field: 'roles', code: 'rolesClash' }],
  });
  const added = await add('two', street.id, 'handler');
  expect(added.ok && (await invitedPerson(added.value.token))).toMatchObject({ login: 'two' });
  await add('three', hotline.id, 'interviewer', 'supervisor');
  expect((await readSetUp()).missing).toEqual([]);
});

test('without two fallbacks of different units it does not open', async () => {
  const idOf = async (login: string) =>
    (await db().person.findUniqueOrThrow({ where: { login } })).id;
  const [first, second, hotline] = [await idOf('three'), await idOf('two'), await idOf('one')];
  expect(lackingSteps(await readSetUp())).toEqual(['fallbacks']);
  expect(await finishSetUp(administrator)).toBe(false);
  expect(await nameFallbacks({ first, second: hotline }, administrator)).toMatchObject({
    problems: [{ field: 'second', code: 'sameUnit' }],
  });
  expect(await nameFallbacks({ first, second }, administrator)).toMatchObject({ ok: true });
  expect(lackingSteps(await readSetUp())).toEqual([]);
});

test('a trial can be filed before the service opens; a resident only after', async () => {
  const trial = await fileAppeal({ ...earnest, trial: true }, administrator);
  expect(trial).toMatchObject({ ok: true });
  expect((await readSetUp()).done.trial).toBe(true);
  expect(await fileAppeal(earnest, mintResident())).toMatchObject({ ok: false });

  expect(await finishSetUp(administrator)).toBe(true);
  expect((await readSetUp()).over).toBe(true);
  expect(await fileAppeal(earnest, mintResident())).toMatchObject({ ok: true });

  const { setUpAt } = await db().installation.findUniqueOrThrow({ where: { id: 1 } });
  expect(await finishSetUp(administrator)).toBe(true);
  const again = await db().installation.findUniqueOrThrow({ where: { id: 1 } });
  expect(again.setUpAt).toEqual(setUpAt);
  expect(await db().change.count({ where: { action: 'opened' } })).toBe(1);
});
