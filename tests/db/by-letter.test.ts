import { expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { loadCaseFile } from '@/lib/appeals/load';
import { perform } from '@/lib/appeals/perform';
import { privatePath } from '@/lib/auth/link-token';
import { db } from '@/lib/db/client';
import { deliverNotice } from '@/lib/jobs/deliver-notice';
import { markHanded, readLetter, readNotTold } from '@/lib/notices/by-letter';
import { lastTold } from '@/lib/notices/told';
import { type Actor, mintResident, type PersonActor } from '@/lib/people/actor';
import { newId, person, ready, unitId } from '../support/county';

await ready();

const zone = 'Asia/Shanghai';

async function filed(more: object = {}) {
  const input = { what: '独一无二的原话', place: '安康里 6 号楼', name: '李娜', ...more };
  const done = await fileAppeal({ input }, mintResident());
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done;
}

async function take(appealId: string, verb: Verb, input: object, by: Actor) {
  const done = await perform({ appealId, verb, input }, by);
  if (!done.ok) throw new Error(`${verb}: ${JSON.stringify(done)}`);
}

/** The worker has been. */
async function settle(appealId: string) {
  const open = await db().notice.findMany({
    where: { appealId, settledAt: null },
    orderBy: { id: 'asc' },
  });
  const outcomes: (string | null)[] = [];
  for (const it of open) outcomes.push(await deliverNotice(it.id));
  return outcomes.filter((it) => it !== 'inApp');
}

const told = async (by: PersonActor, appealId: string) => {
  const loaded = await loadCaseFile(db(), appealId);
  const [line] = loaded ? await lastTold(by, loaded.file) : [];
  return line;
};

const letters = (noticeId: string) =>
  db().delivery.findMany({ where: { noticeId, channel: 'letter' } });

test('who can be told no other way gets the latest news on paper, without link, name, number or words', async () => {
  const it = await filed({ phone: '0531-86012345', locale: 'en' });
  await db().voice.update({ where: { id: it.voiceId }, data: { locale: 'en' } });
  const read = (by: PersonActor, number = it.caseNumber) =>
    readLetter(by, number, it.voiceId, zone);
  expect(await read(person('sunyue')), 'on its way').toBeNull();
  await take(it.appealId, 'dispatch', { unitId: unitId('liuwan') }, person('chenjing'));
  expect(await settle(it.appealId)).toEqual(['noChannel', 'noChannel']);
  const printed = await read(person('sunyue'));
  expect(printed?.letter.text).toMatch(/has gone to .+ You get an answer by \d+ \w+/);
  const voice = await db().voice.findUniqueOrThrow({ where: { id: it.voiceId } });
  const all = JSON.stringify(printed?.letter);
  const path = privatePath(voice);
  expect(path.length, 'control').toBeGreaterThan(40);
  expect(all).not.toContain(path.slice(3));
  expect(all).not.toMatch(/独一无二|安康里|86012345|李娜|https?:/);
  // The unit that has it brings letters; one that does not, and a number of another case, do not.
  expect(await read(person('zhaolimin'))).not.toBeNull();
  expect(await read(person('maqiang'))).toBeNull();
  expect(await read(person('sunyue'), (await filed()).caseNumber)).toBeNull();
  expect(await readLetter(person('sunyue'), it.caseNumber, newId(), zone)).toBeNull();
});

test('pressed twice, by two, at once: one record, of the first; then it is on no list', async () => {
  const it = await filed();
  const later = await filed();
  await settle(it.appealId);
  await settle(later.appealId);
  const listed = async () =>
    (await readNotTold(person('sunyue')))
      .map((one) => one.caseNumber)
      .filter((one) => [it.caseNumber, later.caseNumber].includes(one));
  expect(await listed(), 'the oldest first').toEqual([it.caseNumber, later.caseNumber]);
  expect(await readNotTold(person('zhaolimin'))).toEqual([]);
  expect((await told(person('sunyue'), it.appealId))?.outcome).toBe('noChannel');
  const { id } = await db().notice.findFirstOrThrow({ where: { voiceId: it.voiceId } });
  const mark = (by: string) => markHanded(person(by), it.caseNumber, id);
  expect(await Promise.all([mark('sunyue'), mark('chenjing'), mark('sunyue')])).toEqual([
    true,
    true,
    true,
  ]);
  expect(await mark('chenjing')).toBe(true);
  const [record, ...more] = await letters(id);
  expect(more).toEqual([]);
  const line = await told(person('sunyue'), it.appealId);
  expect(line).toMatchObject({ outcome: 'letter', channel: 'letter', at: record?.at });
  const by = await db().person.findUnique({ where: { id: record?.personId ?? '' } });
  expect(line?.by).toBe(by?.name);
  const printed = await readLetter(person('sunyue'), it.caseNumber, it.voiceId, zone);
  expect(printed?.handed).toEqual({ at: record?.at, by: by?.name });
  expect(await listed()).toEqual([later.caseNumber]);
  // News after the letter is not told by it.
  await take(it.appealId, 'dispatch', { unitId: unitId('liuwan') }, person('chenjing'));
  await settle(it.appealId);
  expect(await listed()).toEqual([later.caseNumber, it.caseNumber]);
});

test('whoever the case is kept from finds neither letter nor list, and marks nothing', async () => {
  const it = await filed();
  await settle(it.appealId);
  const { id } = await db().notice.findFirstOrThrow({ where: { voiceId: it.voiceId } });
  const tried = async () => ({
    letter: (await readLetter(person('sunyue'), it.caseNumber, it.voiceId, zone)) !== null,
    listed: (await readNotTold(person('sunyue'))).some((one) => one.voiceId === it.voiceId),
  });
  expect(await tried(), 'negative control').toEqual({ letter: true, listed: true });
  await take(it.appealId, 'recuse', { whom: 'self', reason: '说的就是我' }, person('sunyue'));
  await settle(it.appealId);
  expect(await tried()).toEqual({ letter: false, listed: false });
  expect(await markHanded(person('sunyue'), it.caseNumber, id)).toBe(false);
  expect(await letters(id)).toEqual([]);
  expect(await markHanded(person('chenjing'), it.caseNumber, id)).toBe(true);
});

test('what went another way, or was not wanted, is no letter', async () => {
  const it = await filed();
  const { id } = await db().notice.findFirstOrThrow({ where: { voiceId: it.voiceId } });
  for (const outcome of ['sent', 'unwanted', 'dead', 'inApp']) {
    await db().notice.update({ where: { id }, data: { outcome, settledAt: new Date() } });
    expect(await readLetter(person('sunyue'), it.caseNumber, it.voiceId, zone)).toBeNull();
    expect(await markHanded(person('sunyue'), it.caseNumber, id)).toBe(false);
  }
  expect(await markHanded(person('sunyue'), it.caseNumber, 'x')).toBe(false);
});
