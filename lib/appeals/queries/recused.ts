import type { Database } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { PersonActor } from '@/lib/people/actor';
import { pathsDownTo } from '@/lib/units/tree';

/**
 * Leaves out what a person is barred from, whatever would show it to them otherwise: twice, as a where
 * clause and on an appeal `a` of a statement written by hand. Both ask the appeal's own mark first, so
 * that all the others cost nothing. In memory it is `isRecused`.
 *
 * Every query that reads appeals for people starts from `visibleTo` or `visibleInSql`, which have this in
 * them, or from one of these two: tests/recusal-ways.test.ts holds the list.
 */
export function notRecusedFrom({ personId, unitPath }: Placed): Prisma.AppealWhereInput {
  const barring: Prisma.RecusalWhereInput = {
    endedAt: null,
    OR: [
      { personId },
      { person: { deputyId: personId } },
      { unitPath: { in: pathsDownTo(unitPath) } },
    ],
  };
  return { OR: [{ recused: false }, { recusals: { none: barring } }] };
}

/** @param row also a turn `t`, which carries its appeal's mark. */
export function notRecusedInSql(
  { personId, unitPath }: Placed,
  row: 'appeal' | 'turn' = 'appeal',
): Prisma.Sql {
  const [recused, id] = row === 'turn' ? [ofTurn, ofTurnId] : [ofAppeal, ofAppealId];
  return Prisma.sql`(NOT ${recused} OR NOT EXISTS (
    SELECT FROM "Recusal" x LEFT JOIN "Person" n ON n.id = x."personId"
    WHERE x."appealId" = ${id} AND x."endedAt" IS NULL AND (x."personId" = ${personId}::uuid
      OR n."deputyId" = ${personId}::uuid OR starts_with(${unitPath}, x."unitPath"))))`;
}

/**
 * The ids of all a person is barred from: for a statement that counts over many cases before it asks whose
 * they are. What it counts must not tell of them either.
 */
export const barredInSql = ({ personId, unitPath }: Placed): Prisma.Sql => Prisma.sql`
  SELECT x."appealId" AS id FROM "Recusal" x WHERE x."endedAt" IS NULL AND (
    x."personId" = ${personId}::uuid OR x."unitPath" = ANY (${pathsDownTo(unitPath)})
    OR x."personId" = ANY (ARRAY(SELECT n.id FROM "Person" n WHERE n."deputyId" = ${personId}::uuid)))`;

/** Whether there is any case at all from which a person is barred. */
export async function isBarredFromSome(database: Database, actor: Placed): Promise<boolean> {
  const [found] = await database.$queryRaw<{ some: boolean }[]>`
    SELECT EXISTS (${barredInSql(actor)}) AS some`;
  return found?.some ?? true;
}

const ofAppeal = Prisma.sql`a.recused`;
const ofAppealId = Prisma.sql`a.id`;
const ofTurn = Prisma.sql`t.recused`;
const ofTurnId = Prisma.sql`t."appealId"`;

type Placed = Pick<PersonActor, 'personId' | 'unitPath'>;
