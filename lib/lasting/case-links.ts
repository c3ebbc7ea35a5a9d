import type { Status } from '@/lib/appeals/lifecycle';
import { visibleInSql } from '@/lib/appeals/queries/visible-in-sql';
import { db, planned } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { PersonActor } from '@/lib/people/actor';
import { isFix, isStruck } from './rows';

/** How two cases are at one place: the same house named, points near each other, the same estate named. */
export type SamePlaceBy = 'spot' | 'point' | 'name';

/** One end of a pair: the case that was answered, or the one that came after. */
export interface LinkedCase {
  appealId: string;
  caseNumber: string;
  title: string;
  status: Status;
  round: number;
}

export interface CaseLink {
  /** The answer that something came after, and the case that came. */
  roundId: string;
  laterId: string;
  other: LinkedCase;
  answeredAt: Date;
  filedAt: Date;
  how: SamePlaceBy;
  metres: number | null;
  struck: boolean;
}

export interface CaseLinks {
  /** Answers this case may be an after-effect of, the newest first. */
  before: CaseLink[];
  /** Cases that may be after-effects of this one's answers, the newest first. */
  after: CaseLink[];
}

export const noLinks: CaseLinks = { before: [], after: [] };

const most = 20;

/**
 * What came before and after one case at the same place, as far as this reader may see the other: whoever is
 * barred from it, or has no part in it and does not read all, is not told that there is any. The page has asked
 * whether they may see this one.
 */
export async function readCaseLinks(actor: PersonActor, appealId: string): Promise<CaseLinks> {
  const [before, after] = await Promise.all([
    linked(actor, Prisma.sql`e."fixId"`, Prisma.sql`e."laterId" = ${appealId}::uuid`),
    linked(actor, Prisma.sql`e."laterId"`, Prisma.sql`e."fixId" = ${appealId}::uuid`),
  ]);
  return { before, after };
}

/** `other`: the column with the case at the other end. */
const linked = (actor: PersonActor, other: Prisma.Sql, where: Prisma.Sql): Promise<CaseLink[]> =>
  db().$queryRaw<CaseLink[]>`${planned}
    SELECT e."roundId", e."laterId", e.how, e.metres, e.at AS "filedAt", r."resolvedAt" AS "answeredAt",
      ${isStruck} AS struck, jsonb_build_object('appealId', a.id, 'caseNumber', a."caseNumber",
        'title', d.title, 'status', a.status, 'round', a.round) AS other
    FROM "AfterEffect" e JOIN "Round" r ON r.id = e."roundId"
      JOIN "Appeal" a ON a.id = ${other} JOIN "Detail" d ON d."appealId" = a.id
    WHERE ${where} AND ${isFix} AND ${visibleInSql(actor)}
    ORDER BY e.at DESC, r."resolvedAt" DESC, e."roundId", e."laterId" LIMIT ${most}`;
