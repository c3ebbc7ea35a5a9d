import type { ClosedAs, Status } from '@/lib/appeals/lifecycle';
import type { Named } from '@/lib/appeals/queries/case-view';
import { visibleInSql } from '@/lib/appeals/queries/visible-in-sql';
import { db, planned } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { PersonActor } from '@/lib/people/actor';
import { tellingOf } from './keywords';
import { countsInSql, countsOf, nearestInSql } from './nearest-in-sql';
import { asStaff } from './reader';
import { leastSimilar, sameKind } from './score';
import type { Told } from './told';
import { wordsOf } from './words';

/** An answered case of the same kind: who answered it and how it went. */
export interface Similar {
  appealId: string;
  caseNumber: string;
  title: string;
  place: string;
  filedAt: Date;
  status: Status;
  closedAs: ClosedAs | null;
  category: Named | null;
  /** The unit whose answer the residents judged last. */
  unit: Named | null;
  /** What they said of that answer, the worst where they differ; null: nobody has. */
  solved: 'yes' | 'partly' | 'no' | null;
  rounds: number;
  /** How often a unit sent it back as not theirs. */
  sentBack: number;
  /** 0 to 1. */
  score: number;
  words: string[];
}

interface Row extends Omit<Similar, 'score' | 'words'> {
  what: string;
  counts: Record<string, number> | null;
}

/**
 * Answered cases of the same kind, the most similar first: more than a page shows, since what they were filed
 * under speaks for a category. Declined, withdrawn and merged ones were never answered.
 */
export async function readSimilarSolved(actor: PersonActor, told: Told): Promise<Similar[]> {
  const own = wordsOf(told);
  const asked = tellingOf(own, 14);
  const named = (alias: string) => {
    const column = (name: string) => Prisma.raw(`${alias}."${name}"`);
    return Prisma.sql`CASE WHEN ${column('id')} IS NOT NULL THEN jsonb_build_object(
      'id', ${column('id')}, 'name', ${column('name')}, 'nameEn', ${column('nameEn')}) END`;
  };
  const rows = await db().$queryRaw<Row[]>`${planned}
    WITH ${nearestInSql(asStaff(actor), told, own, { asked, within: Prisma.sql`TRUE`, most: 250 })},
    found AS MATERIALIZED (
      SELECT a.*, near.likely
      FROM near JOIN "Appeal" a ON a.id = near.id
      WHERE a.trial = ${told.trial} AND a.status IN ('resolved', 'closed')
        AND (a."closedAs" IS NULL OR a."closedAs" NOT IN ('declined', 'withdrawn', 'merged'))
        AND ${visibleInSql(actor)}
      ORDER BY near.likely DESC, a.id LIMIT 30)
    SELECT a.id AS "appealId", a."caseNumber", d.title, d.what, d.place, a."filedAt", a.status,
      a."closedAs", a.round AS rounds, ${named('c')} AS category, ${named('u')} AS unit,
      (SELECT CASE WHEN bool_or(v.solved = 'no') THEN 'no' WHEN bool_or(v.solved = 'partly') THEN 'partly'
         WHEN bool_or(v.solved = 'yes') THEN 'yes' END
       FROM "Verdict" v WHERE v."roundId" = r.id AND v.occasion = 'closing') AS solved,
      (SELECT count(*)::int FROM "Assignment" s
       WHERE s."appealId" = a.id AND s."endedAs" = 'sentBack') AS "sentBack", ${countsInSql}
    FROM found a JOIN "Detail" d ON d."appealId" = a.id
      LEFT JOIN "Category" c ON c.id = a."categoryId"
      LEFT JOIN LATERAL (SELECT w.id, w."unitId" FROM "Round" w
        WHERE w."appealId" = a.id AND w."resolvedAt" IS NOT NULL ORDER BY w.number DESC LIMIT 1) AS r ON TRUE
      LEFT JOIN "Unit" u ON u.id = r."unitId"`;
  const counts = countsOf(asked, rows);
  return rows
    .map(({ what, counts: _, ...row }): Similar => {
      const { score, words } = sameKind(own, wordsOf({ ...row, what }), counts);
      return { ...row, score, words };
    })
    .filter((it) => it.score >= leastSimilar)
    .sort((a, b) => b.score - a.score || (a.caseNumber < b.caseNumber ? -1 : 1));
}
