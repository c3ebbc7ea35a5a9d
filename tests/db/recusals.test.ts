import { describe, expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { loadCaseFile } from '@/lib/appeals/load';
import { perform } from '@/lib/appeals/perform';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { readInbox } from '@/lib/appeals/queries/inbox';
import { sees } from '@/lib/appeals/queries/visible';
import { nobodyLeft } from '@/lib/appeals/recusals';
import { forgetRules } from '@/lib/appeals/rules';
import { db } from '@/lib/db/client';
import { nameFallbacks, readFallbacks } from '@/lib/installation/fallbacks';
import { verifyChains } from '@/lib/integrity/verify-chains';
import { sweepRecusals } from '@/lib/jobs/sweep-recusals';
import { type Actor, mintPerson, mintResident, mintVoice } from '@/lib/people/actor';
import { addPerson } from '@/lib/people/add-person';
import { handOver } from '@/lib/people/hand-over';
import { movePerson } from '@/lib/people/move-person';
import { addUnit } from '@/lib/units/add-unit';
import { closeUnit } from '@/lib/units/close-unit';
import { mergeUnit } from '@/lib/units/merge-unit';
import { moveUnit } from '@/lib/units/move-unit';
import { person, ready, unitId } from '../support/county';

await ready();
const chief = person('wukai');
const zone = 'Asia/Shanghai';

async function filed(more: object = {}) {
  const input = { what: '窗口的人骂人', place: '办事大厅', phone: '13812345678', ...more };
  const done = await fileAppeal({ input }, mintResident());
  if (!done.ok) throw new Error(JSON.stringify(done));
  return { ...done, voice: mintVoice(done.voiceId, done.appealId) };
}

async function must(
  appealId: string,
  verb: 'dispatch' | 'accept' | 'assign' | 'recuse',
  input: object,
  by: Actor,
) {
  const done = await perform({ appealId, verb, input }, by);
  if (!done.ok) throw new Error(`${verb} ${done.code} ${JSON.stringify(done.problems)}`);
  return done.file;
}

async function fileOf(appealId: string) {
  const loaded = await loadCaseFile(db(), appealId);
  if (!loaded) throw new Error('no such appeal');
  return loaded.file;
}

const idOf = (outcome: { ok: true; value: string } | { ok: false; problems: unknown }): string => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
};

/** Somebody as they are in the database now. */
async function signedIn(id: string) {
  const row = await db().person.findUniqueOrThrow({
    where: { id },
    include: { unit: true, fallback: true },
  });
  return mintPerson({ ...row, unitPath: row.unit.path, isFallback: row.fallback !== null });
}

describe('filing', () => {
  it('that names a unit is kept from it in the same transaction, before anybody is told', async () => {
    const { appealId, caseNumber } = await filed({
      aboutUnitId: unitId('hotline'),
      aboutWho: '高个子',
    });
    const notices = await db().notice.findMany({ where: { appealId } });
    const fallbacks = [person('zhoumin').personId, person('liufang').personId];
    expect(notices.flatMap((it) => it.personId ?? []).toSorted()).toEqual(fallbacks.toSorted());
    expect(await viewCase(person('chenjing'), caseNumber)).toBeNull();
    expect((await viewCase(person('liufang'), caseNumber))?.story[0]?.words).not.toHaveProperty(
      'who',
    );
    const first = await db().event.findMany({ where: { appealId } });
    expect(first).toHaveLength(1);
    expect(first[0]?.data).toMatchObject({
      recusedUnitId: unitId('hotline'),
      entrusted: 'fallbacks',
    });
    expect(JSON.stringify(first[0]?.data)).not.toContain('高个子');
    const text = await db().text.findFirst({ where: { appealId, field: 'who' } });
    expect(text?.body).toBe('高个子');
  });

  it('refuses a unit there is not, and files nothing', async () => {
    const before = await db().appeal.count();
    const input = {
      what: '骂人',
      place: '大厅',
      aboutUnitId: '00000000-0000-4000-8000-00000000dead',
    };
    expect(await fileAppeal({ input }, mintResident())).toMatchObject({
      problems: [{ field: 'aboutUnitId', code: 'unknownUnit' }],
    });
    expect(await db().appeal.count()).toBe(before);
  });
});

