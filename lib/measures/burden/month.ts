import { createHash } from 'node:crypto';
import { isBarredFromSome } from '@/lib/appeals/queries/recused';
import { db } from '@/lib/db/client';
import { now } from '@/lib/time/now';
import { type Period, recentMonths } from '../period';
import type { Scope } from '../population';
import { type BurdenCounts, burdenStatements, countBurden } from './count';

/** Months a page offers. */
const monthsOffered = 4;

const minute = 60_000;
const hour = 60 * minute;

/** How old what was counted may be: of a month that is not over, and of one that was over when it was counted. */
const oldest = { going: 2 * hour, over: 48 * hour };
/** When it is counted anew. */
const renewed = { going: 55 * minute, over: 23 * hour };

/** What takes longer to count than a page may take is shown as it was counted last. */
const slowMs = 250;

export interface BurdenKept {
  countedAt: Date;
  counts: BurdenCounts;
}

interface Row {
  fromOn: string;
  zone: string;
  made: string;
  countedAt: Date;
  tookMs: number;
}

/**
 * What was counted last of everybody in a whole month, where counting it takes longer than a page may; null: to be
 * counted. Never for somebody who is barred from a case, in whose numbers that case is not.
 */
export async function keptBurden(scope: Scope): Promise<BurdenKept | null> {
  const { actor, period, unitPath } = scope;
  if (unitPath !== null || !actor) return null;
  const [kept, { zone }] = await Promise.all([
    db().burdenMonth.findUnique({ where: { fromOn: period.fromOn } }),
    db().installation.findUniqueOrThrow({ where: { id: 1 }, select: { zone: true } }),
  ]);
  if (!kept || kept.tookMs < slowMs || !isMonth(period, zone)) return null;
  if (!isOfToday(kept, zone) || !isYoung(kept, period, scope.at, oldest)) return null;
  if (await isBarredFromSome(db(), actor)) return null;
  return { countedAt: kept.countedAt, counts: kept.counts as unknown as BurdenCounts };
}

/**
 * Counts the months a page offers, each when what is kept of it has grown old.
 *
 * @returns how many were counted.
 */
export async function keepBurden(at = now()): Promise<number> {
  const { zone } = await db().installation.findUniqueOrThrow({ where: { id: 1 } });
  const known = await db().burdenMonth.findMany({
    select: { fromOn: true, zone: true, made: true, countedAt: true, tookMs: true },
  });
  let months = 0;
  for (const period of recentMonths(monthsOffered, at, zone)) {
    const kept = known.find((it) => it.fromOn === period.fromOn);
    if (kept && isOfToday(kept, zone) && isYoung(kept, period, at, renewed)) continue;
    await countMonth(period, zone, at);
    months += 1;
  }
  return months;
}

async function countMonth(period: Period, zone: string, at: Date): Promise<void> {
  const begun = performance.now();
  const scope: Scope = { actor: null, period, unitPath: null, alone: false, at };
  const counts = (await countBurden(scope)) as object;
  const tookMs = Math.round(performance.now() - begun);
  const row = { zone, made: madeNow(), countedAt: at, tookMs, counts };
  const { fromOn } = period;
  await db().burdenMonth.upsert({ where: { fromOn }, create: { fromOn, ...row }, update: row });
}

const isMonth = (period: Period, zone: string): boolean => {
  const [month] = recentMonths(1, period.from, zone);
  return (
    month?.from.getTime() === period.from.getTime() &&
    month.until.getTime() === period.until.getTime()
  );
};

const isOfToday = (kept: Row, zone: string): boolean =>
  kept.zone === zone && kept.made === madeNow();

/** Whether it was counted no longer ago than the limits say. */
const isYoung = (
  { countedAt }: Row,
  { until }: Period,
  at: Date,
  limits: Record<'going' | 'over', number>,
): boolean => at.getTime() - countedAt.getTime() <= limits[countedAt < until ? 'going' : 'over'];

let made: string | undefined;

/** Names the statements by which it is counted: after a release that counts otherwise all is counted anew. */
function madeNow(): string {
  const at = new Date(0);
  const period = { fromOn: '', toOn: '', from: at, until: at };
  const scope: Scope = { actor: null, period, unitPath: null, alone: false, at };
  made ??= createHash('sha256')
    .update(
      burdenStatements(scope)
        .map(({ sql, values }) => sql + JSON.stringify(values))
        .join(),
    )
    .digest('hex')
    .slice(0, 16);
  return made;
}
