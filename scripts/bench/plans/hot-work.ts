import type { Client } from 'pg';
import { lastDays, periodBefore } from '@/lib/measures/period';
import { mintResident, mintVoice, type PersonActor } from '@/lib/people/actor';
import { nthOf, peopleWith } from '../people';
import { contacted } from '../step';

const zone = 'Asia/Shanghai';

/** What is asked all the time, by a name; done on a generated county, and nothing else is. */
export type HotWork = readonly (readonly [name: string, work: () => Promise<unknown>])[];

/** Every list of the queue, every filter of the search, and each page and step that is taken all day. */
export async function hotWork(hand: Client): Promise<HotWork> {
  return [
    ...(await queues(hand)),
    ...(await searches(hand)),
    ...(await cases(hand)),
    ...(await measures(hand)),
    ...(await front()),
    ...(await sweeps()),
  ];
}

const roles = ['handler', 'leader', 'dispatcher', 'reviewer', 'interviewer', 'supervisor'] as const;

async function one(hand: Client, role: string): Promise<PersonActor> {
  return nthOf(await peopleWith(hand, role), 0);
}

async function queues(hand: Client): Promise<HotWork> {
  const { readInbox } = await import('@/lib/appeals/queries/inbox');
  const { desksOf, listsOf } = await import('@/lib/appeals/queries/inbox-lists');
  const { readOverview } = await import('@/lib/appeals/queries/inbox-overview');
  const { readNotices } = await import('@/lib/notices/staff-notices');
  const work: [string, () => Promise<unknown>][] = [];
  for (const role of roles) {
    const actor = await one(hand, role);
    for (const desk of desksOf(actor)) {
      for (const list of listsOf(desk)) {
        work.push([
          `queue of ${role}, ${desk}/${list}`,
          () => readInbox(actor, desk, list, null, zone),
        ]);
      }
    }
    work.push([`backlog of ${role}`, () => readOverview(actor, new Date(), zone)]);
    work.push([`notices of ${role}`, () => readNotices(actor, null)]);
  }
  return work;
}

async function searches(hand: Client): Promise<HotWork> {
  const { readQuery, searchAppeals } = await import('@/lib/appeals/queries/search');
  const { ageNames } = await import('@/lib/appeals/queries/inbox-ages');
  const { statuses } = await import('@/lib/appeals/lifecycle');
  const { rows } = await hand.query<{ category: string; unit: string; number: string }>(
    `SELECT (SELECT "categoryId" FROM "Appeal" WHERE "categoryId" IS NOT NULL LIMIT 1) AS category,
       (SELECT "unitId" FROM "Assignment" LIMIT 1) AS unit, (SELECT "caseNumber" FROM "Appeal" LIMIT 1) AS number`,
  );
  const { category = '', unit = '', number = '' } = rows[0] ?? {};
  const asked: Record<string, string>[] = [
    {},
    { words: '电梯' },
    { words: '孩子写不了作业' },
    { words: number },
    { category },
    { unit },
    { more: 'again' },
    { more: 'overdue' },
    ...statuses.map((status) => ({ status })),
    ...ageNames.map((age) => ({ age })),
  ];
  const readers = [await one(hand, 'dispatcher'), await one(hand, 'handler')];
  return readers.flatMap((actor) =>
    asked.map((query): HotWork[number] => [
      `search of ${actor.roles.join()} by ${Object.keys(query).join() || 'nothing'} ${query.status ?? query.age ?? ''}`,
      () => searchAppeals(actor, readQuery(query)),
    ]),
  );
}

async function cases(hand: Client): Promise<HotWork> {
  const { viewCase } = await import('@/lib/appeals/queries/case-view');
  const { fileAppeal } = await import('@/lib/appeals/file');
  const { perform } = await import('@/lib/appeals/perform');
  const { readDuplicates, readOffers } = await import('@/lib/similar/duplicates');
  const { searchCaller } = await import('@/lib/contacts/find-caller');
  const atWork = nthOf(await contacted(hand), 0);
  const { rows } = await hand.query<{ caseNumber: string; voiceId: string }>(
    `SELECT a."caseNumber", v.id AS "voiceId" FROM "Appeal" a JOIN "Voice" v ON v."appealId" = a.id
     WHERE a.id = $1 AND v.role = 'filer'`,
    [atWork.appealId],
  );
  const { caseNumber = '', voiceId = '' } = rows[0] ?? {};
  const [dispatcher, operator] = [await one(hand, 'dispatcher'), await one(hand, 'operator')];
  const told = {
    ...{
      appealId: null,
      title: '电梯坏了',
      what: '电梯坏了三天，老人下不了楼',
      place: '安泉里 3 号楼',
    },
    ...{ point: null, filedAt: new Date(), trial: false },
  };
  const said = { how: 'telephone', said: '又打了一次电话' };
  return [
    ['case of a unit', () => viewCase(atWork.actor, caseNumber)],
    ['case of its resident', () => viewCase(mintVoice(voiceId, atWork.appealId), caseNumber)],
    ['duplicates', () => readDuplicates(dispatcher, told)],
    ['like cases for a resident', () => readOffers(told)],
    ['a caller by telephone', () => searchCaller(operator, { phone: '13300001234' })],
    ['filing', () => fileAppeal({ input: { what: told.what, place: told.place } }, mintResident())],
    [
      'a step',
      () => perform({ appealId: atWork.appealId, verb: 'contact', input: said }, atWork.actor),
    ],
  ];
}

async function measures(hand: Client): Promise<HotWork> {
  const { overview } = await import('@/lib/measures/queries');
  const { casesBehind } = await import('@/lib/measures/cases');
  const supervisor = await one(hand, 'supervisor');
  const at = new Date();
  const period = lastDays(30, at, zone);
  const ask = { period, compareWith: periodBefore(period, zone), unit: null, at };
  const which = { measure: 'solved', which: 'no', origin: 'own' } as const;
  return [
    ['supervision', () => overview(supervisor, ask)],
    ['the cases behind a number', () => casesBehind(supervisor, { ...ask, ...which })],
  ];
}

async function front(): Promise<HotWork> {
  const { readTopics } = await import('@/lib/appeals/queries/front');
  const { choicesShown, listShown } = await import('@/lib/publication/read-shown');
  return [
    ['topics of the front page', readTopics],
    ['cases shown to all', () => listShown({ category: undefined, area: undefined }, null)],
    ['choices among them', choicesShown],
  ];
}

async function sweeps(): Promise<HotWork> {
  const { sweepAll } = await import('@/lib/jobs/sweep-all');
  const { dueNotices } = await import('@/lib/jobs/due-notices');
  return [
    ['sweeps', sweepAll],
    ['notices that are due', dueNotices],
  ];
}
