import { Prisma } from '@/lib/db/generated/client';
import { againstLikeUnits } from './like-units';
import { countedBy, during, judged } from './rows';

const hours = 48;

/**
 * Cases that were withdrawn within two days after the unit that had them had spoken with the resident, visited,
 * written or opened the number, of all cases it was given. Much is settled by a call; units like it are the
 * measure.
 */
export const withdrawn = againstLikeUnits('quarter', (period) =>
  countedBy(Prisma.sql`
    SELECT s."unitId", s."appealId", bool_or(w.id IS NOT NULL AND (
      EXISTS (SELECT FROM case_steps(s."appealId") e WHERE e."unitId" = s."unitId"
        AND e.verb IN ('contact', 'missContact', 'message') AND e.at <= w.at
        AND e.at > w.at - make_interval(hours => ${hours}::int))
      OR EXISTS (SELECT FROM "Reveal" o WHERE o."appealId" = s."appealId" AND o."unitId" = s."unitId"
        AND o."voiceId" IS NOT NULL AND o.at <= w.at
        AND o.at > w.at - make_interval(hours => ${hours}::int)))) AS hit
    FROM "Assignment" s JOIN "Appeal" a ON a.id = s."appealId"
    LEFT JOIN case_steps(s."appealId") w ON w.verb = 'withdraw' AND w.at >= s."fromAt"
      AND (s."untilAt" IS NULL OR w.at <= s."untilAt")
    WHERE s.role = 'lead' AND ${judged} AND ${during(Prisma.sql`s."fromAt"`, period)}
    GROUP BY 1, 2`),
);
