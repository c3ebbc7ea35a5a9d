import { supervisionCauses } from '@/lib/appeals/words';
import { withClient } from '@/scripts/launcher/with-client';
import { type Figure, spreadOf } from './figures';
import type { Bench } from './frame';
import { measure } from './measure';

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
  INSERT INTO "Turn" (id, "appealId", "unitId", verb, "dueAt", round, recused)
  SELECT gen_random_uuid(), m.id, u.id, 'resolve', at + interval '7 days', 1, FALSE FROM made m, "Unit" u WHERE u.code = 'liuwan';
  DROP TABLE made`;

/**
 * What it costs to look for what has fallen due among 100,000 running clocks of which nothing has, and
 * how fast what has is then done. The many are written beneath the application, by SQL; those that are
 * moved have been filed and handled through the verbs.
 */
export const sweep: Bench = {
  ground: 'own',
  async run({ ownerUrl, hand, times, quick }) {
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
    const causes = supervisionCauses.map(
      (cause) => [cause, () => sweepSupervision([cause])] as const,
    );
    const sweeps: readonly (readonly [string, () => Promise<unknown>, string?])[] = [
      ['cards', sweepCards, byHand.cards],
      ['resume', () => sweepTurns('resume'), byHand.turns],
      ['lapse', () => sweepTurns('lapse'), byHand.turns],
      ['calendar', sweepCalendar],
      ...causes,
    ];
    const figures: Figure[] = [];
    for (const [name, work, text] of sweeps) {
      const other = text ? () => hand.query(text) : undefined;
      const told = `nothing due among ${clocks} running clocks, ${name}`;
      figures.push(await measure(told, times(20), work, other));
    }

    const { fileOverdue } = await import('./overdue-cases');
    await fileOverdue(quick ? overdue / 10 : overdue, cast);
    for (const told of ['cards on what is overdue', 'the same again']) {
      const begun = performance.now();
      const given = await sweepCards();
      const spent = performance.now() - begun;
      const note = `${given} cards, ${Math.round((given * 1000) / spent)} verbs a second`;
      figures.push({ name: told, ours: spreadOf([spent]), note });
    }
    return figures;
  },
};

/** What a sweep looks for, and nothing else. */
const byHand = {
  cards: `SELECT id FROM "Clock" WHERE "stoppedAt" IS NULL AND card IS NULL AND "yellowAt" <= now()
    ORDER BY "yellowAt", id LIMIT 200`,
  turns: `SELECT id FROM "Turn" WHERE capability = 'system' AND "notBefore" <= now()
    ORDER BY "notBefore", id LIMIT 200`,
};
