import { Prisma } from '@/lib/db/generated/client';
import { againstLikeUnits } from './like-units';
import { answersIn, countedBy } from './rows';

const minutes = 10;

/** Answers within ten minutes of the unit being given the case, of all its answers. */
export const quick = againstLikeUnits('quarter', (period) =>
  countedBy(Prisma.sql`
    SELECT r."unitId", r."appealId", EXISTS (
      SELECT FROM "Assignment" s WHERE s."roundId" = r.id AND s."unitId" = r."unitId" AND s.role = 'lead'
        AND s."fromAt" > r.at - make_interval(mins => ${minutes}::int)) AS hit
    FROM (${answersIn(period)}) AS r`),
);
