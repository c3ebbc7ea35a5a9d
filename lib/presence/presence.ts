import { isVerb, type Verb } from '@/lib/appeals/lifecycle';
import { visibleTo } from '@/lib/appeals/queries/visible';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { PersonActor } from '@/lib/people/actor';

/** Somebody else who has the case open. */
export interface Present {
  name: string;
  /** The step whose form they are filling in. */
  step: Verb | null;
}

/** Whoever was not heard of for so long has gone; pages say so every 25 seconds. */
const goneAfter = Prisma.sql`interval '60 seconds'`;

/**
 * Writes down that a person has a case open and says who else has, the latest first: one statement.
 * Rows that went stale, of this case and of this person, are cleared in passing: after one's own is
 * written, and without ever waiting, or two people coming back at the same moment would lock each other
 * out. The caller has made sure that the person may see the case.
 */
export async function appear(
  actor: PersonActor,
  appealId: string,
  step: Verb | null,
): Promise<Present[]> {
  const { personId } = actor;
  const rows = await db().$queryRaw<{ name: string; step: string | null }[]>`
    WITH here AS (
      INSERT INTO "Presence" ("appealId", "personId", step, "seenAt")
      VALUES (${appealId}::uuid, ${personId}::uuid, ${step}, clock_timestamp())
      ON CONFLICT ("appealId", "personId")
        DO UPDATE SET step = EXCLUDED.step, "seenAt" = EXCLUDED."seenAt"
      RETURNING 1
    ), stale AS (
      SELECT "appealId", "personId" FROM "Presence"
      WHERE ("appealId" = ${appealId}::uuid OR "personId" = ${personId}::uuid)
        AND NOT ("appealId" = ${appealId}::uuid AND "personId" = ${personId}::uuid)
        AND "seenAt" <= clock_timestamp() - ${goneAfter} AND (SELECT count(*) FROM here) = 1
      FOR UPDATE SKIP LOCKED
    ), gone AS (
      DELETE FROM "Presence" r USING stale s
      WHERE r."appealId" = s."appealId" AND r."personId" = s."personId")
    SELECT p.name, r.step FROM "Presence" r JOIN "Person" p ON p.id = r."personId"
    WHERE r."appealId" = ${appealId}::uuid AND r."personId" <> ${personId}::uuid
      AND r."seenAt" > clock_timestamp() - ${goneAfter}
    ORDER BY r."seenAt" DESC, p.name LIMIT 10`;
  return rows.map(({ name, step }) => ({ name, step: step && isVerb(step) ? step : null }));
}

/** As `appear`, by case number; null where there is no such case for this person. */
export async function stay(
  actor: PersonActor,
  caseNumber: string,
  step: Verb | null,
): Promise<Present[] | null> {
  const appeal = await visibleAppeal(actor, caseNumber);
  return appeal ? appear(actor, appeal.id, step) : null;
}

/**
 * The person closed the page of this step. If they have the case open at another step meanwhile, they
 * stay: going from one page to the next sends this after the next has been drawn.
 */
export async function leave(
  actor: PersonActor,
  caseNumber: string,
  step: Verb | null,
): Promise<void> {
  const { personId } = actor;
  await db().presence.deleteMany({ where: { personId, step, appeal: { caseNumber } } });
}

const visibleAppeal = (actor: PersonActor, caseNumber: string) =>
  db().appeal.findFirst({
    where: { AND: [{ caseNumber }, visibleTo(actor)] },
    select: { id: true },
  });
