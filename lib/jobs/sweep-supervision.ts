import { loadRules } from '@/lib/appeals/rules';
import { actives, overdueSince } from '@/lib/appeals/supervision-causes';
import type { Rules } from '@/lib/appeals/transition';
import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { Prisma } from '@/lib/db/generated/client';
import { type Behind, batch, type Due, sweep } from './sweep';

type Rule = Rules['supervision'][number];

/** Cases of which what a supervision rule names is true; the verb asks the same of each again. */
function casesOf({ cause, threshold }: Rule, at: Date, { calendar }: Rules): Prisma.Sql | null {
  switch (cause) {
    case 'redCard':
      return Prisma.sql`SELECT c.id, c."appealId", c."redAt" AS at FROM "Clock" c
        WHERE c.kind = 'promise' AND c."stoppedAt" IS NULL AND c."redAt" <= ${at} AND c."dueAt" < ${at}`;
    case 'overdue':
      return Prisma.sql`SELECT c.id, c."appealId", c."dueAt" AS at FROM "Clock" c
        WHERE c.kind = 'promise' AND c."stoppedAt" IS NULL
          AND c."dueAt" < ${overdueSince(threshold, at, calendar)}`;
    case 'unsolvedRounds':
      return Prisma.sql`SELECT p.id, p."appealId", p."startedAt" AS at FROM "Round" p
        WHERE p.number > 1 AND p."endedAt" IS NULL AND p.number >= ${threshold} AND ${threshold} <= (
          SELECT count(*) FROM "Round" n WHERE n."appealId" = p."appealId" AND (
            EXISTS (SELECT FROM "Verdict" v WHERE v."roundId" = n.id AND (v.solved = 'no' OR v."goOn"))
            OR EXISTS (SELECT FROM "Interview" i
              WHERE i."roundId" = n.id AND (i.solved = 'no' OR i."goOn"))))`;
    case 'handOvers':
      return Prisma.sql`SELECT n.id, n."appealId", n."startedAt" AS at FROM (
          SELECT s."roundId" FROM "Assignment" s
          WHERE s.role = 'lead' AND s."endedAs" IN ('sentBack', 'redispatched')
          GROUP BY s."roundId" HAVING count(*) >= ${threshold}
        ) g JOIN "Round" n ON n.id = g."roundId" WHERE n."endedAt" IS NULL`;
    case 'pressed':
      return Prisma.sql`SELECT min(p.id::text)::uuid AS id, p."appealId", min(p.at) AS at
        FROM "Pressure" p WHERE p.pressed GROUP BY p."appealId" HAVING count(*) >= ${threshold}`;
    case 'silent':
      return Prisma.sql`SELECT o.id, o.id AS "appealId", o."lastAt" AS at FROM "Appeal" o
        WHERE o.status <> 'closed' AND o.status::text = ANY (${[...actives]})
          AND o."lastAt" <= ${new Date(at.getTime() - threshold * 86_400_000)}`;
    default:
      return null;
  }
}

const page = (cases: Prisma.Sql, level: number, behind: Behind) => db().$queryRaw<Due[]>`
  SELECT c.id, c."appealId", c.at FROM (${cases}) c JOIN "Appeal" a ON a.id = c."appealId"
  JOIN "Round" r ON r."appealId" = a.id AND r.number = a.round
  LEFT JOIN "Import" m ON m.id = a."importId"
  WHERE (c.at, c.id) > (${behind.at}, ${behind.id}::uuid)
    AND (m.id IS NULL OR m."finishedAt" IS NOT NULL)
    AND NOT EXISTS (SELECT FROM "Supervision" s WHERE s."appealId" = a.id AND s.level >= ${level}
      AND (s."releasedAt" IS NULL OR (s.at >= r."startedAt" AND s.cause <> 'silent')))
  ORDER BY c.at, c.id LIMIT ${batch}`;

/** What the installation's rules say is to be supervised, the lowest level first. */
export async function sweepSupervision(causes?: readonly Rule['cause'][]): Promise<number> {
  const rules = await loadRules();
  let taken = 0;
  for (const rule of rules.supervision) {
    if (causes && !causes.includes(rule.cause)) continue;
    const cases = casesOf(rule, await databaseClock(db()), rules);
    if (!cases) continue;
    const input = { level: String(rule.level), cause: rule.cause };
    taken += await sweep('supervise', (behind) => page(cases, rule.level, behind), input);
  }
  return taken;
}
