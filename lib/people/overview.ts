import { readChanges } from '@/lib/audit/read-changes';
import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { civilDateOf } from '@/lib/time/civil';
import { openLeadFor } from '@/lib/units/held';
import { readAbsences } from './absences';
import type { PersonActor } from './actor';

/** Names shown beside a count; the rest is a link away. */
const fewNames = 5;

/** What administration has to look at today. */
export async function readOverview(zone: string, by: PersonActor) {
  const at = await databaseClock(db());
  const noPassword = { disabledAt: null, passwordHash: null };
  const named = { id: true, name: true } as const;
  const [waiting, waitingCount, away, leavers, strandedUnits, changes] = await Promise.all([
    db().person.findMany({
      where: noPassword,
      orderBy: { createdAt: 'asc' },
      take: fewNames,
      select: named,
    }),
    db().person.count({ where: noPassword }),
    readAbsences(civilDateOf(at, zone)),
    db().person.findMany({
      where: { disabledAt: { not: null }, assignments: { some: openLeadFor(by) } },
      select: { ...named, _count: { select: { assignments: { where: openLeadFor(by) } } } },
    }),
    db().unit.findMany({
      where: { closedAt: { not: null }, people: { some: { disabledAt: null } } },
      select: { ...named, nameEn: true },
    }),
    readChanges({}, null, zone),
  ]);
  return {
    at,
    waiting,
    waitingCount,
    away,
    leavers,
    strandedUnits,
    changes: changes.rows.slice(0, fewNames),
  };
}

export type Overview = Awaited<ReturnType<typeof readOverview>>;
