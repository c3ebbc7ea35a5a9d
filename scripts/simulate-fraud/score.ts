import { type CheatKey, cheatKeys, cheats } from './cheats';
import type { SimulatedYear } from './year';

/** What somebody who looked at a year says of it: which unit, and by what it was noticed. */
export interface Noticed {
  unitId: string;
  detector: string;
}

export interface Score {
  /** By kind of cheating: units that did it, and those of them that were noticed, by anything at all. */
  kinds: Map<CheatKey, { units: number; noticed: number; by: Map<string, number> }>;
  /** Units that did not cheat, and those of them that were noticed all the same, by what. */
  honest: { units: number; noticed: number; by: Map<string, number> };
}

const none = () => ({ units: 0, noticed: 0, by: new Map<string, number>() });

export const noScore = (): Score => ({
  kinds: new Map(cheatKeys.map((it) => [it, none()])),
  honest: none(),
});

/** Adds a year to a score: each unit once, however often it was noticed. */
export function score(into: Score, { truth }: SimulatedYear, noticed: readonly Noticed[]): Score {
  for (const [unitId, kind] of truth) {
    const line = kind ? into.kinds.get(kind) : into.honest;
    if (!line) continue;
    const by = new Set(noticed.filter((it) => it.unitId === unitId).map((it) => it.detector));
    line.units += 1;
    if (by.size > 0) line.noticed += 1;
    for (const it of by) line.by.set(it, (line.by.get(it) ?? 0) + 1);
  }
  return into;
}

/** Of all units that cheated the share that was noticed, and of the honest ones; nought of none is nought. */
export function sharesOf({ kinds, honest }: Score): { recall: number; honest: number } {
  const all = [...kinds.values()];
  const sum = (of: 'units' | 'noticed') => all.reduce((total, it) => total + it[of], 0);
  return {
    recall: sum('noticed') / Math.max(1, sum('units')),
    honest: honest.noticed / Math.max(1, honest.units),
  };
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

const byWords = (by: ReadonlyMap<string, number>): string =>
  [...by]
    .toSorted(([, one], [, other]) => other - one)
    .map(([key, count]) => `${key} ${count}`)
    .join(', ') || '–';

/** The score as a table of Markdown. */
export function scoreTable({ kinds, honest }: Score): string[] {
  const { recall } = sharesOf({ kinds, honest });
  const row = (name: string, line: Score['honest']) =>
    `| ${name} | ${line.units} | ${line.noticed} | ${percent(line.noticed, line.units)} | ${byWords(line.by)} |`;
  const units = [...kinds.values()].reduce((sum, it) => sum + it.units, 0);
  const noticed = [...kinds.values()].reduce((sum, it) => sum + it.noticed, 0);
  return [
    '| what the units did for a year | units | noticed | share | by |',
    '|---|---:|---:|---:|---|',
    ...[...kinds].filter(([, it]) => it.units > 0).map(([key, it]) => row(cheats[key].name, it)),
    ...(units > 0
      ? [`| **all that cheated** | ${units} | ${noticed} | **${(100 * recall).toFixed(1)} %** | |`]
      : []),
    row('**nothing**', honest),
  ];
}
