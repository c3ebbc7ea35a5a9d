import { writeCase } from './case';
import { type CheatKey, cheatKeys, cheats } from './cheats';
import { type CountySize, county } from './county';
import { honestCourses } from './honest';
import type { Rows } from './rows';

/** What was done where: what detectors are told nothing of, and are held against. */
export interface SimulatedYear {
  rows: Rows;
  /** Units and how they cheated; null: they did not. */
  truth: ReadonlyMap<string, CheatKey | null>;
  cases: number;
}

export interface Simulated extends CountySize {
  seed: number;
  /** Units that cheat, of each kind. */
  cheating: number;
  /** The share of what it is about that is made up. */
  dose: number;
}

/** A year of a county in plain rows. The same figures make the same year. */
export function simulate({ seed, cheating, dose, ...size }: Simulated): SimulatedYear {
  const made = county(seed, size);
  const truth = new Map<string, CheatKey | null>(made.units.map((it) => [it.id, null]));
  // Whoever has hardly a case has nothing to make up, and nothing could be told of them.
  const able = made.units.filter((it) => it.habits.cases >= size.cases * 0.6);
  const kinds = cheatKeys.flatMap((it) => Array<CheatKey>(cheating).fill(it));
  for (const [nth, kind] of kinds.entries()) {
    const unit = able[(nth * 3 + seed) % able.length];
    const free =
      unit && truth.get(unit.id) === null ? unit : able.find((it) => truth.get(it.id) === null);
    if (free) truth.set(free.id, kind);
  }
  let cases = 0;
  for (const unit of made.units) {
    const honest = honestCourses(made, unit);
    const kind = truth.get(unit.id);
    const courses = kind ? cheats[kind].spoil(made, unit, honest, dose) : honest;
    for (const it of courses) writeCase(made, unit, it);
    cases += courses.length;
  }
  return { rows: made.rows, truth, cases };
}
