import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { visibleInSql } from '@/lib/appeals/queries/visible-in-sql';
import { type Database, db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { Prisma } from '@/lib/db/generated/client';
import { paragraph } from '@/lib/fields';
import { type FormProblem, problemsOf } from '@/lib/forms';
import { isId } from '@/lib/id';
import { mayMeasure } from '@/lib/measures/access';
import { may, type PersonActor } from '@/lib/people/actor';
import type { LinkedCase, SamePlaceBy } from './case-links';
import { isFix } from './rows';

/** What somebody said of a pair, and why. */
export interface Mark {
  nth: number;
  struck: boolean;
  grounds: string;
  by: string;
  at: Date;
}

/** An answer and a case that came after it, as one may look at the two. */
export interface Pair {
  roundId: string;
  laterId: string;
  fix: LinkedCase & { place: string; answer: string | null };
  later: LinkedCase & { place: string; what: string };
  unit: { name: string; nameEn: string } | null;
  answeredAt: Date;
  filedAt: Date;
  how: SamePlaceBy;
  metres: number | null;
  /** The last one first. */
  marks: Mark[];
  /** This reader may strike it off or put it back. */
  mayMark: boolean;
}

type Row = Omit<Pair, 'marks' | 'mayMark'> & { ownWork: boolean };

/** The unit whose answer it is, and whoever had a part in that round: with the reader's unit in or below it. */
const ownWork = (actor: PersonActor) => Prisma.sql`(
  starts_with(${actor.unitPath}, coalesce(r."unitPath", '/'))
  OR EXISTS (SELECT FROM "Assignment" s WHERE s."roundId" = r.id AND starts_with(${actor.unitPath}, s."unitPath"))
  OR EXISTS (SELECT FROM "Call" c WHERE c."roundId" = r.id AND starts_with(${actor.unitPath}, c."unitPath")))`;

const endOf = (alias: 'f' | 'l', more: Prisma.Sql) => {
  const [appeal, detail] = [Prisma.raw(alias), Prisma.raw(`d${alias}`)];
  return Prisma.sql`jsonb_build_object('appealId', ${appeal}.id, 'caseNumber', ${appeal}."caseNumber",
    'status', ${appeal}.status, 'round', ${appeal}.round, 'title', ${detail}.title, 'place', ${detail}.place) || ${more}`;
};

/** Null where there is no such pair for this reader, who must be allowed to see both cases. */
export async function readPair(
  actor: PersonActor,
  roundId: string,
  laterId: string,
): Promise<Pair | null> {
  if (!mayMeasure(actor) || !isId(roundId) || !isId(laterId)) return null;
  const seen = Prisma.sql`SELECT FROM "Appeal" a WHERE ${visibleInSql(actor)}`;
  const [row] = await db().$queryRaw<Row[]>`
    SELECT e."roundId", e."laterId", e.how, e.metres, e.at AS "filedAt", r."resolvedAt" AS "answeredAt",
      ${endOf(
        'f',
        Prisma.sql`jsonb_build_object('answer', (
        SELECT t.body FROM case_steps(f.id) v JOIN "Text" t ON t."appealId" = f.id AND t.seq = v.seq AND t.field = 'answer'
        WHERE v.round = r.number AND v.verb = 'resolve' ORDER BY v.seq DESC LIMIT 1))`,
      )} AS fix,
      ${endOf('l', Prisma.sql`jsonb_build_object('what', dl.what)`)} AS later,
      CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('name', u.name, 'nameEn', u."nameEn") END AS unit,
      ${ownWork(actor)} AS "ownWork"
    FROM "AfterEffect" e JOIN "Round" r ON r.id = e."roundId" LEFT JOIN "Unit" u ON u.id = r."unitId"
      JOIN "Appeal" f ON f.id = e."fixId" JOIN "Detail" df ON df."appealId" = f.id
      JOIN "Appeal" l ON l.id = e."laterId" JOIN "Detail" dl ON dl."appealId" = l.id
    WHERE e."roundId" = ${roundId}::uuid AND e."laterId" = ${laterId}::uuid AND ${isFix}
      AND EXISTS (${seen} AND a.id = f.id) AND EXISTS (${seen} AND a.id = l.id)`;
  if (!row) return null;
  const { ownWork: own, ...pair } = row;
  return {
    ...pair,
    marks: await marksOf(db(), roundId, laterId),
    mayMark: may(actor, 'supervise') && !own,
  };
}

async function marksOf(database: Database, roundId: string, laterId: string): Promise<Mark[]> {
  const rows = await database.afterEffectMark.findMany({
    where: { roundId, laterId },
    include: { person: { select: { name: true } } },
    orderBy: { nth: 'desc' },
  });
  return rows.map(({ nth, struck, grounds, person, at }) => ({
    ...{ nth, struck, grounds, at },
    by: person.name,
  }));
}

const input = z.object({
  /** The number of marks there were when the form was opened. */
  marks: z.coerce.number().int().min(0),
  grounds: paragraph(2000, { min: 10 }),
});

export type Marked =
  | { ok: true }
  | { ok: false; code: 'notFound' | 'markedMeanwhile' }
  | { ok: false; code: 'badInput'; problems: FormProblem[] };

/**
 * Strikes a pair off as no after-effect, or puts it back where it was struck off; with grounds, and never by
 * whoever had a part in the answer. Of two who press at once the first is kept.
 */
export async function markPair(
  actor: PersonActor,
  roundId: string,
  laterId: string,
  given: unknown,
): Promise<Marked> {
  const pair = await readPair(actor, roundId, laterId);
  if (!pair?.mayMark) return { ok: false, code: 'notFound' };
  const parsed = input.safeParse(given);
  if (!parsed.success) return { ok: false, code: 'badInput', problems: problemsOf(parsed.error) };
  const last = pair.marks[0];
  if ((last?.nth ?? 0) !== parsed.data.marks) return { ok: false, code: 'markedMeanwhile' };
  const { count } = await db().afterEffectMark.createMany({
    data: {
      ...{ id: newId(), roundId, laterId, nth: parsed.data.marks + 1 },
      ...{ struck: !last?.struck, grounds: parsed.data.grounds, personId: actor.personId },
      at: await databaseClock(db()),
    },
    skipDuplicates: true,
  });
  return count > 0 ? { ok: true } : { ok: false, code: 'markedMeanwhile' };
}
