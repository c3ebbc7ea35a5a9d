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
        WHERE c.kind = 'promise' AND c."stoppedAt" IS NULL AND c.outcome IS NULL
          AND c."redAt" <= ${at} AND c."dueAt" < ${at}`;
    case 'overdue':
      return Prisma.sql`SELECT c.id, c."appealId", c."dueAt" AS at FROM "Clock" c
        WHERE c.kind = 'promise' AND c."stoppedAt" IS NULL AND c.outcome IS NULL
          AND c."dueAt" < ${overdueSince(threshold, at, calendar)}`;
    case 'unsolvedRounds':
      return Prisma.sql`SELECT p.id, p."appealId", p."startedAt" AS at FROM "Round" p
        WHERE ${threshold > 1 ? Prisma.sql`p.number > 1 AND` : Prisma.empty}
          p."endedAt" IS NULL AND p.number >= ${threshold} AND ${threshold} <= (
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
      return Prisma.sql`SELECT min(p.id::text)::uuid AS id, p."appealId", max(p.at) AS at
        FROM "Pressure" p WHERE p.pressed GROUP BY p."appealId" HAVING count(*) >= ${threshold}`;
    case 'silent':
      return Prisma.sql`SELECT o.id, o.id AS "appealId", o."lastAt" AS at FROM "Appeal" o
        WHERE o.status <> 'closed' AND o.status::text = ANY (${[...actives]})
          AND o."lastAt" <= ${new Date(at.getTime() - threshold * 86_400_000)}
          AND NOT EXISTS (SELECT FROM "Import" i
            WHERE i.id = o."importId" AND o."lastAt" < i."finishedAt")`;
    default:
      return null;
  }
}

/** The same as `alreadyOrdered`; `c.at` of who was pressed is when they said so last. */
const ordered = ({ cause, level }: Rule): Prisma.Sql =>
  cause === 'pressed'
    ? Prisma.sql`s.cause = 'pressed' AND (s."releasedAt" IS NULL OR s."releasedAt" >= c.at)`
    : Prisma.sql`s.level >= ${level} AND (s."releasedAt" IS NULL
        OR (s."releasedAt" >= r."startedAt" AND s.cause <> 'silent'))`;

const page = (cases: Prisma.Sql, rule: Rule, behind: Behind) => db().$queryRaw<Due[]>`
  SELECT c.id, c."appealId", c.at FROM (${cases}) c JOIN "Appeal" a ON a.id = c."appealId"
  JOIN "Round" r ON r."appealId" = a.id AND r.number = a.round
  LEFT JOIN "Import" m ON m.id = a."importId"
  WHERE (c.at, c.id) > (${behind.at}, ${behind.id}::uuid)
    AND (m.id IS NULL OR m."finishedAt" IS NOT NULL)
    AND NOT a.trial AND NOT EXISTS (
      SELECT FROM "Supervision" s WHERE s."appealId" = a.id AND ${ordered(rule)})
  ORDER BY c.at, c.id LIMIT ${batch}`;

/** Cases a rule names at this instant, a page at a time; none where nobody but a person gives the cause. */
export function namedBy(rule: Rule, at: Date, rules: Rules) {
  const cases = casesOf(rule, at, rules);
  return async (behind: Behind): Promise<Due[]> => (cases ? page(cases, rule, behind) : []);
}

/** What the installation's rules say is to be supervised, the lowest level first. */
export async function sweepSupervision(causes?: readonly Rule['cause'][]): Promise<number> {
  const rules = await loadRules();
  let taken = 0;
  for (const rule of rules.supervision) {
    if (causes && !causes.includes(rule.cause)) continue;
    const input = { level: String(rule.level), cause: rule.cause };
    const named = namedBy(rule, await databaseClock(db()), rules);
    taken += await sweep('supervise', named, input);
  }
  return taken;
}
