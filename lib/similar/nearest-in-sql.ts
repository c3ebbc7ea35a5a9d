import { Prisma } from '@/lib/db/generated/client';
import { keyOf } from './keywords';
import type { Reader } from './reader';
import { type Counts, mostCounted } from './score';
import type { Told } from './told';
import type { Words } from './words';

interface Search {
  /** The words asked for. */
  asked: readonly string[];
  /** Condition on a keyword `k`: how far back. */
  within: Prisma.Sql;
  /** Cases that go on to be looked at. */
  most: number;
}

/**
 * The cases that share the most with a told one, as `near (id, likely)`, and `counted (word, n)`: the first
 * tables of a statement. Of each word the newest cases alone are read, so that a word everybody uses costs
 * no more than a rare one, and counts for less. Whoever reads is told nothing by cases they are barred from.
 */
export function nearestInSql(
  { barred }: Reader,
  { appealId }: Told,
  { weights }: Words,
  { asked, within, most }: Search,
): Prisma.Sql {
  const keys = asked.map(keyOf);
  const heavy = asked.map((it) => weights.get(it) ?? 0);
  return Prisma.sql`
    barred AS MATERIALIZED (${barred}),
    posted AS MATERIALIZED (
      SELECT q.word, q.weight, p.id
      FROM unnest(${keys}::int[], ${heavy}::float8[]) AS q (word, weight) CROSS JOIN LATERAL (
        SELECT k."appealId" AS id FROM "Keyword" k
        WHERE k.word = q.word AND ${within} AND NOT k."appealId" IN (SELECT id FROM barred)
        ORDER BY k."filedAt" DESC LIMIT ${Prisma.raw(String(mostCounted))}) AS p),
    counted AS MATERIALIZED (SELECT word, count(*)::int AS n FROM posted GROUP BY word),
    near AS MATERIALIZED (
      SELECT p.id,
        sum(p.weight * greatest(0.05, 1 - ln(1 + c.n) / ln(1 + ${Prisma.raw(String(mostCounted))}))) AS likely
      FROM posted p JOIN counted c USING (word)
      WHERE p.id IS DISTINCT FROM ${appealId}::uuid
      GROUP BY p.id ORDER BY likely DESC, p.id LIMIT ${Prisma.raw(String(most))})`;
}

/** Column with what was counted, for `countsOf`. */
export const countsInSql = Prisma.sql`(SELECT jsonb_object_agg(word, n) FROM counted) AS counts`;

export function countsOf(
  asked: readonly string[],
  rows: readonly { counts: Record<string, number> | null }[],
): Counts {
  const counts = rows[0]?.counts ?? {};
  return new Map(asked.map((it) => [it, counts[String(keyOf(it))] ?? 0]));
}
