import { notRecusedInSql } from '@/lib/appeals/queries/recused';
import { type Database, db } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';
import type { Calendar } from '@/lib/sla/calendar';

interface VersionFacts {
  source: string;
  lastKnownYear: number;
  businessEndsAt: string;
}

export interface CalendarDayRow {
  on: string;
  working: boolean;
  name: string;
}

export interface CalendarView extends VersionFacts {
  version: number;
  createdAt: Date;
  appliedAt: Date | null;
  days: CalendarDayRow[];
}

export async function readCalendars(): Promise<(Omit<CalendarView, 'days'> & { days: number })[]> {
  const rows = await db().calendarVersion.findMany({
    orderBy: { version: 'desc' },
    include: { _count: { select: { days: true } } },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, days: _count.days }));
}

/** One version with its days in order; the newest unless a version is named. */
export async function readCalendarView(
  version?: number,
  database: Database = db(),
): Promise<CalendarView | null> {
  return database.calendarVersion.findFirst({
    ...(version === undefined ? {} : { where: { version } }),
    orderBy: { version: 'desc' },
    include: { days: { orderBy: { on: 'asc' }, omit: { version: true } } },
  });
}

/** A version as the arithmetic of limits takes it. */
export function asCalendar(
  view: Pick<CalendarView, 'version' | 'days' | 'lastKnownYear' | 'businessEndsAt'>,
  zone: string,
): Calendar {
  const { version, lastKnownYear, businessEndsAt } = view;
  const days = new Map(view.days.map((it) => [it.on, it.working]));
  return { version, zone, days, lastKnownYear, businessEndsAt };
}

export async function readZone(database: Database = db()): Promise<string> {
  const { zone } = await database.installation.findUniqueOrThrow({
    where: { id: 1 },
    select: { zone: true },
  });
  return zone;
}

/** How many clocks have not stopped and were counted under an older version than the newest. */
export async function readBehind(by: PersonActor): Promise<{ behind: number; running: number }> {
  const rows = await db().$queryRaw<{ behind: number; running: number }[]>`
    SELECT count(*) FILTER (
        WHERE "calendarVersion" < (SELECT max(version) FROM "CalendarVersion"))::int AS behind,
      count(*)::int AS running
    FROM "Clock" c JOIN "Appeal" a ON a.id = c."appealId"
    WHERE c."stoppedAt" IS NULL AND ${notRecusedInSql(by)}`;
  return rows[0] ?? { behind: 0, running: 0 };
}
