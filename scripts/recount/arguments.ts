import { parseArgs } from 'node:util';
import { type CivilDate, dayNumberOf } from '@/lib/time/civil';
import { Refusal } from '@/scripts/launcher/refusal';

const usage = `npm run recount              every figure of every month, from the log and as the pages show it
  --from DAY --to DAY        of these days alone, both counted (2026-10-01)
  --units                    prints the units' figures also where they agree
  --json                     everything as JSON`;

export interface RecountArguments {
  from: CivilDate | null;
  to: CivilDate | null;
  units: boolean;
  json: boolean;
}

/** @throws Refusal with the usage. */
export function readRecountArguments(args: string[]): RecountArguments {
  try {
    const { values } = parseArgs({
      args,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        units: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { from = null, to = null, units, json } = values;
    const days = [from, to].flatMap((it) => (it === null ? [] : [dayNumberOf(it)]));
    if (days.length === 2 && Number(days[1]) < Number(days[0])) throw new RangeError(usage);
    return { from, to, units, json };
  } catch {
    throw new Refusal(usage);
  }
}
