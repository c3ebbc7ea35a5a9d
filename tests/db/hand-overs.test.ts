import { describe, expect, it } from 'vitest';
import { handOversOf, runningClock, supervisionOf } from '@/lib/appeals/case-file';
import { fileAppeal } from '@/lib/appeals/file';
import { isFinal } from '@/lib/appeals/hand-overs';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { readInbox } from '@/lib/appeals/queries/inbox';
import { readQuery, searchAppeals } from '@/lib/appeals/queries/search';
import { forgetRules } from '@/lib/appeals/rules';
import { db } from '@/lib/db/client';
import { addAbsence } from '@/lib/people/absences';
import { type Actor, mintPerson, mintResident, mintVoice, playing } from '@/lib/people/actor';
import { civilDateOf } from '@/lib/time/civil';
import { now } from '@/lib/time/now';
import { newId, person, ready, unitId } from '../support/county';

await ready();
const zone = 'Asia/Shanghai';
const [chenjing, zhoumin] = [person('chenjing'), person('zhoumin')];
const [street, department] = [person('zhaolimin'), person('hewei')];

/** A second dispatcher who can sign in. */
async function colleague() {
  const id = newId();
  const home = { unitId: chenjing.unitId, roles: ['dispatcher'] };
  const known = await db().person.findUniqueOrThrow({ where: { id: chenjing.personId } });
  const { passwordHash } = known;
  await db().person.create({ data: { id, login: id, name: '钱敏', ...home, passwordHash } });
  return mintPerson({ id, name: '钱敏', ...home, unitPath: chenjing.unitPath });
}

async function filed() {
  const input = { what: '井盖响了一夜', place: '老街 8 号', phone: '13800008888' };
  const done = await fileAppeal({ input }, mintResident());
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done;
}

const take = (appealId: string, verb: Verb, input: object, by: Actor) =>
  perform({ appealId, verb, input }, by);

async function must(appealId: string, verb: Verb, input: object, by: Actor) {
  const done = await take(appealId, verb, input, by);
  if (!done.ok) throw new Error(`${verb} ${done.code} ${JSON.stringify(done.problems)}`);
  return done.file;
}

const back = { betterUnitId: unitId('housing'), reason: '不归我们' };
const toStreet = { unitId: unitId('liuwan'), reason: '路面归属地' };
const toHousing = { unitId: unitId('housing'), reason: '设施归住建' };

describe('a return', () => {
  it('is decided by another dispatcher who is here, and by the same one only while nobody else is', async () => {
    const { appealId } = await filed();
    await must(appealId, 'dispatch', toStreet, chenjing);
    await must(appealId, 'sendBack', back, street);
    // Alone, with the reason on record.
    const { reason: _, ...bare } = toHousing;
    expect(await take(appealId, 'dispatch', bare, chenjing)).toMatchObject({ code: 'badInput' });
    const other = await colleague();
    expect(await take(appealId, 'dispatch', toHousing, chenjing)).toMatchObject({
      code: 'ownNaming',
    });
    const today = civilDateOf(now(), zone);
    const away = await addAbsence(
      other.personId,
      { fromOn: today, untilOn: today },
      person('wukai'),
    );
    expect(away.ok).toBe(true);
    await must(appealId, 'dispatch', toHousing, chenjing);
    await db().person.update({ where: { id: other.personId }, data: { disabledAt: now() } });
  });

  it('is not left to a dispatcher who is barred from the case', async () => {
    const { appealId } = await filed();
    const other = await colleague();
    await must(appealId, 'dispatch', toStreet, chenjing);
    await must(appealId, 'sendBack', back, street);
    expect(await take(appealId, 'dispatch', toHousing, chenjing)).toMatchObject({
      code: 'ownNaming',
    });
    await must(appealId, 'recuse', { whom: 'self', reason: '是我亲戚' }, other);
    await must(appealId, 'dispatch', toHousing, chenjing);
    await db().person.update({ where: { id: other.personId }, data: { disabledAt: now() } });
  });

  it('comes too late after its own limit, in working time, and the search calls nobody late for it', async () => {
    const monday = new Date('2026-03-02T01:00:00Z');
    const at = (days: number) => new Date(monday.getTime() + days * 86_400_000);
    const done = await fileAppeal(
      { input: { what: '路牌倒了', place: '东街', phone: '13800008889' } },
      playing(mintResident(), monday),
    );
    if (!done.ok) throw new Error(done.code);
    const named = await must(done.appealId, 'dispatch', toStreet, playing(chenjing, at(0)));
    const until = runningClock(named, 'sendBack');
    expect(until?.unit).toBe('workingDays');
    if (!until?.dueAt) throw new Error('no limit');
    const late = new Date(until.dueAt.getTime() + 60_000);
    expect(await take(done.appealId, 'sendBack', back, playing(street, late))).toMatchObject({
      code: 'tooLateToSendBack',
    });
    const stored = await db().clock.findFirst({
      where: { appealId: done.appealId, kind: 'sendBack' },
    });
    expect(stored).toMatchObject({ stoppedAt: null, card: null });
    const inTime = new Date(until.dueAt.getTime() - 60_000);
    await must(done.appealId, 'sendBack', back, playing(street, inTime));
    const ended = await db().clock.findFirst({
      where: { appealId: done.appealId, kind: 'sendBack' },
    });
    expect(ended?.outcome).toBe('void');
  });
});

