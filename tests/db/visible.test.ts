// ASVS 5.0: 8.2.2, 8.2.3
import { expect, it } from 'vitest';
import { loadCaseFile } from '@/lib/appeals/load';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { sees, visibleTo } from '@/lib/appeals/queries/visible';
import { maskedContact } from '@/lib/contacts/masked';
import { mayReveal } from '@/lib/contacts/reveal';
import { db } from '@/lib/db/client';
import { type Actor, mintResident, mintSystem, mintVoice } from '@/lib/people/actor';
import { act } from '@/prisma/seed/scene';
import { scenes } from '@/prisma/seed/scenes';
import { whistleScenes } from '@/prisma/seed/whistle-scenes';
import { person, ready } from '../support/county';

const cast = await ready();
for (const scene of [...scenes, ...whistleScenes(new Date())]) await act(scene, cast, new Date());

const ids = (await db().appeal.findMany({ select: { id: true } })).map((it) => it.id);
const voices = await db().voice.findMany({ take: 5, orderBy: { id: 'asc' } });
const actors: [string, Actor][] = [
  ...[...cast.actors].map(([login, actor]): [string, Actor] => [login, actor]),
  ...voices.map((it, nth): [string, Actor] => [`voice ${nth + 1}`, mintVoice(it.id, it.appealId)]),
  ['resident', mintResident()],
  ['system', mintSystem()],
];

it.each(actors)('%s sees the same in the database and in memory', async (_, actor) => {
  const found = await db().appeal.findMany({
    where: { AND: [{ id: { in: ids } }, visibleTo(actor)] },
    select: { id: true },
  });
  const inMemory: string[] = [];
  for (const id of ids) {
    const loaded = await loadCaseFile(db(), id);
    if (loaded && sees(actor, loaded.file)) inMemory.push(id);
  }
  expect(found.map((it) => it.id).toSorted()).toEqual(inMemory.toSorted());
});

it('the comparison is not empty: some see all, some a part, some nothing', async () => {
  const count = (actor: Actor) => db().appeal.count({ where: visibleTo(actor) });
  expect(await count(person('chenjing'))).toBe(ids.length);
  expect(await count(person('zhaolimin'))).toBeGreaterThan(3);
  expect(await count(person('zhaolimin'))).toBeLessThan(ids.length / 2);
  expect(await count(person('wukai'))).toBe(0);
  expect(await count(mintResident())).toBe(0);
});

/** What a reader is given, as one text: nothing hidden may be found in it. */
async function read(actor: Actor, caseNumber: string): Promise<string> {
  return JSON.stringify((await viewCase(actor, caseNumber))?.story ?? []);
}

it('satisfaction, pressure and unreleased words reach supervision alone; notes never the resident', async () => {
  const appeal = await db().appeal.findFirstOrThrow({
    where: { detail: { title: { contains: '电梯停运' } } },
    select: { id: true, caseNumber: true },
  });
  const voice = await db().voice.findFirstOrThrow({ where: { appealId: appeal.id } });
  const mine = mintVoice(voice.id, appeal.id);
  const note = '物业维修资金';
  expect(await read(person('zhaolimin'), appeal.caseNumber)).toContain(note);
  expect(await read(mine, appeal.caseNumber)).not.toContain(note);

  const verdict = await db().verdict.findFirstOrThrow({
    where: { released: false },
    include: { appeal: true, round: true },
  });
  for (const reader of [
    person('zhaolimin'),
    person('maqiang'),
    person('hewei'),
    person('guotao'),
    person('chenjing'),
  ]) {
    const text = await read(reader, verdict.appeal.caseNumber);
    expect(text).not.toMatch(/satisfied|neutral|pressed/);
  }
});

it('a unit that was called reads what it needs: no contact, no note, no satisfaction, no other rating', async () => {
  const appeal = await db().appeal.findFirstOrThrow({
    where: { detail: { title: { contains: '换热站' } } },
    select: { id: true, caseNumber: true },
  });
  const view = await viewCase(person('hewei'), appeal.caseNumber);
  if (!view) throw new Error('the called unit does not see the case');
  expect(view.audience).toBe('called');
  expect(view.detail.place).toContain('换热站');
  const told = view.story.map((it) => it.verb);
  expect(told).toEqual(
    expect.arrayContaining(['file', 'whistle', 'reportIn', 'reportBack', 'resolve']),
  );
  for (const verb of ['judge', 'contact', 'annotate', 'message']) expect(told).not.toContain(verb);
  expect(view.file).toMatchObject({ verdicts: [], interviews: [], pressures: [], requests: [] });
  const all = JSON.stringify(view);
  expect(all).toContain('门窗当初按什么标准');
  expect(all).not.toMatch(/satisfied|确实响/);
  const ratings = view.calls.map((it) => [it.unit.name, it.call.helpRating]);
  expect(ratings).toEqual([
    ['县热力公司', null],
    ['县住建局', 'poor'],
  ]);
  const [voice] = view.file.voices;
  if (!voice) throw new Error('no voice');
  expect(await maskedContact(person('hewei'), view.file, voice.id)).toBeNull();
  expect(mayReveal(person('hewei'), view.file, voice.id)).toBe(false);

  const lead = await viewCase(person('zhaolimin'), appeal.caseNumber);
  expect(lead?.audience).toBe('unit');
  expect(await maskedContact(person('zhaolimin'), view.file, voice.id)).not.toBeNull();
  expect(JSON.stringify(await viewCase(person('zhoumin'), appeal.caseNumber))).toContain('不再等');
});

it('a stranger’s case is not there at all', async () => {
  const theirs = await db().appeal.findFirstOrThrow({
    where: {
      assignments: { none: { unit: { code: 'heating' } } },
      calls: { none: { unit: { code: 'heating' } } },
    },
  });
  expect(await viewCase(person('guotao'), theirs.caseNumber)).toBeNull();
  expect(await viewCase(person('chenjing'), theirs.caseNumber)).not.toBeNull();
});
