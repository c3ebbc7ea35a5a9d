import { type Refusal, refuse } from '@/lib/appeals/refusals';
import type { Actor } from '@/lib/people/actor';
import { mayMeasure } from './access';
import { type Ask, type MeasuredUnit, measuredUnits, scopeOf } from './ask';
import { type HeadlineKey, headlineKeys } from './define';
import { type FlowKey, flowKeys } from './flows';
import { type Period, periodOf } from './period';
import { countRolled } from './rolled/read';
import { type Counted, type Tally, tallyOf } from './tally';

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

/** Every number of every period, and `byUnit` that of each unit. */
export async function countSteps(
  actor: Actor,
  ask: TrendAsk,
  byUnit = false,
): Promise<CountedSteps | Refusal> {
  if (!mayMeasure(actor)) return refuse('notFound');
  const [first, last] = [ask.periods[0], ask.periods.at(-1)];
  if (!first || !last) throw new RangeError('no period');
  const units = await measuredUnits();
  const period = periodOf(first.fromOn, last.toOn, ask.zone);
  const scope = scopeOf(actor, { ...ask, period }, units);
  if (!scope) return refuse('unknownUnit');
  const asked = { scope, periods: ask.periods, byUnit };
  const [rates, flows] = await Promise.all([
    countRolled({ ...asked, keys: headlineKeys, origin: 'own' }),
    countRolled({ ...asked, keys: flowKeys }),
  ]);
  return {
    ok: true,
    units,
    rates: rates.map(({ key, ...rate }) => ({ ...rate, measure: key })),
    flows: flows.map(({ key, unitId, step, n }) => ({ list: key, unitId, step, n })),
  };
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
