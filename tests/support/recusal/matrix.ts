import { v7 as newId } from 'uuid';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { sweepAfterEffects } from '@/lib/jobs/sweep-after-effects';
import { lastDays } from '@/lib/measures/period';
import { mintVoice, type PersonActor } from '@/lib/people/actor';
import { roleNames } from '@/lib/people/roles';
import { withClient } from '@/scripts/launcher/with-client';
import { person, ready, unitId } from '../county';
import { type Case, type Complaint, mergedInto, playAll, pointTo, reachNobody } from './cases';
import { colleague, communityBelow, named, ofTheUnit, type Readers } from './readers';
import { type Accusing, ways, zone } from './ways';

/** What every reader is told in every way, as text; instants of the asking left out. */
export type Told = ReadonlyMap<string, ReadonlyMap<string, string>>;

const leftOut = new Set(['at', 'dayEndsAt', 'missing', 'formKey', 'until']);

const text = (told: unknown, { cases }: Accusing): string =>
  cases.reduce(
    (all, { id, caseNumber }) => all.replaceAll(id, 'a case').replaceAll(caseNumber, 'a number'),
    JSON.stringify(told, (key, value) => (leftOut.has(key) ? undefined : value)) ?? 'nothing',
  );

/** Asks in every way, for every reader. */
export async function tellAll(readers: Readers, about: Accusing): Promise<Told> {
  const told = new Map<string, Map<string, string>>();
  for (const [name, reader] of readers) {
    const all = new Map<string, string>();
    for (const [way, ask] of Object.entries(ways)) {
      all.set(way, text(await ask(reader, about), about));
    }
    told.set(name, all);
  }
  return told;
}

/** The ways in which somebody was told something else than before. */
export const differing = (one: Told, other: Told, reader: string): string[] =>
  Object.keys(ways).filter((way) => one.get(reader)?.get(way) !== other.get(reader)?.get(way));

/** As many as will be played, under numbers nobody has. */
const madeUp = (): Case[] =>
  Array.from({ length: 12 }, (_, nth) => ({
    id: newId(),
    caseNumber: `2099010100${String(nth).padStart(2, '0')}`,
    voiceId: newId(),
  }));

export interface World {
  readers: Readers;
  /** While there is no complaint. */
  about: Accusing;
  /** Plays the complaints, and has whoever they are about recused. */
  complain(): Promise<Accusing>;
}

const made = () => ({ cases: madeUp(), period: lastDays(60, new Date(), zone) });

/** They complain of a street; a community below it has them in the end. */
export async function unitWorld(): Promise<World> {
  await ready();
  const below = await communityBelow();
  const readers = await ofTheUnit(below);
  await supervisedBy(readers);
  const about = {
    ...made(),
    marker: '柳湾暴躁',
    phone: '13800001111',
    unitIds: [unitId('liuwan'), below.id],
    personIds: idsOf(readers),
  };
  const handler = one(readers, 'handler of a unit below');
  return worldOf(readers, about, async (phrase) => {
    const complaint = {
      ...phrase,
      handler,
      assignee: handler,
      assigner: one(readers, 'leader of a unit below'),
      caller: person('maqiang'),
    };
    const cases = await playAll(complaint);
    for (const it of cases) await barUnit(it);
    return withMerged(cases, complaint);
  });
}

/** They complain of people, one of every role. */
export async function personWorld(): Promise<World> {
  await ready();
  const { readers, personIds } = await named();
  const assignee = await colleague();
  await supervisedBy(readers);
  const about = {
    ...made(),
    marker: '住建傲慢',
    phone: '13800002222',
    unitIds: [unitId('heating'), unitId('chengguan'), unitId('housing')],
    personIds: [...idsOf(readers), assignee.personId],
  };
  const handler = one(readers, 'handler named in person');
  const { unitId: housing, unitPath } = handler;
  // Of the unit that keeps it, only for the playing.
  const assigner = { ...one(readers, 'leader named in person'), unitId: housing, unitPath };
  return worldOf(readers, about, async (phrase) => {
    const caller = person('zhaolimin');
    const complaint = { ...phrase, handler, assignee, assigner, caller };
    const cases = await playAll(complaint);
    for (const it of cases) await barPeople(it, personIds);
    const all = await withMerged(cases, complaint);
    await db().person.update({
      where: { id: assignee.personId },
      data: { disabledAt: new Date() },
    });
    return all;
  });
}

type Phrase = Omit<Complaint, 'handler' | 'assignee' | 'assigner' | 'caller'>;

/** The last one becomes part of a case that bars nobody itself. */
async function withMerged(cases: readonly Case[], complaint: Complaint): Promise<Case[]> {
  const source = cases.at(-1);
  if (!source) throw new Error('nothing to merge');
  return [...cases, await mergedInto(source, complaint)];
}

function worldOf(
  readers: Readers,
  about: Accusing,
  playThem: (phrase: Phrase) => Promise<Case[]>,
): World {
  const { marker, phone, unitIds } = about;
  return {
    readers,
    about,
    complain: async () => {
      const { id } = await db().category.findFirstOrThrow({ where: { retiredAt: null } });
      const [ownerId = ''] = unitIds;
      const phrase = { marker, phone, through: unitIds, called: unitIds, ownerId, categoryId: id };
      const cases = await playThem(phrase);
      for (const it of cases) {
        await reachNobody(it);
        await pointTo(it);
      }
      await sweepAfterEffects();
      return { ...about, cases };
    },
  };
}

const idsOf = (readers: Readers) => [...readers.values()].map((it) => it.personId);

function one(readers: Readers, name: string): PersonActor {
  const found = readers.get(name);
  if (!found) throw new Error(`nobody is ${name}`);
  return found;
}

async function supervisedBy(readers: Readers): Promise<void> {
  const officers = [...readers].filter(([name]) => name.startsWith('supervisor'));
  await db().supervisionOfficer.createMany({
    data: officers.map(([, { personId }]) => ({ level: 1, personId })),
  });
}

async function barUnit({ id, voiceId }: Case): Promise<void> {
  const input = { unitId: unitId('liuwan'), reason: '说的就是他们' };
  const done = await perform({ appealId: id, verb: 'recuse', input }, mintVoice(voiceId, id));
  if (!done.ok) throw new Error(JSON.stringify(done));
}

/** The leader last: with the leader the whole unit is barred. */
async function barPeople({ id }: Case, personIds: readonly string[]): Promise<void> {
  const leader = personIds[roleNames.indexOf('leader')] ?? '';
  for (const personId of [...personIds.filter((it) => it !== leader), leader]) {
    const input = { whom: 'person', personId, reason: '说的就是这个人' };
    const done = await perform({ appealId: id, verb: 'recuse', input }, person('chenjing'));
    if (!done.ok) throw new Error(JSON.stringify(done));
  }
}

/** As if nobody had been named: beneath the application, which would write another event. */
export const lift = (): Promise<void> =>
  withClient(process.env.DATABASE_URL ?? '', async (client) => {
    await client.query('UPDATE "Recusal" SET "endedAt" = at');
    await client.query(
      `UPDATE "Appeal" SET recused = false, "fallbackIds" = '{}', "fallbackFor" = '{}'`,
    );
  });
