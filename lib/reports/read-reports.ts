import { z } from 'zod';
import { barredInSql } from '@/lib/appeals/queries/recused';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { mayMeasure } from '@/lib/measures/access';
import { type MeasuredUnit, measuredUnits } from '@/lib/measures/ask';
import { type Period, periodOf } from '@/lib/measures/period';
import type { Actor, PersonActor } from '@/lib/people/actor';
import { countFigures, type Figures } from './figures';
import type { ReportKind } from './kinds';

export interface ReportHead {
  id: string;
  kind: ReportKind;
  period: Period;
  madeAt: Date;
}

const most = 60;

/** Reports of a kind, the latest first. Empty without the right to measure. */
export async function readReports(actor: Actor, kind: ReportKind): Promise<ReportHead[]> {
  if (!mayMeasure(actor)) return [];
  const rows = await db().report.findMany({
    where: { kind },
    orderBy: { fromOn: 'desc' },
    take: most,
    select: { id: true, kind: true, fromOn: true, toOn: true, zone: true, madeAt: true },
  });
  return rows.map(headOf);
}

const headOf = (row: Omit<ReportHead, 'period'> & Stored): ReportHead => ({
  id: row.id,
  kind: row.kind,
  period: periodOf(row.fromOn, row.toOn, row.zone),
  madeAt: row.madeAt,
});
type Stored = { fromOn: string; toOn: string; zone: string };

export interface Report extends ReportHead {
  units: MeasuredUnit[];
  /** What it said when it was made. */
  said: Figures;
  /** The same counted at `at`. */
  now: Figures;
}

/**
 * One report, and what the same figures are now. It counts all cases, so whoever is barred from any case is not
 * told what it said: to them it says what is counted now without those cases, in the same words. Null
 * without the right to measure, or where there is none.
 */
export async function readReport(actor: Actor, id: string, at: Date): Promise<Report | null> {
  if (!mayMeasure(actor) || !z.uuid().safeParse(id).success) return null;
  const row = await db().report.findUnique({ where: { id } });
  if (!row) return null;
  const head = headOf(row);
  const units = await measuredUnits();
  const scope = { actor, period: head.period, unitPath: null, alone: false, at };
  const [now, barred] = await Promise.all([countFigures(scope, units), isBarred(actor)]);
  return { ...head, units, said: barred ? now : (row.figures as unknown as Figures), now };
}

async function isBarred(actor: PersonActor): Promise<boolean> {
  const [row] = await db().$queryRaw<{ barred: boolean }[]>(
    Prisma.sql`SELECT EXISTS (${barredInSql(actor)}) AS barred`,
  );
  return row?.barred ?? true;
}
