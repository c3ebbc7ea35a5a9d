import { v7 as newId } from 'uuid';
import { type Database, db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { log } from '@/lib/log';
import { monthWith, type Period, periodOf } from '@/lib/measures/period';
import { readZone } from '@/lib/rules/calendar-queries';
import { addDays, civilDateOf } from '@/lib/time/civil';
import type { Found, Window } from './detector';
import { type DetectorKey, detectorKeys, detectors } from './table';

/** The three and the twelve months that end with the month in which the day lies. */
export function windowAt(on: string, zone: string): Window {
  const last = monthWith(on, zone);
  const since = (months: number): Period => {
    let first = last;
    for (let it = 1; it < months; it++) first = monthWith(addDays(first.fromOn, -1), zone);
    return periodOf(first.fromOn, last.toOn, zone);
  };
  return { quarter: since(3), year: since(12), zone };
}

export type FoundBy = Found & { detector: DetectorKey };

/** What the detectors find in one window; nothing is written. */
export async function detect(
  database: Database,
  window: Window,
  keys: readonly DetectorKey[] = detectorKeys,
): Promise<FoundBy[]> {
  const units = await database.unit.findMany({ select: { id: true, kind: true } });
  const all: FoundBy[] = [];
  for (const detector of keys) {
    const found = await detectors[detector].find(database, window, units);
    all.push(...found.map((it) => ({ ...it, detector })));
  }
  return all;
}

/** Months after which one that was missed is no longer made up for: where verdicts came from is forgotten by then. */
const madeUpFor = 3;

/**
 * Looks at each month that is over and has not been looked at, of the last three. Whole months alone: looking
 * every night at what has come so far would find by chance what a month does not bear out. The same facts are
 * found once: no second signal of a detector about a unit whose days overlap with those of an earlier one.
 *
 * @returns how many signals there are now to look at that were not there before.
 */
export async function detectDue(at?: Date): Promise<number> {
  const zone = await readZone();
  const today = civilDateOf(at ?? (await databaseClock(db())), zone);
  const months: Period[] = [];
  for (let before = monthWith(today, zone); months.length < madeUpFor; ) {
    before = monthWith(addDays(before.fromOn, -1), zone);
    months.unshift(before);
  }
  const looked = await db().signalRun.findMany({
    where: { toOn: { in: months.map((it) => it.toOn) } },
  });
  const due = months.filter((it) => !looked.some((run) => run.toOn === it.toOn));
  let made = 0;
  for (const { toOn } of due) made += await lookAt(windowAt(toOn, zone));
  return made;
}

/** One month, in one transaction: two workers at once find it looked at. */
async function lookAt(window: Window): Promise<number> {
  const { toOn } = window.quarter;
  return db().$transaction(
    async (transaction) => {
      const at = await databaseClock(transaction);
      const { count } = await transaction.signalRun.createMany({
        data: [{ toOn, at }],
        skipDuplicates: true,
      });
      if (count === 0) return 0;
      let made = 0;
      for (const it of await detect(transaction, window)) {
        const { fromOn } = window[detectors[it.detector].span];
        const { detector, unitId } = it;
        const told = await transaction.signal.count({
          where: { detector, unitId, toOn: { gte: fromOn }, fromOn: { lte: toOn } },
        });
        if (told > 0) continue;
        const id = newId();
        await transaction.signal.create({
          data: {
            ...{ id, detector, unitId, fromOn, toOn, firstAt: at, state: 'open' },
            numbers: it.numbers,
          },
        });
        await transaction.signalCase.createMany({
          data: it.cases.map((appealId) => ({ signalId: id, appealId })),
        });
        made += 1;
      }
      log.info({ toOn, signals: made }, 'the detectors looked at a month');
      return made;
    },
    { maxWait: 30_000, timeout: 10 * 60_000 },
  );
}