describe('the fallbacks', () => {
  it('find it on a desk of its own, handle it, and the log stays whole', async () => {
    const { appealId, caseNumber } = await filed({ aboutUnitId: unitId('hotline') });
    const desk = await readInbox(person('zhoumin'), 'entrusted', 'all', null, zone);
    expect(desk.rows.map((it) => it.caseNumber)).toContain(caseNumber);
    await must(appealId, 'dispatch', { unitId: unitId('oversight') }, person('zhoumin'));
    const to = await must(appealId, 'accept', {}, person('zhoumin'));
    expect(to.appeal.status).toBe('accepted');
    const page = await readInbox(person('zhoumin'), 'entrusted', 'all', null, zone);
    expect(page.rows.find((it) => it.caseNumber === caseNumber)?.verb).toBe('contact');
    expect(await verifyChains()).toMatchObject({ faults: [] });
  });

  it('must be two people of units that do not belong together; each change is in the log', async () => {
    const { personId: first } = person('zhoumin');
    const problemOf = async (second: string) => {
      const done = await nameFallbacks({ first, second }, chief);
      return done.ok ? null : done.problems[0];
    };
    expect(await problemOf(first)).toMatchObject({ field: 'second', code: 'samePerson' });
    expect(await problemOf(person('fangzheng').personId)).toMatchObject({ code: 'sameUnit' });
    expect(await problemOf(person('shenhuaiyuan').personId)).toMatchObject({ code: 'cannotServe' });
    expect(await problemOf(chief.personId)).toMatchObject({ code: 'cannotServe' });
    expect((await readFallbacks()).people.map((it) => it.name)).toEqual(['周敏', '刘芳']);
    expect(await problemOf(person('guotao').personId)).toBeNull();
    const log = await db().change.findMany({ where: { subject: 'fallback' } });
    expect(log.map((it) => [it.action, it.name]).toSorted()).toEqual([
      ['named', '郭涛'],
      ['released', '刘芳'],
    ]);
    await nameFallbacks({ first, second: person('liufang').personId }, chief);
  });

  it('are warned of once one is gone or two are of one unit', async () => {
    expect((await readFallbacks()).trouble).toBeNull();
    const id = person('liufang').personId;
    await db().person.update({ where: { id }, data: { disabledAt: new Date() } });
    expect((await readFallbacks()).trouble).toBe('gone');
    await db().person.update({
      where: { id },
      data: { disabledAt: null, unitId: unitId('oversight') },
    });
    expect((await readFallbacks()).trouble).toBe('sameUnit');
    await db().person.update({ where: { id }, data: { unitId: unitId('chengguan') } });
  });

  it('get what is open by the sweep when they are named late, and with both barred nobody has it', async () => {
    const { appealId, voice } = await filed({ aboutUnitId: unitId('hotline') });
    for (const unit of ['oversight', 'chengguan']) {
      await must(appealId, 'recuse', { unitId: unitId(unit), reason: '也是一伙的' }, voice);
    }
    const stuck = await fileOf(appealId);
    expect(nobodyLeft(stuck)).toBe(true);
    expect(sees(person('zhoumin'), stuck)).toBe(false);
    await nameFallbacks(
      { first: person('hewei').personId, second: person('guotao').personId },
      chief,
    );
    expect(await sweepRecusals()).toBeGreaterThan(0);
    const taken = await fileOf(appealId);
    expect(nobodyLeft(taken)).toBe(false);
    expect(sees(await signedIn(person('hewei').personId), taken)).toBe(true);
    expect(await sweepRecusals()).toBe(0);
    await nameFallbacks(
      { first: person('zhoumin').personId, second: person('liufang').personId },
      chief,
    );
  });
});

