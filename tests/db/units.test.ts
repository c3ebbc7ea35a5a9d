import { beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { visibleTo } from '@/lib/appeals/queries/visible';
import { db } from '@/lib/db/client';
import { mintPerson, mintResident, type PersonActor } from '@/lib/people/actor';
import { addUnit } from '@/lib/units/add-unit';
import { changeUnit } from '@/lib/units/change-unit';
import { closeUnit, reopenUnit } from '@/lib/units/close-unit';
import { readFormerNames } from '@/lib/units/former-names';
import { mergeUnit } from '@/lib/units/merge-unit';
import { moveUnit, moveUnitWith } from '@/lib/units/move-unit';
import type { Outcome } from '@/lib/units/organisation';
import type { NewUnit } from '@/lib/units/unit-fields';
import { newId, person, ready, unitId } from '../support/county';

await ready();
const chief = person('wukai');

const codeOf = (outcome: Outcome): string =>
  outcome.ok ? 'done' : outcome.problems.map((it) => it.code).join(' ');

async function added(code: string, more: Partial<NewUnit> = {}): Promise<string> {
  const given = { code, name: code, nameEn: code, kind: 'community' as const, ...more };
  const outcome = await addUnit(given, chief);
  if (!outcome.ok) throw new Error(codeOf(outcome));
  return outcome.value;
}

const pathOf = async (id: string) => (await db().unit.findUniqueOrThrow({ where: { id } })).path;

const changesOf = (subjectId: string) =>
  db().change.findMany({ where: { subjectId }, orderBy: { at: 'asc' } });

/** An appeal that a unit has and has accepted. */
async function caseWith(unit: string, by: PersonActor): Promise<string> {
  const filed = await fileAppeal({ input: { what: '路灯坏了', place: '北苑' } }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  const { appealId } = filed;
  const sent = { appealId, verb: 'dispatch' as const, input: { unitId: unit } };
  expect(await perform(sent, person('chenjing'))).toMatchObject({ ok: true });
  expect(await perform({ appealId, verb: 'accept', input: {} }, by)).toMatchObject({ ok: true });
  return appealId;
}

async function somebody(unit: string, roles: string[]): Promise<PersonActor> {
  const home = await db().unit.findUniqueOrThrow({ where: { id: unit } });
  const id = newId();
  await db().person.create({ data: { id, unitId: unit, name: '某人', login: `p-${id}`, roles } });
  return mintPerson({ id, name: '某人', unitId: unit, unitPath: home.path, roles });
}

const sees = async (actor: PersonActor, appealId: string): Promise<boolean> => {
  const { unit } = await db().person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: { unit: true },
  });
  const today = { ...actor, unitId: unit.id, unitPath: unit.path };
  return (await db().appeal.count({ where: { AND: [visibleTo(today), { id: appealId }] } })) === 1;
};

describe('the tree', () => {
  it('takes a unit under its parent, once for each code and each name side by side', async () => {
    const id = await added('xiyuan', { parentId: unitId('liuwan') });
    expect(await pathOf(id)).toBe('chenghe/liuwan/xiyuan/');
    const again = { code: 'xiyuan', name: 'x', nameEn: 'x', kind: 'community' as const };
    expect(codeOf(await addUnit({ ...again, parentId: undefined }, chief))).toBe('codeTaken');
    const twin = { ...again, code: 'other', name: 'xiyuan', parentId: unitId('liuwan') };
    expect(codeOf(await addUnit(twin, chief))).toBe('nameTaken');
    expect(await changesOf(id)).toMatchObject([
      { action: 'added', personId: chief.personId, after: { parent: '柳湾街道' } },
    ]);
  });

  it('is never bent into a circle', async () => {
    const top = await added('c-top');
    const middle = await added('c-middle', { parentId: top });
    const leaf = await added('c-leaf', { parentId: middle });
    expect(codeOf(await moveUnit(top, leaf, chief))).toBe('circular');
    expect(codeOf(await moveUnit(top, top, chief))).toBe('circular');
    expect(await pathOf(leaf)).toBe('c-top/c-middle/c-leaf/');
    expect(codeOf(await moveUnit(middle, null, chief))).toBe('done');
    expect(await pathOf(leaf)).toBe('c-middle/c-leaf/');
    expect(codeOf(await moveUnit(top, leaf, chief))).toBe('done');
    expect(await pathOf(top)).toBe('c-middle/c-leaf/c-top/');
  });

  it('moves with its cases: the leaders above see them, those of before do not', async () => {
    const [north, south] = [await added('north'), await added('south')];
    const village = await added('village', { parentId: north });
    const own = await somebody(village, ['handler', 'leader']);
    const above = await somebody(north, ['handler', 'leader']);
    const beside = await somebody(south, ['handler', 'leader']);
    const appealId = await caseWith(village, own);
    const seen = async () => [
      await sees(own, appealId),
      await sees(above, appealId),
      await sees(beside, appealId),
    ];
    expect(await seen()).toEqual([true, true, false]);
    expect(codeOf(await moveUnit(village, south, chief))).toBe('done');
    expect(await seen()).toEqual([true, false, true]);
    expect(await db().assignment.findMany({ where: { appealId } })).toMatchObject([
      { unitPath: 'south/village/' },
    ]);
  });
});

