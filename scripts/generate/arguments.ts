import { parseArgs } from 'node:util';
import { type CivilDate, dayNumberOf } from '@/lib/time/civil';
import { fewestUnits } from './county';

/** What is to be made: the same again gives the same rows. */
export interface Wanted {
  cases: number;
  years: number;
  units: number;
  seed: number;
  /** The civil day before which everything has happened. */
  until: CivilDate;
}

/** No clock of the machine: whoever wants another day names it. */
const usualUntil: CivilDate = '2026-11-20';

export const generateUsage = `Usage: npm run generate -- [options]
  --cases N     how many cases, 1 to 5,000,000 (100000)
  --years N     over how many years before the last day, 0.1 to 12 (3)
  --units N     how many units, ${fewestUnits} to 4000 (400)
  --seed N      the same seed and figures make the same rows, 0 to 99999999 (7)
  --until DAY   the civil day before which everything has happened (${usualUntil})`;

const options = {
  cases: { type: 'string', default: '100000' },
  years: { type: 'string', default: '3' },
  units: { type: 'string', default: '400' },
  seed: { type: 'string', default: '7' },
  until: { type: 'string', default: usualUntil },
} as const;

/** Reads the command line; a sentence instead where it cannot be understood. */
export function readWanted(args: string[]): Wanted | { problem: string } {
  let values: { [name in keyof typeof options]: string };
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    return { problem: (error as Error).message };
  }
  const wanted = {
    cases: numberIn(values.cases, 1, 5_000_000),
    years: numberIn(values.years, 0.1, 12, false),
    units: numberIn(values.units, fewestUnits, 4000),
    seed: numberIn(values.seed, 0, 99_999_999),
  };
  for (const [name, value] of Object.entries(wanted)) {
    if (Number.isNaN(value))
      return { problem: `--${name} ${values[name as 'cases']} cannot be used.` };
  }
  try {
    dayNumberOf(values.until);
  } catch {
    return { problem: `--until ${values.until} is no date; write 2026-11-20.` };
  }
  return { ...wanted, until: values.until };
}

function numberIn(text: string, least: number, most: number, whole = true): number {
  const value = Number(text);
  const sound = text.trim() !== '' && value >= least && value <= most;
  return sound && (!whole || Number.isInteger(value)) ? value : Number.NaN;
}
