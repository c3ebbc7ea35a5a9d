import { v7 as newId } from 'uuid';
import { loadRules } from '@/lib/appeals/rules';
import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { measuredUnits } from '@/lib/measures/ask';
import type { Scope } from '@/lib/measures/population';
import { civilDateOf } from '@/lib/time/civil';
import { countFigures } from './figures';
import { periodsOver, reportKinds } from './kinds';

/**
 * Makes every report that is due and not there: the day, the week and the month that are over, and those that
 * were missed while nothing ran. Run twice it makes nothing twice; of two at once one is kept.
 *
 * @returns how many were made.
 */
export async function makeReports(given?: Date): Promise<number> {
  const { zone } = (await loadRules()).calendar;
  const at = given ?? (await databaseClock(db()));
  const first = await db().appeal.findFirst({
    where: { trial: false },
    orderBy: { filedAt: 'asc' },
    select: { filedAt: true },
  });
  if (!first) return 0;
  const firstOn = civilDateOf(first.filedAt, zone);
  const units = await measuredUnits();
  let made = 0;
  for (const kind of reportKinds) {
    for (const period of periodsOver(kind, { at, zone, firstOn })) {
      const { fromOn, toOn } = period;
      const known = await db().report.findUnique({
        where: { kind_fromOn: { kind, fromOn } },
        select: { id: true },
      });
      if (known) continue;
      const scope: Scope = {
        actor: null,
        period,
        unitPath: null,
        alone: false,
        at,
        unhurried: true,
      };
      const figures = await countFigures(scope, units);
      const row = { id: newId(), kind, fromOn, toOn, zone, madeAt: at, figures: figures as object };
      made += (await db().report.createMany({ data: [row], skipDuplicates: true })).count;
    }
  }
  return made;
}
