import { db } from '@/lib/db/client';
import { readRecounts } from '@/lib/recount/read-recounts';
import { machineClock, now } from '@/lib/time/now';
import { expectedMigrations } from './expected-migrations';
import type { Facts, Outbox } from './facts';

type FromDatabase = Pick<
  Facts,
  'at' | 'machineAt' | 'database' | 'migrations' | 'pulsesSince' | 'pulses' | 'outbox' | 'recount'
>;

/** The migration that brought the pulses. */
const began = '0027_pulses';

interface Applied {
  name: string;
  at: Date;
}

/**
 * Asks which version the database is of and, where it is ours, the rest.
 *
 * @throws when it does not answer.
 */
export async function readDatabase(): Promise<FromDatabase> {
  // Opening a connection is not counted: how long an answer takes is what pages wait for.
  await db().$queryRaw`SELECT 1`;
  const askedAt = now();
  const [answer] = await db().$queryRaw<{ at: Date; applied: Applied[] | null }[]>`
    SELECT clock_timestamp() AS at, (SELECT json_agg(json_build_object(
      'name', migration_name, 'at', finished_at) ORDER BY migration_name)
      FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS applied`;
  if (!answer) throw new Error('the database answers without an answer');
  const [at, machineAt] = [now(), machineClock()];
  const applied = answer.applied ?? [];
  const migrations = { expected: expectedMigrations(), applied: applied.map((it) => it.name) };
  const ours = migrations.expected.every((it) => migrations.applied.includes(it));
  const since = applied.find((it) => it.name === began)?.at;
  const [pulses, outbox, recount] = ours
    ? await Promise.all([readPulses(), readOutbox(), readRecounts()])
    : [null, null, null];
  return {
    at,
    machineAt,
    database: { at: answer.at, tookMs: at.getTime() - askedAt.getTime() },
    migrations,
    pulsesSince: since ? new Date(since) : null,
    pulses,
    outbox,
    recount,
  };
}

async function readPulses(): Promise<Map<string, Date>> {
  const rows = await db().$queryRaw<{ name: string; at: Date }[]>`
    SELECT name, at FROM "Pulse" WHERE name NOT LIKE 'process:%'`;
  return new Map(rows.map((it) => [it.name, it.at]));
}

/** Numbers alone, of all cases: what waits to be told, and by which ways nothing goes. */
async function readOutbox(): Promise<Outbox> {
  const [[waiting], [over], ways] = await Promise.all([
    db().$queryRaw<{ due: number; oldestDueAt: Date | null }[]>`
      SELECT count(*)::int AS due, min(at) AS "oldestDueAt" FROM (
        SELECT COALESCE("dueAt", "createdAt" + interval '1 minute') AS at FROM "Notice"
        WHERE "settledAt" IS NULL AND COALESCE("dueAt", "createdAt" + interval '1 minute') <= clock_timestamp()
        ORDER BY "createdAt" LIMIT 1000) due`,
    db().$queryRaw<{ givenUp: number }[]>`
      SELECT count(*)::int AS "givenUp" FROM "Notice" WHERE outcome IN ('dead', 'refused', 'late')
        AND outcome = 'dead' AND "settledAt" > clock_timestamp() - interval '1 day'`,
    db().$queryRaw<{ channel: string }[]>`
      SELECT channel FROM "Delivery" WHERE at > clock_timestamp() - interval '1 hour' AND channel <> 'letter'
      GROUP BY channel HAVING bool_and(outcome IN ('failed', 'unknown')) AND count(*) >= 3 ORDER BY channel`,
  ]);
  return {
    due: waiting?.due ?? 0,
    oldestDueAt: waiting?.oldestDueAt ?? null,
    givenUp: over?.givenUp ?? 0,
    failing: ways.map((it) => it.channel),
  };
}
