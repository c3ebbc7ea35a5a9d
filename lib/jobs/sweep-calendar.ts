import { loadRules } from '@/lib/appeals/rules';
import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { batch, type Due, sweep } from './sweep';

/** Counts every running clock again that stands under an older calendar than the newest. */
export async function sweepCalendar(): Promise<number> {
  const { version } = (await loadRules()).calendar;
  const taken = await sweep(
    'repromise',
    (behind) => db().$queryRaw<Due[]>`
      SELECT c.id, c."appealId", c."startedAt" AS at
      FROM "Clock" c JOIN "Appeal" a ON a.id = c."appealId" LEFT JOIN "Import" m ON m.id = a."importId"
      WHERE c."stoppedAt" IS NULL AND c.unit NOT IN ('minutes', 'hours') AND c."calendarVersion" < ${version}
        AND (c."startedAt", c.id) > (${behind.at}, ${behind.id}::uuid)
        AND (m.id IS NULL OR m."finishedAt" IS NOT NULL)
      ORDER BY c."startedAt", c.id LIMIT ${batch}`,
  );
  const left = await db().clock.findFirst({
    where: {
      stoppedAt: null,
      unit: { notIn: ['minutes', 'hours'] },
      calendarVersion: { lt: version },
    },
    select: { id: true },
  });
  if (!left) {
    await db().calendarVersion.updateMany({
      where: { version: { lte: version }, appliedAt: null },
      data: { appliedAt: await databaseClock(db()) },
    });
  }
  return taken;
}
