import { Anchor } from '@/components/ui/anchor';
import { shareOf } from '@/lib/measures/tally';
import type { Week, WeekChange } from '@/lib/measures/week';
import { casesAddress, listAddress, type Place } from './address';
import { percent, points } from './percent';
import { trendWords } from './trend-words';

type WeekChangesProps = { place: Place; found: Week; at: Date };
type Words = Awaited<ReturnType<typeof trendWords>>;

/** One sentence for each thing that lies outside of chance, and how many would by chance alone. */
export async function WeekChanges({ place, found, at }: WeekChangesProps) {
  const words = await trendWords(at);
  const { w, unitName } = words;
  return (
    <>
      {found.changes.length === 0 ? (
        <p>{w('week.nothing')}</p>
      ) : (
        <ul className="stack">
          {found.changes.map((change) => (
            <li key={keyOf(change)}>
              <Anchor href={addressOf(change, place, found)}>
                {w('week.sentence', {
                  unit: change.unit ? unitName(change.unit) : w('week.county'),
                  what: sentenceOf(change, words),
                })}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
      <p className="meta mt-16">
        {w('week.compared', { n: found.compared, chance: (found.compared / 20).toFixed(1) })}
      </p>
    </>
  );
}

const keyOf = (it: WeekChange): string =>
  [it.unit?.id, it.against, it.kind === 'rate' ? it.measure : it.flow].join(' ');

function addressOf(change: WeekChange, place: Place, { week }: Week): string {
  const { unit } = change;
  const there = { ...place, period: week, ...(unit ? { unit: unit.code, alone: true } : {}) };
  return change.kind === 'rate'
    ? casesAddress({ ...there, measure: change.measure, which: 'due', origin: 'own' })
    : listAddress(change.flow, there);
}

function sentenceOf(change: WeekChange, { t, w }: Words): string {
  const { against } = change;
  if (change.kind === 'flow') {
    const { flow, now, earlier } = change;
    return w(`week.flow.${against}`, {
      flow: w(`charts.flow.${flow}`),
      now,
      earlier: against === 'past' ? (earlier / 12).toFixed(1) : earlier,
      change: w(`week.${change.change}`),
    });
  }
  const { measure, now, earlier, difference } = change;
  const rate = (it: typeof now) => percent(shareOf(it.yes, it.answered)?.value ?? 0);
  return w(`week.rate.${against}`, {
    measure: t(`measure.${measure}.name`),
    now: rate(now),
    yes: now.yes,
    answered: now.answered,
    earlier: rate(earlier),
    yesEarlier: earlier.yes,
    answeredEarlier: earlier.answered,
    difference: points(difference.value),
    low: points(difference.low),
    high: points(difference.high),
  });
}
