import { v7 as newId } from 'uuid';
import { type Database, db, planned } from '@/lib/db/client';
import { mintPerson, type PersonActor } from '@/lib/people/actor';
import { now } from '@/lib/time/now';
import { sessionSeconds } from './session-cookie';

export interface LiveSession {
  id: string;
  expiresAt: Date;
  actor: PersonActor;
  unitName: string;
  unitNameEn: string;
}

interface Found {
  expiresAt: Date;
  id: string;
  name: string;
  roles: string[];
  unitId: string;
  unitPath: string;
  unitName: string;
  unitNameEn: string;
  isFallback: boolean;
}

/** @returns the id of the new session. */
export async function openSession(personId: string): Promise<string> {
  const expiresAt = new Date(now().getTime() + sessionSeconds * 1000);
  const session = await db().session.create({ data: { id: newId(), personId, expiresAt } });
  return session.id;
}

export async function endSession(id: string): Promise<void> {
  await db().session.updateMany({ where: { id, endedAt: null }, data: { endedAt: now() } });
}

export async function endSessionsOf(personId: string, database: Database = db()): Promise<void> {
  await database.session.updateMany({
    where: { personId, endedAt: null },
    data: { endedAt: now() },
  });
}

/**
 * Who acts under a session, as the database knows them this moment: whoever was disabled, or whose
 * session was ended, is out; changed roles and units hold at once. One statement, since every page asks.
 */
export async function liveSession(id: string): Promise<LiveSession | null> {
  const [found] = await db().$queryRaw<Found[]>`${planned}
    SELECT s."expiresAt", p.id, p.name, p.roles, u.id AS "unitId", u.path AS "unitPath",
      u.name AS "unitName", u."nameEn" AS "unitNameEn",
      EXISTS (SELECT FROM "Fallback" f WHERE f."personId" = p.id) AS "isFallback"
    FROM "Session" s JOIN "Person" p ON p.id = s."personId" JOIN "Unit" u ON u.id = p."unitId"
    WHERE s.id = ${id}::uuid AND s."endedAt" IS NULL AND s."expiresAt" > ${now()}
      AND p."disabledAt" IS NULL`;
  if (!found) return null;
  const { expiresAt, unitName, unitNameEn, ...person } = found;
  return { id, expiresAt, unitName, unitNameEn, actor: mintPerson(person) };
}
