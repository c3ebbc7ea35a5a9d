import type { Status } from '@/lib/appeals/lifecycle';
import { visibleInSql } from '@/lib/appeals/queries/visible-in-sql';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { may, type PersonActor } from '@/lib/people/actor';

export interface ToLookAt {
  caseNumber: string;
  title: string;
  voiceLocale: string;
  status: Status;
  agreedAt: Date;
  /** Shown already, and answered since. */
  shownBefore: boolean;
}

const mostListed = 100;

export const looksAtShowings = (actor: PersonActor): boolean => may(actor, 'review');

/** How many they are, for statements that are written by hand. */
export const toLookAtInSql = (actor: PersonActor): Prisma.Sql =>
  Prisma.sql`(SELECT count(*)::int ${waiting(actor)})`;

/**
 * Cases whose filers agreed that everybody may read them and that nobody has looked at yet, or that were answered
 * after they were shown; answered ones first, the longest waiting first.
 */
export async function readToLookAt(actor: PersonActor): Promise<ToLookAt[]> {
  if (!looksAtShowings(actor)) return [];
  return db().$queryRaw<ToLookAt[]>`
    SELECT a."caseNumber", d.title, v.locale AS "voiceLocale", a.status, h.at AS "agreedAt",
      h."shownSeq" IS NOT NULL AS "shownBefore"
    ${waiting(actor)}
    ORDER BY a.status IN ('resolved', 'closed') DESC, h.at, h.id LIMIT ${mostListed}`;
}

/** Of what everybody may be shown, what nobody has looked at as it now stands; never by a unit that had it. */
const waiting = (actor: PersonActor): Prisma.Sql => Prisma.sql`
    FROM "Showing" h JOIN "Appeal" a ON a.id = h."appealId" JOIN "Detail" d ON d."appealId" = a.id
    JOIN LATERAL (
      SELECT o.locale, o.secret FROM "Voice" o WHERE o."appealId" = a.id AND o.role = 'filer' LIMIT 1) v ON NOT v.secret
    WHERE h."endedAt" IS NULL AND NOT EXISTS (SELECT FROM "Recusal" x WHERE x."appealId" = a.id) AND NOT a."namesPerson" AND NOT a.trial AND a.kind <> 'report'
      AND a."closedAs" IS DISTINCT FROM 'merged' AND a."closedAs" IS DISTINCT FROM 'withdrawn'
      AND (h."shownSeq" IS NULL OR EXISTS (
        SELECT FROM case_steps(a.id) e WHERE e.seq > h."shownSeq" AND e.verb IN ('resolve', 'answer')))
      AND NOT EXISTS (
        SELECT FROM "Assignment" s WHERE s."appealId" = a.id AND (
          starts_with(s."unitPath", ${actor.unitPath}) OR starts_with(${actor.unitPath}, s."unitPath")))
      AND ${visibleInSql(actor)}`;
