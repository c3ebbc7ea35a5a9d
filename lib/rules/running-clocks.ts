import { notRecusedFrom } from '@/lib/appeals/queries/recused';
import { type Database, db } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';
import { stepsOf } from '@/lib/sla/recompute';
import type { RunningClock } from './promise-moves';

const batch = 2_000;

/**
 * Every clock that runs towards a date a calendar has a say in, in lots. Hours and minutes know no calendar,
 * paused clocks have no date, and whoever looks is told of no case they are barred from.
 */
export async function* runningClocks(
  by: PersonActor,
  database: Database = db(),
): AsyncGenerator<RunningClock[]> {
  let after: string | null = null;
  for (;;) {
    const rows = await readBatch(database, by, after);
    if (rows.length > 0) yield rows;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < batch || !after) return;
  }
}

async function readBatch(
  database: Database,
  by: PersonActor,
  after: string | null,
): Promise<RunningClock[]> {
  const rows = await database.clock.findMany({
    where: {
      stoppedAt: null,
      dueAt: { not: null },
      unit: { notIn: ['minutes', 'hours'] },
      appeal: notRecusedFrom(by),
      ...(after ? { id: { gt: after } } : {}),
    },
    orderBy: { id: 'asc' },
    take: batch,
    include: { pauses: true, extensions: true, appeal: { select: { caseNumber: true } } },
  });
  return rows.map(({ pauses, extensions, appeal, ...clock }) => ({
    ...clock,
    remaining: null,
    caseNumber: appeal.caseNumber,
    steps: stepsOf(pauses, extensions),
  }));
}
