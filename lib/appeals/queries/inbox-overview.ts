import { db, planned } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { may, type PersonActor } from '@/lib/people/actor';
import { civilDateOf } from '@/lib/time/civil';
import { type Age, ageNames, filedWithin } from './inbox-ages';
import { reachedInSql } from './visible-in-sql';

export interface Away {
  name: string;
  /** Last day away, 'YYYY-MM-DD'. */
  untilOn: string;
  deputy: string | null;
}

/** What those who answer for others see beside their own work. */
export interface Overview {
  /** Open cases by how long they have been open. */
  backlog: Record<Age, number>;
  /** People of the unit and below it who are away today. */
  away: Away[];
}

export const hasOverview = (actor: PersonActor): boolean =>
  may(actor, 'assign') || may(actor, 'supervise');

/** One statement under `visibleTo`; `at` is the instant of the page. */
export async function readOverview(actor: PersonActor, at: Date, zone: string): Promise<Overview> {
  const backlog = ageNames.map((age) => {
    const { since, until } = filedWithin(age, at, zone);
    const after = since ? Prisma.sql`a."filedAt" >= ${since} AND` : Prisma.empty;
    return Prisma.sql`${age}::text, count(*) FILTER (WHERE ${after} a."filedAt" < ${until})`;
  });
  const today = civilDateOf(at, zone);
  const [found] = await db().$queryRaw<[{ overview: Overview }]>`${planned}
    SELECT json_build_object(
      'backlog', (SELECT json_build_object(${Prisma.join(backlog)})
        FROM "Appeal" a WHERE a.status <> 'closed' AND NOT a.trial AND ${reachedInSql(actor)}),
      'away', (SELECT coalesce(json_agg(it ORDER BY it.name), '[]') FROM (
        SELECT p.name, max(b."untilOn") AS "untilOn", d.name AS deputy
        FROM "Absence" b JOIN "Person" p ON p.id = b."personId" JOIN "Unit" u ON u.id = p."unitId"
          LEFT JOIN "Person" d ON d.id = p."deputyId"
        WHERE b."cancelledAt" IS NULL AND ${today} BETWEEN b."fromOn" AND b."untilOn"
          AND p."disabledAt" IS NULL AND ${may(actor, 'assign')} AND starts_with(u.path, ${actor.unitPath})
        GROUP BY p.id, d.name) AS it)
    ) AS overview`;
  return found.overview;
}