describe('three hand-overs', () => {
  it('are counted where everybody looks, end in a final naming, and bring supervision and a notice', async () => {
    await db().supervisionOfficer.create({ data: { level: 1, personId: zhoumin.personId } });
    forgetRules();
    const { appealId, caseNumber, voiceId } = await filed();
    const toUs = { ...back, betterUnitId: unitId('liuwan') };
    for (const [to, given, by] of [
      [toStreet, back, street],
      [toHousing, toUs, department],
      [toStreet, back, street],
    ] as const) {
      await must(appealId, 'dispatch', to, chenjing);
      await must(appealId, 'sendBack', given, by);
    }
    // The first unit answers for it, and its row says so.
    const rows = (await readInbox(street, 'unit', 'all', null, zone)).rows;
    const row = rows.find((it) => it.caseNumber === caseNumber);
    expect(row).toMatchObject({ verb: 'annotate', handOvers: 3, helps: false });
    const final = await must(appealId, 'dispatch', toHousing, chenjing);
    expect(isFinal(final)).toBe(true);
    expect(handOversOf(final)).toBe(3);
    expect(supervisionOf(final)).toMatchObject({ cause: 'handOvers', level: 1 });
    const { personId } = zhoumin;
    expect(await db().notice.count({ where: { appealId, personId, kind: 'supervise' } })).toBe(1);
    expect(await take(appealId, 'sendBack', toUs, department)).toMatchObject({
      code: 'namedFinally',
    });
    expect(await take(appealId, 'redispatch', toStreet, chenjing)).toMatchObject({
      code: 'namedFinally',
    });
    const told = await viewCase(mintVoice(voiceId, appealId), caseNumber);
    expect(told?.responsible?.id).toBe(unitId('liuwan'));
    await must(appealId, 'accept', {}, department);
    const accepted = await viewCase(mintVoice(voiceId, appealId), caseNumber);
    expect(accepted?.responsible?.id).toBe(unitId('housing'));
    const after = (await readInbox(street, 'unit', 'all', null, zone)).rows;
    expect(after.find((it) => it.caseNumber === caseNumber)).toBeUndefined();
    const found = await searchAppeals(zhoumin, readQuery({ words: caseNumber }));
    expect(found.ok && found.lines.length).toBe(1);
  });

  it('a unit that helps another is not the one that answers for it', async () => {
    const { appealId, caseNumber } = await filed();
    await must(appealId, 'dispatch', { ...toHousing, secondId: unitId('liuwan') }, chenjing);
    const rows = (await readInbox(street, 'unit', 'all', null, zone)).rows;
    expect(rows.find((it) => it.caseNumber === caseNumber)).toMatchObject({
      verb: 'annotate',
      helps: true,
      handOvers: 0,
    });
  });
});
