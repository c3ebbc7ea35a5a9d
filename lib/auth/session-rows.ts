import { v7 as newId } from 'uuid';
import { type Database, db, planned } from '@/lib/db/client';
import { mintPerson, type PersonActor } from '@/lib/people/actor';
import { now } from '@/lib/time/now';
import { tellSession } from './door-log';
import { mustEnrol } from './factor-rule';
import { sessionSeconds } from './session-cookie';

/** What a session still waits for: a code of the second factor, that one is set up, or another password. */
export type Awaited = 'code' | 'enrolment' | 'password';

/** How long somebody may look for their telephone, or put an authenticator on it. */
const waitingSeconds: Record<Awaited, number> = {
  code: 10 * 60,
  enrolment: 30 * 60,
  password: 30 * 60,
};

export interface LiveSession {
  id: string;
  login: string;
  expiresAt: Date;
  /** When password or code were last given in it. */
  provedAt: Date;
  actor: PersonActor;
  unitName: string;
  unitNameEn: string;
}

interface Found {
  login: string;
  expiresAt: Date;
  provedAt: Date;
  seenAt: Date | null;
  id: string;
  name: string;
  roles: string[];
  unitId: string;
  unitPath: string;
  unitName: string;
  unitNameEn: string;
  isFallback: boolean;
}

/** Where a session was opened, as its owner may know it again. */
export interface Place {
  agent: string;
  network: string;
  /** Keyed hash of the network; null where nobody knows it. */
  trace: string | null;
}

/** Of a session that another house vouches for: when they proved there who they are. */
export interface Vouching {
  provedAt: Date;
}

/** @returns the id of the new session; while it awaits something it opens nothing. */
export async function openSession(
  personId: string,
  awaits: Awaited | null = null,
  place: Place | null = null,
  vouching: Vouching | null = null,
): Promise<string> {
  const seconds = awaits ? waitingSeconds[awaits] : sessionSeconds;
  const at = now();
  const expiresAt = new Date(at.getTime() + seconds * 1000);
  const proved = { provedAt: vouching?.provedAt ?? at, seenAt: at, vouched: vouching !== null };
  const data = { id: newId(), personId, expiresAt, awaits, ...proved, ...place };
  await db().session.create({ data });
  const by = vouching ? 'another house' : 'here';
  tellSession('opened', personId, { by, awaits });
  return data.id;
}

/** What is asked of somebody whose password was right: nothing more, a code, or to set up a second factor. */
export async function awaitedOf(personId: string): Promise<Awaited | null> {
  const [person, { secondFactorFrom }] = await Promise.all([
    db().person.findUniqueOrThrow({
      where: { id: personId },
      select: { roles: true, secondFactor: { select: { confirmedAt: true } } },
    }),
    db().installation.findUniqueOrThrow({ where: { id: 1 }, select: { secondFactorFrom: true } }),
  ]);
  if (person.secondFactor?.confirmedAt) return 'code';
  return mustEnrol(person.roles, secondFactorFrom, now()) ? 'enrolment' : null;
}

export interface WaitingSession {
  id: string;
  personId: string;
  login: string;
  awaits: Awaited;
  vouched: boolean;
}

const notYet = { isNot: { confirmedAt: { not: null } } };

/**
 * A session whose password was right and that opens nothing yet; null when it is over or is none. One that waits
 * for a second factor to be set up is over once there is one: whoever else has the password must not be shown
 * the key of another.
 */
export async function waitingSession(id: string): Promise<WaitingSession | null> {
  const found = await db().session.findFirst({
    where: {
      id,
      endedAt: null,
      expiresAt: { gt: now() },
      person: { disabledAt: null },
      OR: [
        { awaits: { in: ['code', 'password'] } },
        { awaits: 'enrolment', person: { secondFactor: notYet } },
      ],
    },
    select: { personId: true, awaits: true, vouched: true, person: { select: { login: true } } },
  });
  if (!found) return null;
  const { personId, vouched, person } = found;
  const awaits = found.awaits as Awaited;
  return { id, personId, login: person.login, awaits, vouched };
}

