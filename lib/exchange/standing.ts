import { db } from '@/lib/db/client';
import type { AppealRow } from './appeal-row';

/** An appeal that came with an earlier row or run. */
export interface Standing {
  appealId: string;
  status: string;
  filedAt: Date;
  /** Null where the words have been erased. */
  what: string | null;
  answeredAt: Date | null;
  answer: string | null;
  /** When the time to rate ends, while it runs. */
  rateEndsAt: Date | null;
  /** Somebody other than the import has acted on it: it is theirs now. */
  touched: boolean;
}

/** The appeal known by this number in this import, if it is there already. */
export async function standingOf(importId: string, number: string): Promise<Standing | null> {
  const rows = await db().$queryRaw<Standing[]>`
    SELECT a.id AS "appealId", a.status::text AS status, a."filedAt",
      (SELECT t.body FROM "Text" t WHERE t."appealId" = a.id AND t.seq = 1 AND t.field = 'what') AS what,
      r.at AS "answeredAt",
      (SELECT t.body FROM "Text" t WHERE t."appealId" = a.id AND t.seq = r.seq AND t.field = 'answer') AS answer,
      (SELECT c."dueAt" FROM "Clock" c
        WHERE c."appealId" = a.id AND c.kind = 'rate' AND c."stoppedAt" IS NULL) AS "rateEndsAt",
      EXISTS (SELECT FROM case_steps(a.id) e WHERE e."actorKind" <> 'import') AS touched
    FROM "Appeal" a
    LEFT JOIN LATERAL (
      SELECT e.seq, e.at FROM case_steps(a.id) e
      WHERE e.verb = 'resolve' AND e."actorKind" = 'import'
      ORDER BY e.seq LIMIT 1
    ) r ON true
    WHERE a."importId" = ${importId}::uuid AND a."sourceNumber" = ${number}`;
  return rows[0] ?? null;
}

/** Whether a row tells the same as what is there. Erased words speak against nothing. */
export function tellsTheSame(row: AppealRow, standing: Standing): boolean {
  const sameTime = (a: Date, b: Date) => a.getTime() === b.getTime();
  if (!sameTime(row.filedAt, standing.filedAt)) return false;
  if (standing.what !== null && standing.what !== row.filing.what) return false;
  if (!standing.answeredAt) return true;
  return (
    row.reply !== null &&
    sameTime(row.reply.at, standing.answeredAt) &&
    (standing.answer === null || standing.answer === row.reply.answer)
  );
}

/** Whether the import has nothing more to play on it. */
export function isPlayedOut(row: AppealRow, standing: Standing, now: Date): boolean {
  if (standing.touched || !row.reply) return true;
  const { status, rateEndsAt } = standing;
  return status === 'closed' || (status === 'resolved' && !(rateEndsAt && rateEndsAt <= now));
}
