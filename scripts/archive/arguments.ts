import { parseArgs } from 'node:util';
import { Refusal } from '../launcher/refusal';

const usage = `npm run archive              folds the steps of cases that were closed HUIYIN_ARCHIVE_YEARS years ago
  --dry-run                  says what it would do, and changes nothing
  --years N                  as if HUIYIN_ARCHIVE_YEARS were N (1 to 50)
  --weigh                    what a case takes in the database, as rows and archived; changes nothing`;

export interface ArchiveArguments {
  dryRun: boolean;
  weigh: boolean;
  years: number | null;
}

/** @throws Refusal with the usage. */
export function readArchiveArguments(args: string[]): ArchiveArguments {
  try {
    const { values } = parseArgs({
      args,
      options: {
        'dry-run': { type: 'boolean', default: false },
        weigh: { type: 'boolean', default: false },
        years: { type: 'string' },
      },
    });
    const years = values.years === undefined ? null : Number(values.years);
    if (years !== null && !(Number.isInteger(years) && years >= 1 && years <= 50))
      throw new RangeError(usage);
    return { dryRun: values['dry-run'], weigh: values.weigh, years };
  } catch {
    throw new Refusal(usage);
  }
}
