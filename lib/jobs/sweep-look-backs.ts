import { afterDays } from '@/lib/appeals/look-back';
import { db } from '@/lib/db/client';
import { holdsAsked } from '@/lib/notices/letter-facts';

/** Days in which a worker that stood still may make up for it. */
const lateDays = 3;

/**
 * Asks whoever was asked about the answer, once, two weeks after closing: does it hold? As lib/appeals/look-back.ts
 * has it. A notice is no part of the appeal, so no verb is taken.
 *
 * @returns how many were asked.
 */
export const sweepLookBacks = (): Promise<number> => db().$executeRaw`
  INSERT INTO "Notice" (id, "appealId", seq, kind, "voiceId", "createdAt")
  SELECT gen_random_uuid(), a.id, a."lastSeq", ${holdsAsked}, v.id,
    date_trunc('milliseconds', clock_timestamp())
  FROM "Appeal" a JOIN "Round" r ON r."appealId" = a.id AND r.number = a.round
    CROSS JOIN LATERAL unnest(r.invited) AS asked(id) JOIN "Voice" v ON v.id = asked.id
  WHERE a."closedAt" BETWEEN statement_timestamp() - make_interval(days => ${afterDays + lateDays}::int)
      AND statement_timestamp() - make_interval(days => ${afterDays}::int)
    AND a.status = 'closed' AND a."closedAs" IN ('judged', 'heard', 'lapsed')
    AND a."importId" IS NULL AND NOT a.trial AND r."resolvedAt" IS NOT NULL AND r.outcome <> 'cannot'
    AND v."leftAt" IS NULL AND v.reach <> 'none'
    AND NOT EXISTS (SELECT FROM "Verdict" d
      WHERE d."roundId" = r.id AND d."voiceId" = v.id AND d.occasion = 'lookBack')
    AND NOT EXISTS (SELECT FROM "Notice" n
      WHERE n."voiceId" = v.id AND n.kind = ${holdsAsked} AND n."createdAt" >= a."closedAt")`;
