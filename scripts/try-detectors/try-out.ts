import { db } from '@/lib/db/client';
import { detect, windowAt } from '@/lib/detectors/run';
import { addDays } from '@/lib/time/civil';
import { write } from '@/scripts/simulate-fraud/rows';
import {
  type Noticed,
  noScore,
  type Score,
  score,
  scoreTable,
  sharesOf,
} from '@/scripts/simulate-fraud/score';
import { simulate } from '@/scripts/simulate-fraud/year';

export interface TryOut {
  counties: number;
  units: number;
  cases: number;
  dose: number;
  say(line: string): void;
}

const first = { year: 2025, month: 11 };
const zone = 'Asia/Shanghai';

/** Every month of the year, as the worker looks at each when it is over. */
export async function lookAtYear(): Promise<Noticed[]> {
  const noticed: Noticed[] = [];
  let on = `${first.year}-${first.month}-15`;
  for (let month = 0; month < 12; month++) {
    const window = windowAt(on, zone);
    noticed.push(...(await detect(db(), window)));
    on = addDays(window.quarter.toOn, 15);
  }
  return noticed;
}

async function oneYear(
  ownerUrl: string,
  seed: number,
  cheating: number,
  { units, cases, dose }: TryOut,
  into: Score,
): Promise<number> {
  const made = simulate({ seed, units, cases, cheating, dose, ...first });
  await write(ownerUrl, made.rows);
  score(into, made, await lookAtYear());
  return made.cases;
}

/** Cheating counties and honest ones, as lines of Markdown. */
export async function tryOut(ownerUrl: string, wanted: TryOut): Promise<string[]> {
  const [cheating, honest] = [noScore(), noScore()];
  let cases = 0;
  for (let seed = 1; seed <= wanted.counties; seed++) {
    const began = performance.now();
    cases += await oneYear(ownerUrl, seed, 2, wanted, cheating);
    await oneYear(ownerUrl, 1000 + seed, 0, wanted, honest);
    const { recall, honest: among } = sharesOf(cheating);
    const took = ((performance.now() - began) / 1000).toFixed(0);
    wanted.say(
      `county ${seed}: so far ${(100 * recall).toFixed(1)} % of those that cheat, ${(100 * among).toFixed(1)} % of honest units among them, ${(100 * sharesOf(honest).honest).toFixed(1)} % where nobody cheats (${took} s)`,
    );
  }
  return [
    `${wanted.counties} counties of ${wanted.units} units in which ten units cheat, two of each kind, ${cases} cases, ${Math.round(100 * wanted.dose)} % of what it is about made up:`,
    '',
    ...scoreTable(cheating),
    '',
    `${wanted.counties} counties in which nobody cheats:`,
    '',
    ...scoreTable(honest),
  ];
}
