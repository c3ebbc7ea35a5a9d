import type { ClosedAs, Status } from '@/lib/appeals/lifecycle';
import { behindInSql } from '@/lib/appeals/queries/behind-in-sql';
import type { Named } from '@/lib/appeals/queries/case-view';
import { db, planned } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { PersonActor } from '@/lib/people/actor';
import { tellingOf } from './keywords';
import { countsInSql, countsOf, nearestInSql } from './nearest-in-sql';
import { asStaff, asStranger, type Reader } from './reader';
import { isHere, leastOffered, leastSame, nearDays, sameThing } from './score';
import type { Told } from './told';
import { type Matter, wordsOf } from './words';

/** A case that may be about the same thing, and why it is thought so. */
export interface Duplicate {
  appealId: string;
  caseNumber: string;
  title: string;
  place: string;
  category: Named | null;
  filedAt: Date;
  status: Status;
  closedAs: ClosedAs | null;
  /** Residents behind it, those of cases merged into it too. */
  people: number;
  /** Found by the words of a case that is part of it. */
  throughMerged: boolean;
  /** 0 to 1. */
  score: number;
  days: number;
  /** Names of places in both, and other words in both, the most telling first. */
  places: string[];
  words: string[];
  /** Between their points; null where not both have one. */
  metres: number | null;
}

interface Row extends Omit<Duplicate, 'people' | 'score' | 'days' | 'places' | 'words' | 'metres'> {
  behind: { people: number };
  /** The case whose words were found. */
  matched: Matter & { filedAt: string };
  counts: Record<string, number> | null;
}

const most = 5;
/** Closed for longer it is another case, which names the old one. */
const closedDays = 30;
const dayMs = 86_400_000;

/**
 * Open cases, and those closed of late, that may be the same thing as this one: alike in words, at the same
 * place, within ninety days. Of merged ones the case they are part of is told.
 */
export const readDuplicates = (actor: PersonActor, told: Told): Promise<Duplicate[]> =>
  duplicatesFor(asStaff(actor), told);

/** The same for somebody at the front door; what is shown of it never holds another's words. */
export const readOffers = async (told: Told): Promise<Duplicate[]> =>
  (await duplicatesFor(asStranger, told)).filter(
    (it) => (it.places.length > 0 || isHere(it)) && it.score >= leastOffered,
  );

async function duplicatesFor(reader: Reader, told: Told): Promise<Duplicate[]> {
  const own = wordsOf(told);
  const asked = tellingOf(own, 20);
  const since = new Date(told.filedAt.getTime() - nearDays * dayMs);
  const until = new Date(told.filedAt.getTime() + nearDays * dayMs);
  const within = Prisma.sql`k."filedAt" > ${since} AND k."filedAt" < ${until}`;
  const stands = Prisma.sql`(a.status <> 'closed' OR a."closedAt" > now() - interval '${Prisma.raw(String(closedDays))} days')`;
  const rows = await db().$queryRaw<Row[]>`${planned}
    WITH ${nearestInSql(reader, told, own, { asked, within, most: 100 })},
    found AS MATERIALIZED (
      SELECT a.id, a."filedAt", near.likely, coalesce(g."targetId", a.id) AS shown
      FROM near JOIN "Appeal" a ON a.id = near.id
        LEFT JOIN "Merge" g ON g."sourceId" = a.id AND g."untilAt" IS NULL
      WHERE a.trial = ${told.trial} AND (g.id IS NOT NULL OR ${stands}) AND ${reader.sees}
      ORDER BY near.likely DESC, a.id LIMIT 16)
    SELECT a.id AS "appealId", a."caseNumber", d.title, d.place,
      CASE WHEN c.id IS NOT NULL THEN jsonb_build_object(
        'id', c.id, 'name', c.name, 'nameEn', c."nameEn") END AS category, a."filedAt", a.status, a."closedAs",
      found.id <> a.id AS "throughMerged", ${behindInSql(Prisma.sql`a.id`)} AS behind,
      jsonb_build_object('title', m.title, 'what', m.what, 'place', m.place, 'filedAt', found."filedAt",
        'point', CASE WHEN m.lat IS NOT NULL THEN jsonb_build_object('lat', m.lat, 'lon', m.lon) END)
        AS matched, ${countsInSql}
    FROM found JOIN "Appeal" a ON a.id = found.shown JOIN "Detail" d ON d."appealId" = a.id
      JOIN "Detail" m ON m."appealId" = found.id LEFT JOIN "Category" c ON c.id = a."categoryId"
    WHERE a.id IS DISTINCT FROM ${told.appealId}::uuid AND ${stands} AND ${reader.sees}`;
  const counts = countsOf(asked, rows);
  const best = new Map<string, Duplicate>();
  for (const { matched, behind, counts: _, ...row } of rows) {
    const days = Math.abs(told.filedAt.getTime() - new Date(matched.filedAt).getTime()) / dayMs;
    const likeness = sameThing(own, wordsOf(matched), days, counts);
    const known = best.get(row.appealId);
    if (likeness.score < leastSame || (known && known.score >= likeness.score)) continue;
    best.set(row.appealId, {
      ...row,
      ...likeness,
      people: behind.people,
      days: Math.floor(days),
    });
  }
  return [...best.values()].sort(closest).slice(0, most);
}

const closest = (a: Duplicate, b: Duplicate): number =>
  b.score - a.score || (a.caseNumber < b.caseNumber ? -1 : 1);
