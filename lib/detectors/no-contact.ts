import { Prisma } from '@/lib/db/generated/client';
import { againstLikeUnits } from './like-units';
import { answersIn, countedBy } from './rows';

/**
 * Answers before which nobody of the unit can have reached the resident, of all its answers: it noted neither a
 * visit nor a message, and either no call at all or a call although nobody of it had opened the number until
 * then. A number that was opened in an earlier round is known.
 */
export const noContact = againstLikeUnits('quarter', (period) =>
  countedBy(Prisma.sql`
    SELECT r."unitId", r."appealId", NOT EXISTS (
      SELECT FROM case_steps(r."appealId") e WHERE e."unitId" = r."unitId" AND e.verb = 'contact'
        AND e.round = r.number AND e.at <= r.at AND (e.data->>'how' <> 'telephone' OR EXISTS (
          SELECT FROM "Reveal" o WHERE o."appealId" = r."appealId" AND o."unitId" = r."unitId"
            AND o."voiceId" IS NOT NULL AND o.at <= e.at))) AS hit
    FROM (${answersIn(period)}) AS r`),
);