describe('an organisation that changes', () => {
  let nth = 0;
  const newUnit = async () => {
    nth += 1;
    const code = `unit-${nth}`;
    const given = {
      code,
      name: `第${nth}科`,
      nameEn: `Section ${nth}`,
      kind: 'department' as const,
    };
    return idOf(await addUnit({ ...given, parentId: unitId('chenghe') }, chief));
  };
  const newPerson = async (unit: string, roles: ('handler' | 'leader' | 'administrator')[]) => {
    nth += 1;
    const given = {
      name: `某${nth}`,
      login: `somebody-${nth}`,
      unitId: unit,
      roles,
      email: undefined,
    };
    return idOf(await addPerson(given, chief));
  };

  it('a unit that is merged or moved takes its recusals along', async () => {
    const [old, into, above] = [await newUnit(), await newUnit(), await newUnit()];
    const leader = await newPerson(old, ['leader']);
    const { appealId } = await filed({ aboutUnitId: old });
    expect((await mergeUnit(old, into, chief)).ok).toBe(true);
    expect((await signedIn(leader)).unitId).toBe(into);
    const merged = await fileOf(appealId);
    const path = (await signedIn(leader)).unitPath;
    expect(merged.recusals[0]?.unitPath).toBe(path);
    expect((await moveUnit(into, above, chief)).ok).toBe(true);
    const moved = await signedIn(leader);
    expect(moved.unitPath).not.toBe(path);
    expect((await fileOf(appealId)).recusals[0]?.unitPath).toBe(moved.unitPath);
  });

  it('whoever is moved away from a unit that is barred stays barred in person', async () => {
    const [from, to] = [await newUnit(), await newUnit()];
    const handler = await newPerson(from, ['handler']);
    const { appealId } = await filed({ aboutUnitId: from });
    expect((await movePerson(handler, to, null, chief)).ok).toBe(true);
    const file = await fileOf(appealId);
    expect(file.recusals).toContainEqual(
      expect.objectContaining({ personId: handler, ground: 'named', endedAt: null }),
    );
  });

  it('numbers of hand-overs leave out what the administrator is barred from', async () => {
    const unit = await newUnit();
    const handler = await newPerson(unit, ['handler']);
    const barred = await signedIn(await newPerson(unitId('housing'), ['administrator']));
    for (const more of [{}, { aboutUnitId: unitId('housing') }]) {
      const { appealId } = await filed(more);
      await must(appealId, 'dispatch', { unitId: unit }, person('chenjing'));
      await must(appealId, 'accept', {}, await signedIn(handler));
      const leader = await signedIn(await newPerson(unit, ['leader']));
      await must(appealId, 'assign', { personId: handler }, leader);
    }
    expect(await handOver(handler, null, 'left', barred)).toEqual({ moved: 1, failed: 0 });
  });

  it('a unit with a case the administrator is barred from is not closed, and no number is said', async () => {
    const unit = await newUnit();
    const barred = await signedIn(await newPerson(unitId('housing'), ['administrator']));
    const { appealId } = await filed({ aboutUnitId: unitId('housing') });
    await must(appealId, 'dispatch', { unitId: unit }, person('chenjing'));
    expect(await closeUnit(unit, barred)).toEqual({
      ok: false,
      problems: [{ field: null, code: 'hasWork' }],
    });
    expect(await closeUnit(unit, chief)).toMatchObject({
      problems: [{ code: 'hasCases', values: { count: 1 } }],
    });
  });
});

it('control: without a recusal the same people see the same case', async () => {
  forgetRules();
  const { appealId, caseNumber } = await filed();
  expect(await viewCase(person('chenjing'), caseNumber)).not.toBeNull();
  expect((await fileOf(appealId)).appeal.fallbackIds).toEqual([]);
  expect(await viewCase(person('liufang'), caseNumber)).toBeNull();
});