/** Two units moved under each other at the same moment: one moves, the other is told why not. */
async function crossingIsClean(move: typeof moveUnit): Promise<boolean> {
  const code = () => `x-${newId()}`.slice(0, 30);
  const [one, other] = [await added(code()), await added(code())];
  const ended = await Promise.allSettled([move(one, other, chief), move(other, one, chief)]);
  const codes = ended.map((it) => (it.status === 'fulfilled' ? codeOf(it.value) : 'thrown'));
  const moved = await db().unit.count({
    where: { id: { in: [one, other] }, parentId: { not: null } },
  });
  return moved === 1 && codes.toSorted().join() === 'circular,done';
}

describe('two moves at once', () => {
  it('never make a circle', async () => {
    for (let n = 0; n < 10; n += 1) expect(await crossingIsClean(moveUnit)).toBe(true);
  });

  it('would end badly, were they not one after the other', async () => {
    let clean = 0;
    for (let n = 0; n < 3; n += 1) {
      if (await crossingIsClean(moveUnitWith({ lock: false }))) clean += 1;
    }
    expect(clean).toBeLessThan(3);
  });
});

describe('closing', () => {
  it('is refused with all that stands in the way, and then done', async () => {
    const id = await added('closing');
    const child = await added('closing-child', { parentId: id });
    const own = await somebody(id, ['handler']);
    const appealId = await caseWith(id, own);
    expect(codeOf(await closeUnit(id, chief))).toBe('hasCases hasPeople hasChildren');
    expect(codeOf(await mergeUnit(id, unitId('liuwan'), chief))).toBe('hasCases');
    const away = { appealId, verb: 'redispatch' as const };
    const input = { unitId: unitId('liuwan'), reason: '单位要停用' };
    expect(await perform({ ...away, input }, person('chenjing'))).toMatchObject({ ok: true });
    await db().person.update({ where: { id: own.personId }, data: { disabledAt: new Date() } });
    expect(codeOf(await closeUnit(id, chief))).toBe('hasChildren');
    expect(codeOf(await closeUnit(child, chief))).toBe('done');
    expect(codeOf(await closeUnit(id, chief))).toBe('done');
    expect(codeOf(await addUnit(under(id), chief))).toBe('unitClosed');
    expect(codeOf(await reopenUnit(child, chief))).toBe('parentClosed');
    expect(codeOf(await reopenUnit(id, chief))).toBe('done');
    expect(codeOf(await reopenUnit(child, chief))).toBe('done');
  });

  const under = (parentId: string) => ({
    code: 'never',
    name: 'never',
    nameEn: 'never',
    kind: 'community' as const,
    parentId,
  });

  it('leaves a hotline', async () => {
    await db().person.updateMany({
      where: { unitId: unitId('hotline'), id: { not: chief.personId } },
      data: { unitId: unitId('oversight') },
    });
    expect(codeOf(await mergeUnit(unitId('hotline'), unitId('oversight'), chief))).toBe(
      'lastHotline',
    );
    const { closedAt } = await db().unit.findUniqueOrThrow({ where: { code: 'hotline' } });
    expect(closedAt).toBeNull();
    const street = { name: '中心', nameEn: 'Centre', kind: 'street' as const };
    expect(codeOf(await changeUnit(unitId('hotline'), street, chief))).toBe('lastHotline');
  });
});

describe('merging', () => {
  let from = '';
  let into = '';
  beforeAll(async () => {
    [from, into] = [await added('from'), await added('into')];
  });

  it('moves people and the units below, closes, and says where the work went', async () => {
    const child = await added('from-child', { parentId: from });
    const own = await somebody(from, ['handler']);
    expect(codeOf(await mergeUnit(from, child, chief))).toBe('mergeIntoBelow');
    expect(codeOf(await mergeUnit(from, from, chief))).toBe('mergeIntoItself');
    expect(await mergeUnit(from, into, chief)).toEqual({
      ok: true,
      value: { people: 1, children: 1 },
    });
    const merged = await db().unit.findUniqueOrThrow({ where: { id: from } });
    expect(merged).toMatchObject({ mergedIntoId: into, closedAt: expect.any(Date) });
    expect(await pathOf(child)).toBe('into/from-child/');
    expect(await db().person.findUnique({ where: { id: own.personId } })).toMatchObject({
      unitId: into,
    });
    expect(codeOf(await mergeUnit(from, into, chief))).toBe('alreadyClosed');
  });
});

it('a unit keeps what it was called before', async () => {
  const id = await added('names');
  const called = (name: string) => ({ name, nameEn: name, kind: 'community' as const });
  for (const name of ['甲社区', '乙社区', '乙社区']) {
    expect(codeOf(await changeUnit(id, called(name), chief))).toBe('done');
  }
  expect((await readFormerNames(id)).map((it) => it.name)).toEqual(['甲社区', 'names']);
});
