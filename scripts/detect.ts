import { parseArgs } from 'node:util';
import { enterDatabase } from './launcher/enter-database';
import { runScript } from './launcher/refusal';
import { say } from './launcher/say';

const usage = `Usage: npm run detect
  looks at each month that is over and was not looked at, as the worker does by itself.
Usage: npm run detect -- --simulate [--counties N] [--units N] [--cases N] [--dose SHARE]
  holds the detectors against invented counties, in a database made for it that is removed again.`;

const options = {
  simulate: { type: 'boolean', default: false },
  counties: { type: 'string', default: '10' },
  units: { type: 'string', default: '45' },
  cases: { type: 'string', default: '240' },
  dose: { type: 'string', default: '0.3' },
} as const;

await runScript(async () => {
  let values: ReturnType<typeof read>;
  try {
    values = read(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}\n`);
    return 2;
  }
  if (!values.simulate) return lookNow();
  const { ownCounty } = await import('./bench/own-county');
  const { ownerUrl } = await ownCounty();
  const { tryOut } = await import('./try-detectors/try-out');
  const { counties, units, cases, dose } = values;
  for (const line of await tryOut(ownerUrl, {
    ...{ counties: Number(counties), units: Number(units), cases: Number(cases) },
    ...{ dose: Number(dose), say: (it: string) => void process.stderr.write(`${it}\n`) },
  })) {
    say(line);
  }
  return 0;
});

function read(args: string[]) {
  const { values } = parseArgs({ args, options });
  for (const it of ['counties', 'units', 'cases', 'dose'] as const) {
    if (!(Number(values[it]) > 0)) throw new Error(`--${it} must be a number above 0.`);
  }
  if (Number(values.dose) >= 1) throw new Error('--dose must lie below 1.');
  return values;
}

async function lookNow(): Promise<number> {
  await enterDatabase();
  const { detectDue } = await import('@/lib/detectors/run');
  say(`${await detectDue()} new signals to look at`);
  return 0;
}