/**
 * The same session under another id, proved just now; the one before is over.
 *
 * @returns null where it was over already.
 */
export async function replaceSession(id: string): Promise<string | null> {
  return db().$transaction(async (transaction) => {
    const at = now();
    const where = { id, endedAt: null, awaits: null, expiresAt: { gt: at } };
    const { count } = await transaction.session.updateMany({ where, data: { endedAt: at } });
    if (count === 0) return null;
    const before = await transaction.session.findUniqueOrThrow({ where: { id } });
    const data = { ...before, id: newId(), endedAt: null, provedAt: at };
    return (await transaction.session.create({ data })).id;
  });
}

/** Of a person, those that open something at this instant. */
export async function sessionsOpen(personId: string, at: Date) {
  const idle = await idleMinutes();
  return {
    ...{ personId, endedAt: null, awaits: null, expiresAt: { gt: at } },
    ...(idle && { seenAt: { gt: new Date(at.getTime() - idle * 60_000 - seenEveryMs) } }),
  };
}

/** After how many minutes without anything a session is over (ASVS 5.0, 7.3.1); null: at its end alone. */
export async function idleMinutes(): Promise<number | null> {
  const where = { id: 1 };
  const row = await db().installation.findUniqueOrThrow({ where, select: { idleMinutes: true } });
  return row.idleMinutes;
}

/** Which of somebody's sessions: one, or all but one. */
type Which = { personId: string; id?: string | { not: string } } | { id: string };

/** Ends those that are not over, and tells of it. @returns how many. */
export async function endSessions(which: Which, database: Database = db()): Promise<number> {
  const ended = await database.session.updateManyAndReturn({
    where: { ...which, endedAt: null },
    data: { endedAt: now() },
    select: { personId: true },
  });
  const [one] = ended;
  if (one) tellSession('ended', one.personId, { sessions: ended.length });
  return ended.length;
}

export const endSession = (id: string): Promise<number> => endSessions({ id });

export const endSessionsOf = (personId: string, database?: Database): Promise<number> =>
  endSessions({ personId }, database);

/**
 * Who acts under a session, as the database knows them this moment: whoever was disabled, or whose
 * session was ended, is out; changed roles and units hold at once. So is whoever did nothing for longer than administration lets
 * them, to a minute, and never earlier. One statement, since every page asks.
 *
 * @param does false: a page of theirs asks by itself, which is nothing they did.
 */
export async function liveSession(id: string, does = true): Promise<LiveSession | null> {
  const [found] = await db().$queryRaw<Found[]>`${planned}
    SELECT s."expiresAt", s."provedAt", s."seenAt", p.login, p.id, p.name, p.roles, u.id AS "unitId", u.path AS "unitPath",
      u.name AS "unitName", u."nameEn" AS "unitNameEn",
      EXISTS (SELECT FROM "Fallback" f WHERE f."personId" = p.id) AS "isFallback"
    FROM "Session" s JOIN "Person" p ON p.id = s."personId" JOIN "Unit" u ON u.id = p."unitId"
      JOIN "Installation" i ON i.id = 1
    WHERE s.id = ${id}::uuid AND s."endedAt" IS NULL AND s."expiresAt" > ${now()}
      AND (i."idleMinutes" IS NULL
        OR coalesce(s."seenAt", s."createdAt") > ${now()}::timestamptz - make_interval(mins => i."idleMinutes" + 1))
      AND s.awaits IS NULL
      AND p."disabledAt" IS NULL`;
  if (!found) return null;
  const { login, expiresAt, provedAt, seenAt, unitName, unitNameEn, ...person } = found;
  if (does) await markSeen(id, seenAt);
  return { id, login, expiresAt, provedAt, unitName, unitNameEn, actor: mintPerson(person) };
}

const seenEveryMs = 60_000;

/** Written down once a minute, since every page asks. */
async function markSeen(id: string, seenAt: Date | null): Promise<void> {
  const at = now();
  if (seenAt && at.getTime() - seenAt.getTime() < seenEveryMs) return;
  await db().session.updateMany({ where: { id }, data: { seenAt: at } });
}
