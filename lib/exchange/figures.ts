import { db } from '@/lib/db/client';

/** What an import shows when all is in; by all its first rounds with a reply, of every run. */
export interface ImportFigures {
  resolved: number;
  /** From filing to reply, in days; null without any reply. */
  medianDays: number | null;
  /** Replies that came after the promised time. */
  late: number;
}

export async function figuresOf(importId: string): Promise<ImportFigures> {
  const rows = await db().$queryRaw<ImportFigures[]>`
    SELECT count(*)::int AS resolved,
      percentile_cont(0.5) WITHIN GROUP (
        ORDER BY extract(epoch FROM r."resolvedAt" - r."startedAt")::float8 / 86400) AS "medianDays",
      count(*) FILTER (WHERE c.outcome = 'late')::int AS late
    FROM "Appeal" a
    JOIN "Round" r ON r."appealId" = a.id AND r.number = 1 AND r."resolvedAt" IS NOT NULL
    JOIN "Clock" c ON c."roundId" = r.id AND c.kind = 'promise'
    WHERE a."importId" = ${importId}::uuid`;
  return rows[0] ?? { resolved: 0, medianDays: null, late: 0 };
}
