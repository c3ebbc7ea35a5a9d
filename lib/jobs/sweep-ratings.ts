import { v7 as newId } from 'uuid';
import { db } from '@/lib/db/client';
import { reminder } from '@/lib/notices/letter-facts';

interface Unheard {
  appealId: string;
  voiceId: string;
}

const batch = 500;

/**
 * Reminds whoever was asked and has not been heard, once a round, when half the time to judge is over. A
 * notice is no part of the appeal: nothing of the case changes, so no verb is taken. The case is locked, so
 * that a verdict that comes meanwhile is seen.
 *
 * @returns how many were reminded.
 */
export async function sweepRatings(): Promise<number> {
  const cases = await db().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT c."appealId" AS id FROM "Clock" c JOIN "Appeal" a ON a.id = c."appealId"
      JOIN "Round" r ON r.id = c."roundId" CROSS JOIN LATERAL unnest(r.invited) AS asked(id)
      JOIN "Voice" v ON v.id = asked.id
    WHERE c.kind = 'rate' AND c."stoppedAt" IS NULL AND a."importId" IS NULL
      AND clock_timestamp() BETWEEN c."startedAt" + (c."dueAt" - c."startedAt") / 2 AND c."dueAt"
      AND NOT EXISTS (SELECT FROM "Notice" n WHERE n."voiceId" = v.id AND n.kind = ${reminder}
        AND n."createdAt" >= c."startedAt")
      AND NOT EXISTS (SELECT FROM "Verdict" d WHERE d."roundId" = r.id AND d."voiceId" = v.id)
      AND NOT EXISTS (SELECT FROM "Interview" i WHERE i."roundId" = r.id AND i."voiceId" = v.id AND i.reached)
      AND v."leftAt" IS NULL AND v.reach <> 'none'
    LIMIT ${batch}`;
  let reminded = 0;
  for (const { id } of cases) reminded += await remind(id);
  return reminded;
}

function remind(appealId: string): Promise<number> {
  return db().$transaction(async (transaction) => {
    const locked = await transaction.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Appeal" WHERE id = ${appealId}::uuid FOR UPDATE SKIP LOCKED`;
    if (locked.length === 0) return 0;
    const unheard = await transaction.$queryRaw<Unheard[]>`
      SELECT c."appealId", v.id AS "voiceId" FROM "Clock" c JOIN "Round" r ON r.id = c."roundId"
        CROSS JOIN LATERAL unnest(r.invited) AS asked(id) JOIN "Voice" v ON v.id = asked.id
      WHERE c."appealId" = ${appealId}::uuid AND c.kind = 'rate' AND c."stoppedAt" IS NULL
        AND NOT EXISTS (SELECT FROM "Notice" n WHERE n."voiceId" = v.id AND n.kind = ${reminder}
          AND n."createdAt" >= c."startedAt")
        AND NOT EXISTS (SELECT FROM "Verdict" d WHERE d."roundId" = r.id AND d."voiceId" = v.id)
        AND NOT EXISTS (SELECT FROM "Interview" i WHERE i."roundId" = r.id AND i."voiceId" = v.id AND i.reached)
        AND v."leftAt" IS NULL AND v.reach <> 'none'`;
    for (const { voiceId } of unheard) {
      await transaction.$executeRaw`
        INSERT INTO "Notice" (id, "appealId", seq, kind, "voiceId", "createdAt")
        SELECT ${newId()}::uuid, id, "lastSeq", ${reminder}, ${voiceId}::uuid,
          date_trunc('milliseconds', clock_timestamp()) FROM "Appeal" WHERE id = ${appealId}::uuid`;
    }
    return unheard.length;
  });
}
