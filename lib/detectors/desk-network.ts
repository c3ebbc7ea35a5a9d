import type { Database } from '@/lib/db/client';
import type { Detector, Window } from './detector';
import { beyond, type Counted } from './like-units';
import { verdictsIn } from './rows';

type Row = Counted & { others: number; othersThere: number };

/** Networks are local: neighbours of a unit are more often on one with it than people of the whole county. */
const nearness = 2;
const leastUsual = 0.02;
/** Of a unit's sign-ins: a network seldomer than this is somebody's home, or the train. */
const leastOfDesk = 0.2;

/**
 * Good verdicts on a unit's answers that came from a network on which its people work, from a device that judged
 * cases of two telephones or more, of all verdicts whose trace is known. What is usual: the share of such verdicts
 * on *other* units' answers that came from those networks, doubled. So neither a carrier whose customers share
 * addresses tells anything, where each judges with a telephone of their own, nor the hall where residents are helped.
 */
export const deskNetwork: Detector = {
  span: 'quarter',
  async find(database: Database, { quarter }: Window) {
    const rows = await database.$queryRaw<Row[]>`
      WITH said AS MATERIALIZED (
        SELECT s."unitId", s."appealId", s.good, t.network, t.device, coalesce(c."phoneHash", s."voiceId"::text) AS who
        FROM (${verdictsIn(quarter)}) AS s JOIN "VerdictTrace" t ON t."verdictId" = s.id
        LEFT JOIN "Contact" c ON c."voiceId" = s."voiceId"),
      lent AS (SELECT device FROM said GROUP BY device HAVING count(DISTINCT who) > 1),
      signed AS (
        SELECT p."unitId", e.trace AS network, count(*) AS times, sum(count(*)) OVER (PARTITION BY p."unitId") AS "inAll"
        FROM "Session" e JOIN "Person" p ON p.id = e."personId"
        WHERE e.trace IS NOT NULL AND e."createdAt" >= ${quarter.from} AND e."createdAt" < ${quarter.until}
        GROUP BY 1, 2),
      desk AS (SELECT "unitId", network FROM signed WHERE times >= ${leastOfDesk}::float8 * "inAll"),
      own AS (
        SELECT s."unitId", count(*)::int AS n, (count(*) FILTER (WHERE x.hit))::int AS k,
          coalesce(array_agg(DISTINCT s."appealId"::text) FILTER (WHERE x.hit), '{}') AS cases
        FROM said s LEFT JOIN desk d ON d."unitId" = s."unitId" AND d.network = s.network
        LEFT JOIN lent l ON l.device = s.device
        CROSS JOIN LATERAL (SELECT s.good AND d.network IS NOT NULL AND l.device IS NOT NULL AS hit) x
        GROUP BY s."unitId"),
      there AS (
        SELECT d."unitId", count(*)::int AS n FROM desk d
        JOIN said s ON s.network = d.network AND s."unitId" <> d."unitId" JOIN lent l ON l.device = s.device
        GROUP BY d."unitId")
      SELECT o."unitId"::text, o.n, o.k, o.cases, ((SELECT count(*) FROM said) - o.n)::int AS others,
        coalesce(t.n, 0) AS "othersThere"
      FROM own o LEFT JOIN there t ON t."unitId" = o."unitId"`;
    const shared = new Map(rows.map((it) => [it.unitId, it]));
    return beyond(rows, ({ unitId }) => {
      const { others = 0, othersThere = 0 } = shared.get(unitId) ?? {};
      return Math.min(1, Math.max(leastUsual, (nearness * othersThere) / Math.max(1, others)));
    });
  },
};
