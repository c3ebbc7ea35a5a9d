import { Prisma } from '@/lib/db/generated/client';
import { againstLikeUnits } from './like-units';
import { countedBy, verdictsIn } from './rows';

const minutes = 15;

/**
 * Good verdicts given within a quarter of an hour after the unit that answered had opened the resident's number,
 * spoken with them or written to them, of all verdicts. Answers that were dictated look like this; so does a
 * unit that calls to say it is done, which is why units like it are the measure.
 */
export const afterContact = againstLikeUnits('quarter', (period) =>
  countedBy(Prisma.sql`
    SELECT s."unitId", s."appealId", s.good AND (
      EXISTS (SELECT FROM "Reveal" o WHERE o."appealId" = s."appealId" AND o."unitId" = s."unitId"
        AND o."voiceId" IS NOT NULL AND o.at <= s.at AND o.at > s.at - make_interval(mins => ${minutes}::int))
      OR EXISTS (SELECT FROM case_steps(s."appealId") e WHERE e."unitId" = s."unitId"
        AND e.verb IN ('contact', 'missContact', 'message') AND e.at <= s.at
        AND e.at > s.at - make_interval(mins => ${minutes}::int))) AS hit
    FROM (${verdictsIn(period)}) AS s`),
);
