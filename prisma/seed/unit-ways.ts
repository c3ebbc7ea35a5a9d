/**
 * How a unit works, so that the units of the demo differ: how often its answer holds, how late it calls,
 * how people are treated, how long it takes.
 */
export interface Ways {
  /** Share of first answers that people call solved. */
  solves: number;
  /** Share of first calls that come too late. */
  late: number;
  /** Share of people content with how they were treated. */
  manners: number;
  /** Days from calling to answering, at most. */
  days: number;
}

const usual: Ways = { solves: 0.72, late: 0.06, manners: 0.78, days: 5 };

const special: Readonly<Record<string, Partial<Ways>>> = {
  housing: { solves: 0.5, late: 0.14, manners: 0.66, days: 7.5 },
  beiqiao: { solves: 0.52, late: 0.2, manners: 0.55, days: 7 },
  citycare: { solves: 0.86, late: 0.03, manners: 0.88, days: 3 },
  heating: { solves: 0.6, late: 0.05, manners: 0.8, days: 3 },
  liuwan: { solves: 0.76, late: 0.04, manners: 0.86 },
  chengguan: { solves: 0.74, late: 0.09, manners: 0.7 },
  tapwater: { solves: 0.84, late: 0.02, days: 3 },
  power: { solves: 0.88, late: 0.02, days: 3 },
  labour: { solves: 0.58, manners: 0.9, days: 7 },
  market: { solves: 0.7, late: 0.08 },
  yunling: { solves: 0.8, late: 0.12, manners: 0.92, days: 6 },
};

export const waysOf = (unit: string): Ways => ({ ...usual, ...special[unit] });
