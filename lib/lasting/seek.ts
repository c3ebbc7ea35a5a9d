import { db, type Transaction } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { metresOfDegree, pointOf } from '@/lib/places/point';
import { nearMetres, sameMetres } from '@/lib/similar/score';
import { isFix, spanOf } from './rows';
import { longest } from './watch';
import { type Key, whereaboutsOf } from './whereabouts';

/** A case that is to be held against others. */
export interface Sought {
  appealId: string;
  filedAt: Date;
  place: string;
  lat: number | null;
  lon: number | null;
  /** Null: it has none, so that nothing is about the same. */
  subjectId: string | null;
}

type Keyed = Key & { appealId: string; subjectId: string; filedAt: Date };

/**
 * Writes where these cases are, and holds each against all others: as one that came after an answer, and as one
 * whose answer others came after. What no longer holds goes. Twice does nothing more, in whatever order they come.
 *
 * @returns how many after-effects are new.
 */
export function seekAfterEffects(cases: readonly Sought[]): Promise<number> {
  const ids = cases.map((it) => it.appealId);
  const keys = cases.map(keysOf);
  return db().$transaction(async (transaction) => {
    // One after another: a sweep by hand may meet the worker's.
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('after-effects'))`;
    await transaction.whereabout.deleteMany({ where: { appealId: { in: ids } } });
    await write(
      transaction,
      keys.flatMap((it) => it.kept),
    );
    return link(
      transaction,
      ids,
      keys.flatMap((it) => it.sought),
    );
  });
}

function keysOf({
  appealId,
  filedAt,
  subjectId,
  place,
  ...at
}: Sought): Record<'kept' | 'sought', Keyed[]> {
  if (subjectId === null) return { kept: [], sought: [] };
  const { kept, sought } = whereaboutsOf(place, pointOf(at));
  const own = (it: Key): Keyed => ({ ...it, appealId, subjectId, filedAt });
  return { kept: kept.map(own), sought: sought.map(own) };
}

const write = (transaction: Transaction, rows: readonly Keyed[]) => transaction.$executeRaw`
  INSERT INTO "Whereabout" (key, "topicId", "filedAt", "appealId", kind)
  SELECT DISTINCT ON (q.key, q.id) q.key, q.topic, q.filed, q.id, q.kind
  FROM unnest(${rows.map((it) => it.key)}::bigint[], ${rows.map((it) => it.subjectId)}::uuid[],
    ${rows.map((it) => it.filedAt)}::timestamptz[], ${rows.map((it) => it.appealId)}::uuid[],
    ${rows.map((it) => it.kind)}::text[]) AS q (key, topic, filed, id, kind)`;

const between = Prisma.sql`round(sqrt(
  power((dl.lat - df.lat) * ${metresOfDegree}, 2)
  + power((dl.lon - df.lon) * ${metresOfDegree} * cos(radians(dl.lat)), 2)))::int`;

/**
 * Two cases are at one place where both name the same house; or where their points are that near; or where both
 * name the same estate, not each a house of its own, and no points lie far apart.
 */
async function link(
  transaction: Transaction,
  ids: readonly string[],
  sought: readonly Keyed[],
): Promise<number> {
  const [done] = await transaction.$queryRaw<{ n: number }[]>`
    WITH sought AS (
      SELECT * FROM unnest(${sought.map((it) => it.appealId)}::uuid[], ${sought.map((it) => it.subjectId)}::uuid[],
        ${sought.map((it) => it.key)}::bigint[], ${sought.map((it) => it.kind)}::text[]) AS q (id, topic, key, kind)),
    met AS MATERIALIZED (
      SELECT q.id, w."appealId" AS other, q.topic,
        min(q.key) FILTER (WHERE q.kind = 'spot') AS spot,
        min(q.key) FILTER (WHERE q.kind IN ('name', 'nameBesideSpot')
          AND (q.kind = 'name' OR w.kind = 'name')) AS name
      FROM sought q JOIN "Whereabout" w ON w.key = q.key AND w."topicId" = q.topic
      WHERE w."appealId" <> q.id GROUP BY 1, 2, 3),
    ordered AS (
      SELECT m.topic, m.spot, m.name,
        CASE WHEN x."filedAt" > o."filedAt" THEN o.id ELSE x.id END AS fix,
        CASE WHEN x."filedAt" > o."filedAt" THEN x.id ELSE o.id END AS later,
        greatest(x."filedAt", o."filedAt") AS at
      FROM met m JOIN "Appeal" x ON x.id = m.id JOIN "Appeal" o ON o.id = m.other),
    told AS (
      SELECT r.id AS round, p.later, p.fix, p.at, p.topic, p.spot, p.name, d.metres,
        (SELECT c.key FROM "Whereabout" c WHERE c."appealId" = p.fix AND c.kind = 'cell') AS cell
      FROM ordered p
      JOIN "Round" r ON r."appealId" = p.fix AND ${isFix}
        AND p.at > r."resolvedAt" AND p.at <= r."resolvedAt" + ${spanOf(longest)}
      JOIN "Detail" df ON df."appealId" = p.fix JOIN "Detail" dl ON dl."appealId" = p.later
      CROSS JOIN LATERAL (SELECT ${between} AS metres) d),
    found AS MATERIALIZED (
      SELECT DISTINCT ON (round, later) round, later, fix, at, topic, metres,
        CASE WHEN spot IS NOT NULL THEN 'spot' WHEN metres <= ${sameMetres} THEN 'point' ELSE 'name' END AS how,
        CASE WHEN spot IS NOT NULL THEN spot WHEN metres <= ${sameMetres} THEN coalesce(name, cell) ELSE name END AS place
      FROM told
      WHERE spot IS NOT NULL OR metres <= ${sameMetres}
        OR name IS NOT NULL AND (metres IS NULL OR metres <= ${nearMetres})
      ORDER BY round, later),
    gone AS (
      DELETE FROM "AfterEffect" e
      WHERE (e."laterId" = ANY (${ids}::uuid[]) OR e."fixId" = ANY (${ids}::uuid[]))
        AND NOT EXISTS (SELECT FROM found f WHERE f.round = e."roundId" AND f.later = e."laterId")
        -- Where a case was is told no more once its words are gone; what was found of it stays.
        AND NOT EXISTS (SELECT FROM "Appeal" x WHERE x.id IN (e."laterId", e."fixId") AND x."wordsErasedAt" IS NOT NULL)),
    come AS (
      INSERT INTO "AfterEffect" AS e ("roundId", "laterId", "fixId", at, place, "topicId", how, metres)
      SELECT round, later, fix, at, place, topic, how, metres FROM found
      ON CONFLICT ("roundId", "laterId") DO UPDATE SET place = EXCLUDED.place, "topicId" = EXCLUDED."topicId",
        how = EXCLUDED.how, metres = EXCLUDED.metres
      WHERE (e.place, e."topicId", e.how, e.metres) IS DISTINCT FROM
        (EXCLUDED.place, EXCLUDED."topicId", EXCLUDED.how, EXCLUDED.metres)
      RETURNING xmax = 0 AS new)
    SELECT count(*) FILTER (WHERE new)::int AS n FROM come`;
  return done?.n ?? 0;
}
