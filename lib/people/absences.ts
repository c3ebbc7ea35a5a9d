import { v7 as newId } from 'uuid';
import { recordChange } from '@/lib/audit/record-change';
import { type Database, db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { Prisma } from '@/lib/db/generated/client';
import { addDays, type CivilDate } from '@/lib/time/civil';
import { against, changeOrganisation, type Outcome } from '@/lib/units/organisation';
import type { PersonActor } from './actor';
import { presentPerson } from './find-person';

/** Longer than this somebody has left rather than gone away. */
const mostDays = 2 * 365;

export interface Days {
  fromOn: CivilDate;
  untilOn: CivilDate;
}

/** Both days included. Two absences of one person never overlap. */
export function addAbsence(
  personId: string,
  { fromOn, untilOn }: Days,
  by: PersonActor,
): Promise<Outcome<string>> {
  return changeOrganisation(async (transaction) => {
    const person = await presentPerson(transaction, personId);
    if (untilOn < fromOn) against('untilOn', 'untilBeforeFrom');
    if (untilOn > addDays(fromOn, mostDays)) against('untilOn', 'absenceTooLong');
    const other = await transaction.absence.findFirst({
      where: {
        personId,
        cancelledAt: null,
        fromOn: { lte: untilOn },
        untilOn: { gte: fromOn },
      },
    });
    if (other) against('fromOn', 'absenceOverlaps', { from: other.fromOn, until: other.untilOn });
    const id = newId();
    await transaction.absence.create({
      data: { id, personId, fromOn, untilOn, createdAt: await databaseClock(transaction) },
    });
    await recordChange(transaction, by, {
      subject: 'absence',
      subjectId: id,
      name: person.name,
      action: 'added',
      after: { fromOn, untilOn },
    });
    return id;
  });
}

export function cancelAbsence(id: string, by: PersonActor): Promise<Outcome> {
  return changeOrganisation(async (transaction) => {
    const absence = await transaction.absence.findUnique({
      where: { id },
      include: { person: { select: { name: true } } },
    });
    if (!absence) return against(null, 'absenceGone');
    if (absence.cancelledAt) return;
    const cancelledAt = await databaseClock(transaction);
    await transaction.absence.update({ where: { id }, data: { cancelledAt } });
    const { fromOn, untilOn } = absence;
    await recordChange(transaction, by, {
      subject: 'absence',
      subjectId: id,
      name: absence.person.name,
      action: 'cancelled',
      before: { fromOn, untilOn },
      after: { fromOn: null, untilOn: null },
    });
  });
}

const covering = (on: CivilDate) => ({
  cancelledAt: null,
  fromOn: { lte: on },
  untilOn: { gte: on },
});

/** Ids of the people away on that day whose deputy this person is, as an array. */
export const standsInForInSql = (personId: string, on: CivilDate): Prisma.Sql =>
  Prisma.sql`ARRAY(SELECT p.id FROM "Person" p
    WHERE p."deputyId" = ${personId}::uuid AND p."disabledAt" IS NULL
      AND EXISTS (SELECT FROM "Absence" b WHERE b."personId" = p.id AND b."cancelledAt" IS NULL
        AND ${on} BETWEEN b."fromOn" AND b."untilOn")
    ORDER BY p.name)`;

/** The same, asked for by itself. */
export async function standsInFor(
  personId: string,
  on: CivilDate,
  database: Database = db(),
): Promise<string[]> {
  const [found] = await database.$queryRaw<{ ids: string[] }[]>`
    SELECT ${standsInForInSql(personId, on)} AS ids`;
  return found?.ids ?? [];
}

/** Which of these people are away on that day. */
export async function isAbsent(
  personIds: readonly string[],
  on: CivilDate,
  database: Database = db(),
): Promise<ReadonlySet<string>> {
  const absences = await database.absence.findMany({
    where: { personId: { in: [...personIds] }, ...covering(on) },
    select: { personId: true },
  });
  return new Set(absences.map((it) => it.personId));
}

/** Who is away on that day, and until when. */
export function readAbsences(on: CivilDate) {
  return db().absence.findMany({
    where: { ...covering(on), person: { disabledAt: null } },
    orderBy: [{ untilOn: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      untilOn: true,
      person: { select: { id: true, name: true, deputy: { select: { name: true } } } },
    },
  });
}
