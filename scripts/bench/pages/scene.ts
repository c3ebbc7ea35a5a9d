import type { Client } from 'pg';
import type { PersonActor } from '@/lib/people/actor';
import { peopleWith } from '../people';
import { type Browser, openBrowser } from './browser';
import { sessionOf } from './session';

/** A case a unit is at work on, and one of its handlers at a browser. */
export interface CaseAtWork {
  id: string;
  caseNumber: string;
  /** The step at which its forms are drawn. */
  step: number;
  browser: Browser;
}

/** A case as the person who filed it follows it. */
export interface FollowedCase {
  caseNumber: string;
  title: string;
  browser: Browser;
}

export interface Scene {
  url: string;
  hand: Client;
  /** Somebody with this role, signed in: the nth of those who have most to do. */
  person(role: string, nth: number): Promise<{ actor: PersonActor; browser: Browser }>;
  /** Steps are added to these, as long as it is measured. */
  atWork: readonly CaseAtWork[];
  /** These stay as the generator made them, so that their stories are no longer than a case's are. */
  read: readonly CaseAtWork[];
  followed: readonly FollowedCase[];
}

/** So many people of a role take turns. */
const mostPeople = 16;
const mostCases = 2_000;
const mostFollowed = 200;

export async function setScene(url: string, hand: Client): Promise<Scene> {
  const browsers = new Map<string, Browser>();
  const browserOf = async (personId: string): Promise<Browser> => {
    const known = browsers.get(personId);
    if (known) return known;
    const opened = openBrowser(url, [await sessionOf(personId)]);
    browsers.set(personId, opened);
    return opened;
  };
  const busiest = await unitsByWork(hand);
  const people = new Map<string, PersonActor[]>();
  const cases = await casesAtWork(hand, browserOf);
  return {
    url,
    hand,
    async person(role, nth) {
      const all = people.get(role) ?? (await peopleWith(hand, role)).toSorted(byWork(busiest));
      people.set(role, all);
      const actor = all[nth % Math.min(all.length, mostPeople)];
      if (!actor) throw new Error(`nobody is ${role}`);
      return { actor, browser: await browserOf(actor.personId) };
    },
    atWork: cases.filter(({ id }) => !isRead(id)),
    read: cases.filter(({ id }) => isRead(id)),
    followed: await followedCases(url, hand),
  };
}

/** The same half in every run on the same county. */
const isRead = (id: string): boolean => Number.parseInt(id.slice(-1), 16) % 2 === 1;

const byWork =
  (units: ReadonlyMap<string, number>) =>
  (a: PersonActor, b: PersonActor): number =>
    (units.get(b.unitId) ?? 0) - (units.get(a.unitId) ?? 0);

async function unitsByWork(hand: Client): Promise<Map<string, number>> {
  const { rows } = await hand.query<{ unitId: string; turns: number }>(
    `SELECT "unitId", count(*)::int AS turns FROM "Turn" WHERE "unitId" IS NOT NULL GROUP BY 1`,
  );
  return new Map(rows.map((it) => [it.unitId, it.turns]));
}

/** Contacted and not waiting for anything: another call can be written down, again and again. */
async function casesAtWork(
  hand: Client,
  browserOf: (personId: string) => Promise<Browser>,
): Promise<CaseAtWork[]> {
  const { rows } = await hand.query<Omit<CaseAtWork, 'browser'> & { personId: string }>(
    `SELECT a.id, a."caseNumber", a.step, p.id AS "personId"
     FROM "Appeal" a JOIN "Assignment" s ON s."appealId" = a.id AND s."untilAt" IS NULL AND s.role = 'lead'
     JOIN LATERAL (SELECT * FROM "Person" p WHERE p."unitId" = s."unitId" AND 'handler' = ANY (p.roles)
       AND p."disabledAt" IS NULL ORDER BY p.id LIMIT 1) p ON true
     WHERE a.status = 'contacted' AND NOT a.recused AND NOT a."namesPerson"
       AND NOT EXISTS (SELECT FROM "Question" q WHERE q."appealId" = a.id AND q."endedAt" IS NULL)
     ORDER BY a."filedAt" DESC LIMIT $1`,
    [mostCases],
  );
  if (rows.length < 2) throw new Error('no two cases are being worked on');
  const cases: CaseAtWork[] = [];
  for (const { personId, ...it } of rows) {
    cases.push({ ...it, browser: await browserOf(personId) });
  }
  return cases;
}

/** Each opens the private link once, as it was sent, and has the cookie from then on. */
async function followedCases(url: string, hand: Client): Promise<FollowedCase[]> {
  const { privatePath } = await import('@/lib/auth/link-token');
  const { rows } = await hand.query<
    Omit<FollowedCase, 'browser'> & { id: string; generation: number }
  >(
    `SELECT a."caseNumber", d.title, v.id, v.generation
     FROM "Appeal" a JOIN "Detail" d ON d."appealId" = a.id
     JOIN "Voice" v ON v."appealId" = a.id AND v.role = 'filer' AND v."leftAt" IS NULL
     WHERE a.status <> 'filed' ORDER BY a."filedAt" DESC LIMIT $1`,
    [mostFollowed],
  );
  const cases: FollowedCase[] = [];
  for (const { id, generation, ...it } of rows) {
    const browser = openBrowser(url);
    await browser.get(privatePath({ id, generation }));
    cases.push({ ...it, browser });
  }
  return cases;
}
