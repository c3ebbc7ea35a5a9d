import { supervisionCauses } from '@/lib/appeals/words';
import { runScript } from '@/scripts/launcher/refusal';
import { say } from '@/scripts/launcher/say';
import { withClient } from '@/scripts/launcher/with-client';
import { ownCounty } from './own-county';

/**
 * What it costs to look for what has fallen due among 100,000 running clocks of which nothing has, and
 * how fast what has is then done. The many are written beneath the application, by SQL; those that are
 * moved have been filed and handled through the verbs.
 */

const clocks = 100_000;
const overdue = 600;

const running = `
  CREATE TEMP TABLE made AS SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS round,
    gen_random_uuid() AS lead, now() - n % 3000 * interval '1 minute' AS at
  FROM generate_series(1, $1::int) AS n`;

const rows = `
  INSERT INTO "Appeal" (id, "caseNumber", status, kind, urgency, channel, step, round, "filedAt", "lastSeq", "lastHash", "lastAt")
  SELECT id, to_char(at, 'YYYYMMDD') || lpad(n::text, 8, '0'), 'contacted', 'help', 'ordinary', 'web', 3, 1, at, 3, repeat('0', 64), at FROM made;
  INSERT INTO "Round" (id, "appealId", number, origin, "startedAt", invited)
  SELECT round, id, 1, 'own', at, '{}' FROM made;
  INSERT INTO "Assignment" (id, "appealId", "roundId", "unitId", "unitPath", role, "fromAt")
  SELECT lead, m.id, round, u.id, u.path, 'lead', at FROM made m, "Unit" u WHERE u.code = 'liuwan';
  INSERT INTO "Clock" (id, "appealId", "roundId", kind, "startedAt", "dueAt", "yellowAt", "redAt", amount, unit, source, "calendarVersion", provisional)
  SELECT gen_random_uuid(), id, round, 'promise', at, at + interval '7 days', at + interval '6 days', at + interval '8 days', 7, 'calendarDays', '', 1, false FROM made;
  INSERT INTO "Turn" (id, "appealId", "unitId", verb, "dueAt")
  SELECT gen_random_uuid(), m.id, u.id, 'resolve', at + interval '7 days' FROM made m, "Unit" u WHERE u.code = 'liuwan';
  DROP TABLE made`;

await runScript(async () => {
  const { ownerUrl } = await ownCounty();
  const { installCast } = await import('@/prisma/seed/install-cast');
  const cast = await installCast();
  await withClient(ownerUrl, async (client) => {
    await client.query(running, [clocks]);
    await client.query(rows);
    await client.query('ANALYZE');
  });
  const { sweepCards } = await import('@/lib/jobs/sweep-cards');
  const { sweepCalendar } = await import('@/lib/jobs/sweep-calendar');
  const { sweepSupervision } = await import('@/lib/jobs/sweep-supervision');
  const { sweepTurns } = await import('@/lib/jobs/sweep-turns');
  const sweeps = {
    cards: sweepCards,
    resume: () => sweepTurns('resume'),
    lapse: () => sweepTurns('lapse'),
    calendar: sweepCalendar,
    ...Object.fromEntries(
      supervisionCauses.map((cause) => [cause, () => sweepSupervision([cause])]),
    ),
  };
  for (const [name, work] of Object.entries(sweeps)) {
    const runs: number[] = [];
    for (let nth = 0; nth < 20; nth += 1) runs.push((await timed(work)).ms);
    say(`nothing due among ${clocks} running clocks: ${name} ${median(runs).toFixed(1)} ms`);
  }

  const { fileOverdue } = await import('./overdue-cases');
  await fileOverdue(overdue, cast);
  const cards = await timed(sweepCards);
  say(`${cards.result} cards in ${cards.ms.toFixed(0)} ms: ${perSecond(cards)} verbs a second`);
  const again = await timed(sweepCards);
  say(`again: ${again.result} in ${again.ms.toFixed(0)} ms`);
  return 0;
});

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

function perSecond({ ms, result }: { ms: number; result: number }): number {
  return Math.round((result * 1000) / ms);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
