import { Prisma } from '@/lib/db/generated/client';
import { may, type PersonActor } from '@/lib/people/actor';
import { notRecusedInSql } from './recused';

/**
 * `visibleTo` of people, on an appeal `a`, for statements that are written by hand.
 * tests/db/inbox-search.test.ts proves the two equal over the cast.
 */
export const visibleInSql = (actor: PersonActor): Prisma.Sql =>
  Prisma.sql`(${waysInSql(actor)} AND ${notRecusedInSql(actor)})`;

/**
 * The same on an appeal `a`, for counting over all that a reader may know of: their appeals are found first,
 * where `visibleInSql` asks of each appeal whether it is theirs.
 */
export function reachedInSql(actor: PersonActor): Prisma.Sql {
  const ids = reachedIdsInSql(actor);
  return ids ? Prisma.sql`(a.id IN (${ids}) AND ${notRecusedInSql(actor)})` : visibleInSql(actor);
}

/** The ids of all that some way opens to a reader, barred or not, some of them several times; null where they read all. */
export function reachedIdsInSql(actor: PersonActor): Prisma.Sql | null {
  if (may(actor, 'readAll')) return null;
  const ids = waysOf(actor).map((it) => it.ids);
  return ids.length > 0 ? Prisma.join(ids, ' UNION ') : Prisma.sql`SELECT NULL::uuid WHERE FALSE`;
}

function waysInSql(actor: PersonActor): Prisma.Sql {
  if (may(actor, 'readAll')) return Prisma.sql`TRUE`;
  const ways = waysOf(actor).map((it) => it.opens);
  return ways.length > 0 ? Prisma.sql`(${Prisma.join(ways, ' OR ')})` : Prisma.sql`FALSE`;
}

/**
 * Rows of a unit or of one below it, as a range of bytes: `starts_with` finds the index only where a statement
 * is planned for this one path.
 */
const beneath = (path: string): Prisma.Sql =>
  Prisma.sql`w."unitPath" ~>=~ ${path} AND w."unitPath" ~<~ (${path} || chr(1114111))`;

/** What opens an appeal to a reader. */
interface Way {
  /** A condition on the appeal `a`. */
  opens: Prisma.Sql;
  /** A query for the ids of all such appeals. */
  ids: Prisma.Sql;
}

/** `rows`: of a table `w` that point to an appeal. */
const through = (rows: Prisma.Sql): Way => ({
  opens: Prisma.sql`EXISTS (SELECT ${rows} AND w."appealId" = a.id)`,
  ids: Prisma.sql`SELECT w."appealId" ${rows}`,
});

function waysOf(actor: PersonActor): Way[] {
  const ways: Way[] = [];
  const theirs = may(actor, 'assign')
    ? beneath(actor.unitPath)
    : may(actor, 'handle') && Prisma.sql`w."unitId" = ${actor.unitId}::uuid`;
  if (theirs) {
    ways.push(
      through(Prisma.sql`FROM "Assignment" w WHERE ${theirs}`),
      through(Prisma.sql`FROM "Cause" w WHERE ${theirs}`),
      through(Prisma.sql`FROM "Call" w WHERE ${theirs}`),
    );
  }
  if (may(actor, 'interview')) {
    ways.push(through(Prisma.sql`FROM "Round" w WHERE w."resolvedAt" IS NOT NULL`));
  }
  if (may(actor, 'entrusted')) {
    const given = Prisma.sql`"fallbackIds" @> ARRAY[${actor.personId}::uuid]`;
    ways.push({
      opens: Prisma.sql`a.${given}`,
      ids: Prisma.sql`SELECT w.id FROM "Appeal" w WHERE w.${given}`,
    });
  }
  return ways;
}
