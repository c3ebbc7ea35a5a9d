import type { Client } from 'pg';
import { lastDays, periodBefore } from '@/lib/measures/period';
import type { Bench } from './frame';
import { measure } from './measure';
import { nthOf, peopleWith } from './people';

const zone = 'Asia/Shanghai';

/** The supervisors' first page over the last thirty generated days, against one grouped statement. */
export const supervision: Bench = {
  ground: 'generated',
  async run({ hand, times }) {
    const { overview } = await import('@/lib/measures/queries');
    const { casesBehind } = await import('@/lib/measures/cases');
    const supervisors = await peopleWith(hand, 'supervisor');
    const { rows } = await hand.query<{ at: Date }>(
      `SELECT "filedAt" AS at FROM "Appeal" WHERE "filedAt" < now() - interval '1 day'
       AND status = 'closed' ORDER BY "filedAt" DESC LIMIT 1`,
    );
    const at = rows[0]?.at ?? new Date();
    const period = lastDays(30, at, zone);
    const ask = { period, compareWith: periodBefore(period, zone), unit: null, at };
    const window = [period.from, period.until] as const;
    const figure = await measure(
      'the supervision page',
      times(40),
      async (nth) => {
        const seen = await overview(nthOf(supervisors, nth), ask);
        if (!seen.ok) throw new Error(seen.code);
      },
      () => overviewByHand(hand, window),
    );
    const behind = await measure(
      'the cases behind a number',
      times(60),
      async (nth) => {
        const which = { measure: 'solved', which: 'no', origin: 'own' } as const;
        const seen = await casesBehind(nthOf(supervisors, nth), { ...ask, ...which });
        if (!seen.ok) throw new Error(seen.code);
      },
      () =>
        hand.query(
          `SELECT a."caseNumber", d.title, r.number, r."unitId", r."countedAt", v.solved
           FROM "Round" r JOIN "Verdict" v ON v."roundId" = r.id AND v.occasion = 'closing'
           JOIN "Appeal" a ON a.id = r."appealId" JOIN "Detail" d ON d."appealId" = a.id
           WHERE r."countedAt" >= $1 AND r."countedAt" < $2 AND r.origin = 'own' AND v.solved <> 'yes'
           ORDER BY r."countedAt" DESC LIMIT 26`,
          [...window],
        ),
    );
    return [figure, behind];
  },
};

/** What happened in a window by one grouped statement. */
export async function overviewByHand(
  client: Client,
  window: readonly [from: Date, until: Date],
): Promise<void> {
  await client.query(
    `SELECT r."unitId", r.origin, v.solved, v.result, v.handling, count(*)
     FROM "Round" r LEFT JOIN "Verdict" v ON v."roundId" = r.id AND v.occasion = 'closing'
     WHERE r."countedAt" >= $1 AND r."countedAt" < $2 GROUP BY 1, 2, 3, 4, 5`,
    [...window],
  );
}
