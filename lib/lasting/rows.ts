import { Prisma } from '@/lib/db/generated/client';
import type { Window } from './watch';

/** Of whatever clock the database has: a day here is 24 hours. */
export const spanOf = (days: Window): Prisma.Sql =>
  Prisma.sql`make_interval(hours => ${days * 24})`;

/**
 * A round `r` whose answer says that something was done at the place. *Partly* is watched as well, else nobody
 * would watch who writes that; *cannot be done* mended nothing, and what was answered at the desk was not done there.
 */
export const isFix = Prisma.sql`(r.outcome IN ('done', 'partly') AND NOT r."atDesk" AND r."resolvedAt" IS NOT NULL)`;

/** The last word on an after-effect `e`: somebody struck it off. */
export const isStruck = Prisma.sql`coalesce((
  SELECT k.struck FROM "AfterEffectMark" k WHERE k."roundId" = e."roundId" AND k."laterId" = e."laterId"
  ORDER BY k.nth DESC LIMIT 1), FALSE)`;
