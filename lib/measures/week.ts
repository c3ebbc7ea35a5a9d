import type { Refusal } from '@/lib/appeals/refusals';
import type { Actor } from '@/lib/people/actor';
import { addDays } from '@/lib/time/civil';
import type { MeasuredUnit } from './ask';
import { type CountChange, countChange } from './count-change';
import { type HeadlineKey, headlineKeys } from './define';
import { changeOf, type Difference, isChange } from './difference';
import { type FlowKey, flowKeys } from './flows';
import { type Period, periodBefore, periodOf } from './period';
import { shareOf, type Tally } from './tally';
import { countSteps, type Step, stepOf, type TrendAsk } from './trend';

/** Weeks that are called a unit's own past. */
const pastWeeks = 12;

export type Against = 'before' | 'past';

/** Something that differs by more than chance. `unit` null: all that is asked about together. */
export type WeekChange = { unit: MeasuredUnit | null; against: Against } & (
  | { kind: 'rate'; measure: HeadlineKey; now: Tally; earlier: Tally; difference: Difference }
  | {
      kind: 'flow';
      flow: FlowKey;
      now: number;
      earlier: number;
      change: Exclude<CountChange, 'same'>;
    }
);

export interface Week {
  ok: true;
  week: Period;
  before: Period;
  past: Period;
  changes: WeekChange[];
  /** How many comparisons were made: of twenty, chance alone calls one a change. */
  compared: number;
}

type WeekAsk = Omit<TrendAsk, 'periods'> & { week: Period };

/**
 * What of a week lies outside of chance, against the week before and against the twelve weeks before that: of
 * all that is asked about, and of each unit by itself. Rates by Newcombe's interval, counts exactly.
 */
export async function weekChanges(
  actor: Actor,
  { week, ...ask }: WeekAsk,
): Promise<Week | Refusal> {
  const before = periodBefore(week, ask.zone);
  const past = periodOf(
    addDays(before.fromOn, -7 * pastWeeks),
    addDays(before.fromOn, -1),
    ask.zone,
  );
  const periods = [past, before, week];
  const counted = await countSteps(actor, { ...ask, periods }, true);
  if (!counted.ok) return counted;
  const { units, rates, flows } = counted;
  const stepsOf = (isIts: (row: { unitId: string | null }) => boolean) => {
    const [own, ownFlows] = [rates.filter(isIts), flows.filter(isIts)];
    return periods.map((period, nth) => stepOf(period, nth, own, ownFlows));
  };
  const all = [
    { unit: null, steps: stepsOf(() => true) },
    ...units.map((unit) => ({ unit, steps: stepsOf((it) => it.unitId === unit.id) })),
  ].map(({ unit, steps }) => compare(unit, steps));
  return {
    ok: true,
    week,
    before,
    past,
    changes: all.flatMap((it) => it.changes),
    compared: all.reduce((sum, it) => sum + it.compared, 0),
  };
}

function compare(unit: MeasuredUnit | null, [past, before, week]: readonly Step[]) {
  const changes: WeekChange[] = [];
  let compared = 0;
  for (const [against, then, weeks] of [
    ['before', before, 1],
    ['past', past, pastWeeks],
  ] as const) {
    if (!week || !then) continue;
    for (const measure of headlineKeys) {
      const [one, other] = [week.tallies[measure], then.tallies[measure]];
      const difference = changeOf(share(one), share(other));
      if (!difference) continue;
      compared++;
      if (!isChange(difference)) continue;
      changes.push({ kind: 'rate', unit, against, measure, now: one, earlier: other, difference });
    }
    for (const flow of flowKeys) {
      const [one, other] = [week.flows[flow], then.flows[flow]];
      if (one + other === 0) continue;
      compared++;
      const change = countChange(one, other, { days: 7, daysBefore: 7 * weeks });
      if (change !== 'same') {
        changes.push({ kind: 'flow', unit, against, flow, now: one, earlier: other, change });
      }
    }
  }
  return { changes, compared };
}

const share = ({ yes, answered }: Tally) => shareOf(yes, answered);
