import { notRecusedInSql } from '@/lib/appeals/queries/recused';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { PersonActor } from '@/lib/people/actor';
import { addDays, type CivilDate, instantOf } from '@/lib/time/civil';

export interface ReadingsAsked {
  personId?: string | undefined;
  /** Civil dates, both included. */
  fromOn?: CivilDate | undefined;
  untilOn?: CivilDate | undefined;
}

export interface Reading {
  id: string;
  at: Date;
  person: string;
  unit: string;
  unitEn: string;
  /** A contact or a picture of a case was opened; or cases were looked for by a telephone number. */
  what: 'contact' | 'photo' | 'lookup';
  /** Null where no case was named. */
  caseNumber: string | null;
  /** Null where none was asked for, and once it was erased. */
  reason: string | null;
  /** How many cases were found by the number. */
  found: number | null;
}

const rowsPerPage = 25;

/**
 * Who read whose data, newest first, a page at a time from a key on: what staff did, and nothing of what they
 * read. Cases the reader is barred from are left out.
 */
export async function readReadings(
  actor: PersonActor,
  { personId, fromOn, untilOn }: ReadingsAsked,
  after: { at: Date; id: string } | null,
  zone: string,
): Promise<{ rows: Reading[]; next: { at: Date; id: string } | null }> {
  const within = (row: Prisma.Sql) =>
    Prisma.join(
      [
        personId ? Prisma.sql`${row}."personId" = ${personId}::uuid` : Prisma.sql`TRUE`,
        fromOn ? Prisma.sql`${row}.at >= ${instantOf(fromOn, '00:00', zone)}` : Prisma.sql`TRUE`,
        untilOn
          ? Prisma.sql`${row}.at < ${instantOf(addDays(untilOn, 1), '00:00', zone)}`
          : Prisma.sql`TRUE`,
        after
          ? Prisma.sql`(${row}.at, ${row}.id) < (${after.at}, ${after.id}::uuid)`
          : Prisma.sql`TRUE`,
      ],
      ' AND ',
    );
  const rows = await db().$queryRaw<Reading[]>`
    SELECT x.*, n.name AS person, u.name AS unit, u."nameEn" AS "unitEn" FROM (
      (SELECT l.id, l.at, l."personId", l."unitId", a."caseNumber", l.reason, NULL::int AS found,
        CASE WHEN l."photoId" IS NULL THEN 'contact' ELSE 'photo' END AS what
      FROM "Reveal" l JOIN "Appeal" a ON a.id = l."appealId"
      WHERE ${within(Prisma.sql`l`)} AND ${notRecusedInSql(actor)}
      ORDER BY l.at DESC, l.id DESC LIMIT ${rowsPerPage + 1})
      UNION ALL
      (SELECT k.id, k.at, k."personId", k."unitId", NULL, NULL, k.found, 'lookup' AS what
      FROM "Lookup" k WHERE ${within(Prisma.sql`k`)}
      ORDER BY k.at DESC, k.id DESC LIMIT ${rowsPerPage + 1})
    ) x JOIN "Person" n ON n.id = x."personId" JOIN "Unit" u ON u.id = x."unitId"
    ORDER BY x.at DESC, x.id DESC LIMIT ${rowsPerPage + 1}`;
  const shown = rows.slice(0, rowsPerPage);
  const last = shown.at(-1);
  return {
    rows: shown,
    next: rows.length > rowsPerPage && last ? { at: last.at, id: last.id } : null,
  };
}

/** Whoever has read something, for the filter. */
export function readReaders(): Promise<{ id: string; name: string }[]> {
  return db().$queryRaw`
    SELECT p.id, p.name FROM "Person" p
    WHERE EXISTS (SELECT FROM "Reveal" l WHERE l."personId" = p.id)
      OR EXISTS (SELECT FROM "Lookup" k WHERE k."personId" = p.id)
    ORDER BY p.name, p.id`;
}
