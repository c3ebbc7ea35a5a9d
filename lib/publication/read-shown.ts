import type { ClosedAs, Status } from '@/lib/appeals/lifecycle';
import { type PageKey, writePageKey } from '@/lib/appeals/queries/page-key';
import type { Solved } from '@/lib/appeals/records';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';

export interface Named {
  id: string;
  name: string;
  nameEn: string;
}

/** A case as everybody reads it: words that were checked, how far it is, and what its residents said. */
export interface ShownCase {
  slug: string;
  /** Never printed: neighbours join by a link made of it. */
  appealId: string;
  title: string;
  what: string;
  place: string;
  answer: string | null;
  /** The language it was filed in. */
  locale: string;
  category: Named | null;
  /** The street or township that had it last, itself or through a unit below it. */
  area: Named | null;
  filedAt: Date;
  shownAt: Date;
  status: Status;
  closedAs: ClosedAs | null;
  round: number;
  /** What was said of the last answer that was judged: by one person no, and it is no. */
  solved: Solved | null;
}

/** What is asked of the list; ids of a category, with those below it, and of a street. */
export interface ShownQuery {
  category?: string | undefined;
  area?: string | undefined;
}

const perPage = 20;

/** Newest first, by key; one more than a page is read to know whether there are older ones. */
export async function listShown(
  { category, area }: ShownQuery,
  after: PageKey | null,
): Promise<{ cases: ShownCase[]; older: string | null }> {
  const wanted = [
    Prisma.sql`TRUE`,
    ...(category
      ? [
          Prisma.sql`starts_with(c.path, (SELECT k.path FROM "Category" k WHERE k.id = ${category}::uuid))`,
        ]
      : []),
    ...(area ? [Prisma.sql`u.id = ${area}::uuid`] : []),
    ...(after?.at ? [Prisma.sql`(h."shownAt", h.id) < (${after.at}, ${after.id}::uuid)`] : []),
  ];
  const rows = await read(
    Prisma.sql`${Prisma.join(wanted, ' AND ')} ORDER BY h."shownAt" DESC, h.id DESC LIMIT ${perPage + 1}`,
  );
  const cases = rows.slice(0, perPage);
  const last = cases.at(-1);
  const older =
    rows.length > perPage && last ? writePageKey({ at: last.shownAt, id: last.id }) : null;
  return { cases: cases.map(({ id: _, ...it }) => it), older };
}

/** One case by its address; null also once it is no longer shown. */
export async function readShown(slug: string): Promise<ShownCase | null> {
  if (!/^[0-9a-f]{16}$/.test(slug)) return null;
  const [row] = await read(Prisma.sql`h.slug = ${slug}`);
  if (!row) return null;
  const { id: _, ...shown } = row;
  return shown;
}

/** Categories of the first level and streets of which something is shown, by name. */
export async function choicesShown(): Promise<{ categories: Named[]; areas: Named[] }> {
  const [categories, areas] = await Promise.all([
    db().$queryRaw<Named[]>`
      SELECT DISTINCT k.id, k.name, k."nameEn" FROM ${shownWithPlaces}
      JOIN "Category" k ON k.path = split_part(c.path, '/', 1) || '/' ORDER BY k.name`,
    db().$queryRaw<Named[]>`
      SELECT DISTINCT u.id, u.name, u."nameEn" FROM ${shownWithPlaces} WHERE u.id IS NOT NULL ORDER BY u.name`,
  ]);
  return { categories, areas };
}

const shownWithPlaces = Prisma.sql`"Showing" h JOIN "Appeal" a ON a.id = h."appealId" AND h."shownSeq" IS NOT NULL
  LEFT JOIN "Category" c ON c.id = a."categoryId"
  LEFT JOIN LATERAL (
    SELECT t.id, t.name, t."nameEn" FROM "Assignment" s JOIN "Unit" t
      ON t.kind = 'street' AND starts_with(s."unitPath", t.path)
    WHERE s."appealId" = a.id ORDER BY s."fromAt" DESC, s.id LIMIT 1) u ON TRUE`;

interface Row extends ShownCase {
  id: string;
}

const read = (where: Prisma.Sql) => db().$queryRaw<Row[]>`
  SELECT h.id, h.slug, a.id AS "appealId", h."shownAt", a."filedAt", a.status, a."closedAs", a.round, v.locale,
    w.title, w.what, w.place, w.answer,
    CASE WHEN c.id IS NULL THEN NULL ELSE jsonb_build_object('id', c.id, 'name', c.name, 'nameEn', c."nameEn") END AS category,
    CASE WHEN u.id IS NULL THEN NULL ELSE jsonb_build_object('id', u.id, 'name', u.name, 'nameEn', u."nameEn") END AS area,
    said.solved
  FROM ${shownWithPlaces}
  JOIN LATERAL (
    SELECT max(x.body) FILTER (WHERE x.field = 'title') AS title, max(x.body) FILTER (WHERE x.field = 'what') AS what,
      max(x.body) FILTER (WHERE x.field = 'place') AS place, max(x.body) FILTER (WHERE x.field = 'answer') AS answer
    FROM "Text" x WHERE x."appealId" = a.id AND x.seq = h."shownSeq") w ON w.title IS NOT NULL AND w.what IS NOT NULL
  JOIN LATERAL (
    SELECT o.locale FROM "Voice" o WHERE o."appealId" = a.id ORDER BY o."joinedAt", o.id LIMIT 1) v ON TRUE
  LEFT JOIN LATERAL (
    SELECT CASE WHEN bool_or(d.solved = 'no') THEN 'no' WHEN bool_or(d.solved = 'partly') THEN 'partly' ELSE 'yes' END AS solved
    FROM "Verdict" d JOIN "Round" r ON r.id = d."roundId"
    WHERE d."appealId" = a.id AND d.occasion = 'closing'
    GROUP BY r.number ORDER BY r.number DESC LIMIT 1) said ON TRUE
  WHERE h."shownSeq" IS NOT NULL AND ${where}`;
