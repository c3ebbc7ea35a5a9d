import { Prisma } from '@/lib/db/generated/client';
import { counted, type Scope, under, within } from '../population';
import { accounts, leastCopied } from './define';

/** A text without its spaces. */
const bare = (column: Prisma.Sql) => Prisma.sql`regexp_replace(${column}, '\\s', '', 'g')`;

/** Of the same unit, by a person of staff, in the case of form `e`, before it. */
const before = Prisma.sql`b."actorKind" = 'person'`;

const sentBefore = Prisma.sql`e.verb = ANY(${[...accounts]}) AND EXISTS (
  SELECT FROM case_steps(e."appealId") b WHERE ${before} AND b.seq < e.seq AND b.round = e.round AND b.verb = e.verb
    AND b."unitId" = e."unitId" AND b.data->>'kind' IS NOT DISTINCT FROM e.data->>'kind')`;

const copiedTexts = Prisma.sql`(
  SELECT count(*) FROM "Text" t WHERE t."appealId" = e."appealId" AND t.seq = e.seq
    AND length(${bare(Prisma.sql`t.body`)}) >= ${leastCopied} AND EXISTS (
      SELECT FROM "Text" o JOIN case_steps(e."appealId") b ON ${before} AND b.seq = o.seq
      WHERE o."appealId" = e."appealId" AND (o.seq, o.field) < (t.seq, t.field) AND b."unitId" = e."unitId"
        AND ${bare(Prisma.sql`o.body`)} = ${bare(Prisma.sql`t.body`)}))`;

const askedBefore = Prisma.sql`e.verb = 'ask' AND EXISTS (
  SELECT FROM case_steps(e."appealId") b WHERE b.seq < e.seq AND b.verb = 'ask')`;

/** Steps `e` of the period; of the archive no case is opened that lies before or behind it. */
export const takenIn = (scope: Scope): Prisma.Sql => Prisma.sql`(
  ${within(Prisma.sql`e.at`, scope)} AND e."toAt" >= ${scope.period.from} AND e."fromAt" < ${scope.period.until})`;

/**
 * Every form of staff in the period, one row each, with the unit whose person sent it. `e`: the step, `u`: the unit,
 * `a`: the case. The second side of a step on two cases is no form of its own.
 */
const source = (scope: Scope) => Prisma.sql`
  FROM "Step" e JOIN "Unit" u ON u.id = e."unitId" JOIN "Appeal" a ON a.id = e."appealId"
  WHERE e."actorKind" = 'person' AND ${takenIn(scope)}
    AND ${under(Prisma.sql`u.path`, scope)} AND e.data->>'side' IS DISTINCT FROM 'target' AND ${counted(scope)}`;

const textsOf = Prisma.sql`(SELECT count(*) FROM jsonb_object_keys(e.commitments))`;

/** All that is counted of each form; see define.ts. */
export const formsIn = (scope: Scope): Prisma.Sql => Prisma.sql`
  SELECT e."appealId", e.verb, e."unitId", u.kind::text AS kind, a."categoryId",
    ${textsOf} AS texts, ${sentBefore} AS again, ${copiedTexts} AS copied,
    e.verb = 'ask' AS question, ${askedBefore} AS asked
  ${source(scope)}`;

/** Forms that answer a call, each with the call and the unit that made it. */
export const calledFormsIn = (scope: Scope, verbs: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT w.id AS "callId", w."fromUnitId" AS "unitId", e."appealId", ${textsOf} AS texts
  FROM (SELECT e.* ${source(scope)} AND e.verb = ANY(${[...verbs]})) e
  JOIN "Call" w ON w."appealId" = e."appealId" AND w.seq = (e.data->>'callSeq')::int
    AND w."unitId" = (e.data->>'unitId')::uuid`;
