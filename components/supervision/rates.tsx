import { Anchor } from '@/components/ui/anchor';
import { axisFrom } from '@/components/ui/interval-bar';
import { RateFigure } from '@/components/ui/rate-figure';
import type { Which } from '@/lib/measures/cases';
import { type HeadlineKey, headlineKeys } from '@/lib/measures/define';
import { changeOf, isChange } from '@/lib/measures/difference';
import type { Period } from '@/lib/measures/period';
import type { Tallies } from '@/lib/measures/queries';
import { type Share, shareOf, type Tally } from '@/lib/measures/tally';
import { casesAddress, type Place } from './address';
import { percent, points } from './percent';
import { supervisionWords } from './words';

type RatesProps = {
  place: Place;
  now: Tallies;
  before: Tallies;
  /** What of `now` is left out after exclusions. */
  leftOut: Tallies;
  compareWith: Period;
  at: Date;
};

type Line = { key: string; words: React.ReactNode };
type Words = Awaited<ReturnType<typeof supervisionWords>>;

/** The four rates, each with all it cannot be printed without. */
export async function Rates({ place, now, before, leftOut, compareWith, at }: RatesProps) {
  const words = await supervisionWords(at);
  const figures = headlineKeys.map((key) => ({
    key,
    share: shareOf(now[key].yes, now[key].answered),
    earlier: shareOf(before[key].yes, before[key].answered),
  }));
  const lows = figures.flatMap(({ share, earlier }) =>
    share ? [share.low, earlier?.value ?? 1] : [],
  );
  const from = axisFrom(100 * Math.min(1, ...lows));
  return (
    <div className="rates">
      {figures.map(({ key, share, earlier }) => {
        return (
          <RateFigure
            key={key}
            name={words.t(`measure.${key}.question`)}
            rate={share && { ...figureOf(share, earlier), from }}
            missing={missingWords(key, now[key], words)}
            lines={[
              ...(share ? [intervalLine(share, words)] : []),
              ...countLines(key, now[key], place, words),
              ...afterLines(key, now[key], leftOut[key], place, words),
              ...(share
                ? [{ key: 'change', words: changeLine(share, earlier, compareWith, words) }]
                : []),
            ]}
          />
        );
      })}
    </div>
  );
}

const figureOf = ({ value, low, high }: Share, earlier: Share | null) => ({
  value: value * 100,
  words: percent(value),
  interval: [low * 100, high * 100] as const,
  ...(earlier ? { before: earlier.value * 100 } : {}),
});

function missingWords(key: HeadlineKey, { answered, due }: Tally, { t }: Words): string {
  if (due === 0) return t(key === 'response' ? 'rates.none' : 'rates.nobody');
  return t(key === 'response' ? 'rates.fewContacts' : 'rates.few', { n: answered });
}

const intervalLine = ({ low, high }: Share, { t }: Words): Line => ({
  key: 'interval',
  words: t('rates.interval', { low: percent(low), high: percent(high) }),
});

function countLines(key: HeadlineKey, tally: Tally, place: Place, { t }: Words): Line[] {
  const { due, answered, yes, late } = tally;
  if (due === 0) return [];
  const to = (which: Which) => {
    const href = casesAddress({ ...place, measure: key, which, origin: 'own' });
    return (words: React.ReactNode) => <Anchor href={href}>{words}</Anchor>;
  };
  const counts = { answer: t(`measure.${key}.yes`), yes, answered, no: answered - yes };
  if (key === 'response') {
    const links = { toYes: to('yes'), toAnswered: to('due'), toNo: to('no') };
    return [{ key: 'counts', words: t.rich('rates.contacts', { ...counts, ...links }) }];
  }
  const links = { toYes: to('yes'), toAnswered: to('answered') };
  const asked = { toDue: to('due'), toSilent: to('silent'), due, silent: due - answered };
  const rateOf = (part: number, whole: number) =>
    shareOf(part, whole)
      ? t('share', { percent: percent(part / whole) })
      : t('ofCount', { part, whole });
  return [
    { key: 'counts', words: t.rich('rates.counts', { ...counts, ...links }) },
    { key: 'due', words: t.rich('rates.due', asked) },
    { key: 'answerRate', words: t('rates.answerRate', { rate: rateOf(answered, due) }) },
    { key: 'ofDue', words: t('rates.ofDue', { rate: rateOf(yes, due) }) },
    ...(late > 0 ? [{ key: 'late', words: t('rates.late', { n: late }) }] : []),
  ];
}

/** What it would be after exclusions, beside it and never instead. */
function afterLines(key: HeadlineKey, all: Tally, out: Tally, place: Place, { t }: Words): Line[] {
  if (out.due === 0) return [];
  const [yes, answered] = [all.yes - out.yes, all.answered - out.answered];
  const share = shareOf(yes, answered);
  const rate = share
    ? t('share', { percent: percent(share.value) })
    : t('ofCount', { part: yes, whole: answered });
  const href = casesAddress({ ...place, measure: key, which: 'leftOut', origin: 'own' });
  const toOut = (words: React.ReactNode) => <Anchor href={href}>{words}</Anchor>;
  return [
    { key: 'after', words: t.rich('rates.after', { rate, yes, answered, n: out.due, toOut }) },
  ];
}

/** Change before place, with its own interval; called a change only where that allows to speak of one. */
function changeLine(share: Share, earlier: Share | null, period: Period, words: Words) {
  const before = words.period(period);
  const change = changeOf(share, earlier);
  if (!change) return words.t('rates.noChange', { before });
  const { value, low, high } = change;
  const told = { difference: points(value), low: points(low), high: points(high) };
  return (
    <>
      {words.t('rates.change', { before, ...told })}
      {words.t('rates.comma')}
      {isChange(change) ? <strong>{words.t('rates.changed')}</strong> : words.t('rates.unchanged')}
    </>
  );
}
