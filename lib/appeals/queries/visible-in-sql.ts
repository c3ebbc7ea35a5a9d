import { Prisma } from '@/lib/db/generated/client';
import { may, type PersonActor } from '@/lib/people/actor';
import { notRecusedInSql } from './recused';

/**
 * `visibleTo` of people, on an appeal `a`, for statements that are written by hand.
 * tests/db/inbox-search.test.ts proves the two equal over the cast.
 */
export const visibleInSql = (actor: PersonActor): Prisma.Sql =>
  Prisma.sql`(${waysInSql(actor)} AND ${notRecusedInSql(actor)})`;

function waysInSql(actor: PersonActor): Prisma.Sql {
  if (may(actor, 'readAll')) return Prisma.sql`TRUE`;
  const ways: Prisma.Sql[] = [];
  if (may(actor, 'assign')) {
    ways.push(Prisma.sql`EXISTS (SELECT FROM "Assignment" s
      WHERE s."appealId" = a.id AND starts_with(s."unitPath", ${actor.unitPath}))`);
    ways.push(Prisma.sql`EXISTS (SELECT FROM "Cause" o
      WHERE o."appealId" = a.id AND starts_with(o."unitPath", ${actor.unitPath}))`);
    ways.push(Prisma.sql`EXISTS (SELECT FROM "Call" w
      WHERE w."appealId" = a.id AND starts_with(w."unitPath", ${actor.unitPath}))`);
  } else if (may(actor, 'handle')) {
    ways.push(Prisma.sql`EXISTS (SELECT FROM "Assignment" s
      WHERE s."appealId" = a.id AND s."unitId" = ${actor.unitId}::uuid)`);
    ways.push(Prisma.sql`EXISTS (SELECT FROM "Cause" o
      WHERE o."appealId" = a.id AND o."unitId" = ${actor.unitId}::uuid)`);
    ways.push(Prisma.sql`EXISTS (SELECT FROM "Call" w
      WHERE w."appealId" = a.id AND w."unitId" = ${actor.unitId}::uuid)`);
  }
  if (may(actor, 'interview')) {
    ways.push(Prisma.sql`EXISTS (SELECT FROM "Round" r
      WHERE r."appealId" = a.id AND r."resolvedAt" IS NOT NULL)`);
  }
  if (may(actor, 'entrusted')) {
    ways.push(Prisma.sql`a."fallbackIds" @> ARRAY[${actor.personId}::uuid]`);
  }
  return ways.length > 0 ? Prisma.sql`(${Prisma.join(ways, ' OR ')})` : Prisma.sql`FALSE`;
}
