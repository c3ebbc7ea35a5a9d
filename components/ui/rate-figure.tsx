import { IntervalBar } from './interval-bar';

type RateFigureProps = {
  /** The rate as a question: `解决率：解决了吗`. */
  name: string;
  /** The figure and what it cannot be printed without, in per cent; null: no figure. */
  rate: {
    value: number;
    words: string;
    interval: readonly [number, number];
    before?: number;
    /** Where the axis starts. */
    from: 0 | 40;
  } | null;
  /** Shown in place of the figure. */
  missing: string;
  /** Interval, n, due, answer rate, exclusions, change: one sentence each, already worded. */
  lines: readonly { key: string; words: React.ReactNode }[];
};

/** A rate never stands without its interval and its n. */
export function RateFigure({ name, rate, missing, lines }: RateFigureProps) {
  return (
    <div className="rate">
      <h3>{name}</h3>
      {rate ? (
        <>
          <span className="val">
            {rate.words}
            <small>%</small>
          </span>
          <IntervalBar {...rate} />
        </>
      ) : (
        <p className="none">{missing}</p>
      )}
      <ul>
        {lines.map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
    </div>
  );
}
