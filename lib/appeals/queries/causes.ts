import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { Prisma } from '@/lib/db/generated/client';
import { may, type PersonActor } from '@/lib/people/actor';
import type { CauseClass } from '../records';
import { behindInSql } from './behind-in-sql';
import { visibleTo } from './visible';
import { visibleInSql } from './visible-in-sql';

export interface OwnCause {
  id: string;
  caseNumber: string;
  title: string;
  voiceLocale: string | undefined;
  class: CauseClass;
  /** In a line; empty where its words have been erased. */
  what: string;
  /** Residents behind the case, those of cases merged into it too. */
  people: number;
  at: Date;
  byOn: string | null;
}

const mostListed = 200;

/** Causes that lie with the reader's unit and have not been placed elsewhere since. */
const theirs = (actor: PersonActor) => ({
  unitId: actor.unitId,
  endedAt: null,
  appeal: visibleTo(actor),
});

/** Whoever acts for a unit answers for what lies with it. */
export const ownsCauses = (actor: PersonActor): boolean => may(actor, 'handle');

/** How many they are, for statements that are written by hand. */
export const ownCausesInSql = (actor: PersonActor): Prisma.Sql => Prisma.sql`(SELECT count(*)::int
  FROM "Cause" o JOIN "Appeal" a ON a.id = o."appealId"
  WHERE o."unitId" = ${actor.unitId}::uuid AND o."endedAt" IS NULL AND ${visibleInSql(actor)})`;

/** The unit's own list: unanswered first, the longest waiting first. */
export async function readCauses(actor: PersonActor): Promise<{ at: Date; causes: OwnCause[] }> {
  if (!ownsCauses(actor)) return { at: await databaseClock(db()), causes: [] };
  const [at, rows] = await Promise.all([
    databaseClock(db()),
    db().cause.findMany({
      where: theirs(actor),
      orderBy: [{ answeredAt: { sort: 'asc', nulls: 'first' } }, { at: 'asc' }, { id: 'asc' }],
      take: mostListed,
      select: {
        id: true,
        class: true,
        seq: true,
        at: true,
        byOn: true,
        request: { select: { seq: true } },
        appeal: {
          select: {
            id: true,
            caseNumber: true,
            detail: { select: { title: true } },
            voices: { where: { leftAt: null }, select: { role: true, locale: true } },
          },
        },
      },
    }),
  ]);
  const ids = rows.map((it) => it.appeal.id);
  const [texts, behind] = await Promise.all([
    db().text.findMany({
      where: { field: 'cause', appealId: { in: ids } },
      select: { appealId: true, seq: true, body: true },
    }),
    db().$queryRaw<{ id: string; behind: { people: number } }[]>`
      SELECT a.id, ${behindInSql(Prisma.sql`a.id`)} AS behind
      FROM "Appeal" a WHERE a.id = ANY(${ids}::uuid[])`,
  ]);
  const causes = rows.map(({ appeal, request, seq, ...row }): OwnCause => {
    const said = request?.seq ?? seq;
    return {
      ...row,
      caseNumber: appeal.caseNumber,
      title: appeal.detail?.title ?? '',
      voiceLocale: appeal.voices.find((it) => it.role === 'filer')?.locale,
      what: texts.find((it) => it.appealId === appeal.id && it.seq === said)?.body ?? '',
      people: behind.find((it) => it.id === appeal.id)?.behind.people ?? 0,
    };
  });
  return { at, causes };
}
