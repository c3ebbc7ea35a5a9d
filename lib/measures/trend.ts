import { type Refusal, refuse } from '@/lib/appeals/refusals';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/people/actor';
import { mayMeasure } from './access';
import { type Ask, type MeasuredUnit, measuredUnits, scopeOf } from './ask';
import { type HeadlineKey, headlineKeys } from './define';
import { lists } from './lists';
import { type Period, periodOf } from './period';
import { populationOf, type Scope } from './population';
import { type Counted, type Tally, tallyOf } from './tally';

/** Cases that come and go: counted, not shares of anything. */
export const flowKeys = ['filed', 'closed'] as const;
export type FlowKey = (typeof flowKeys)[number];

export interface Step {
  period: Period;
  tallies: Record<HeadlineKey, Tally>;
  flows: Record<FlowKey, number>;
}

export interface Trend {
  ok: true;
  units: MeasuredUnit[];
  /** In the order asked for. */
  steps: Step[];
}

/** Periods one after the other without a gap, the earliest first, and who is asked about. */
export type TrendAsk = Pick<Ask, 'unit' | 'alone' | 'at'> & {
  periods: readonly Period[];
  zone: string;
};

/**
 * The headline of rounds whose filers came by themselves, and all that was filed and closed, period by period:
 * the very rows each period has on the first page. Not found without the right to measure.
 */
export async function trend(actor: Actor, ask: TrendAsk): Promise<Trend | Refusal> {
  const counted = await countSteps(actor, ask);
  if (!counted.ok) return counted;
  const { units, rates, flows } = counted;
  return {
    ok: true,
    units,
    steps: ask.periods.map((period, nth) => stepOf(period, nth, rates, flows)),
  };
}

export interface Rate extends Counted {
  measure: HeadlineKey;
  /** Which of the periods, from 0. */
  step: number;
}

export interface Flow {
  list: FlowKey;
  unitId: string | null;
  step: number;
  n: number;
}

interface CountedSteps {
  ok: true;
  units: MeasuredUnit[];
  rates: Rate[];
  flows: Flow[];
}

/** Every number of every period and unit, in two statements. */
export async function countSteps(actor: Actor, ask: TrendAsk): Promise<CountedSteps | Refusal> {
  if (!mayMeasure(actor)) return refuse('notFound');
  const [first, last] = [ask.periods[0], ask.periods.at(-1)];
  if (!first || !last) throw new RangeError('no period');
  const units = await measuredUnits();
  const period = periodOf(first.fromOn, last.toOn, ask.zone);
  const scope = scopeOf(actor, { ...ask, period }, units);
  if (!scope) return refuse('unknownUnit');
  const step = stepInSql(ask.periods);
  const [rates, flows] = await Promise.all([countRates(scope, step), countFlows(scope, step)]);
  return { ok: true, units, rates, flows };
}

export const stepOf = (
  period: Period,
  nth: number,
  rates: readonly Rate[],
  flows: readonly Flow[],
): Step => ({
  period,
  tallies: Object.fromEntries(
    headlineKeys.map((key) => [
      key,
      tallyOf(rates.filter((it) => it.measure === key && it.step === nth)),
    ]),
  ) as Step['tallies'],
  flows: Object.fromEntries(
    flowKeys.map((key) => [
      key,
      flows.reduce((sum, it) => (it.list === key && it.step === nth ? sum + it.n : sum), 0),
    ]),
  ) as Step['flows'],
});

/** Which period an instant lies in, from 0. */
const stepInSql = (periods: readonly Period[]): Prisma.Sql =>
  Prisma.sql`width_bucket(at, ${periods.map(({ from }) => from.toISOString())}::timestamptz[]) - 1`;

function countRates(scope: Scope, step: Prisma.Sql): Promise<Rate[]> {
  const all = Prisma.join(
    headlineKeys.map((key) => populationOf(key, scope)),
    ' UNION ALL ',
  );
  return db().$queryRaw<Rate[]>`
    SELECT measure, "unitId", origin, answer, heard, late, ${step} AS step, count(*)::int AS n
    FROM (${all}) AS due WHERE origin = 'own'
    GROUP BY measure, "unitId", origin, answer, heard, late, step`;
}

function countFlows(scope: Scope, step: Prisma.Sql): Promise<Flow[]> {
  const all = Prisma.join(
    flowKeys.map(
      (key) =>
        Prisma.sql`SELECT ${key} AS list, "unitId", at FROM (${lists[key].rows(scope)}) AS ${Prisma.raw(key)}`,
    ),
    ' UNION ALL ',
  );
  return db().$queryRaw<Flow[]>`
    SELECT list, "unitId", ${step} AS step, count(*)::int AS n FROM (${all}) AS flowing
    GROUP BY list, "unitId", step`;
}
