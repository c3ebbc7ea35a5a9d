import { Prisma } from '@/lib/db/generated/client';
import { againstLikeUnits } from './like-units';
import { verdictsIn } from './rows';

const cases = 3;

/**
 * Telephones with three or more cases at one unit within a year, every one of them *solved*, of all telephones
 * that gave the unit a verdict. Cases that were made up with a few borrowed numbers look like this; so does
 * whoever files for old neighbours. The number itself is nowhere: it is known by its keyed hash.
 */
export const samePhone = againstLikeUnits(
  'year',
  (period) => Prisma.sql`
    WITH phone AS (
      SELECT s."unitId", c."phoneHash", array_agg(DISTINCT s."appealId"::text) AS ids,
        count(DISTINCT s."appealId") >= ${cases} AND bool_and(s.good) AS hit
      FROM (${verdictsIn(period)}) AS s JOIN "Contact" c ON c."voiceId" = s."voiceId"
      WHERE c."phoneHash" IS NOT NULL GROUP BY 1, 2)
    SELECT p."unitId", count(*)::int AS n, (count(*) FILTER (WHERE p.hit))::int AS k,
      coalesce((SELECT array_agg(DISTINCT one) FROM phone q, unnest(q.ids) AS one
        WHERE q."unitId" = p."unitId" AND q.hit), '{}') AS cases
    FROM phone p GROUP BY p."unitId"`,
);
