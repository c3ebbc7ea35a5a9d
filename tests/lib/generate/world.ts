import type { Rules } from '@/lib/appeals/transition';
import { presets } from '@/lib/rule-sets/presets';
import { dayNumberOf, instantOf } from '@/lib/time/civil';
import { categories } from '@/prisma/seed/categories';
import { type Batch, batchOf } from '@/scripts/generate/batch';
import { madeCounty } from '@/scripts/generate/county';
import { idsOf } from '@/scripts/generate/ids';
import { sceneOf } from '@/scripts/generate/scene';
import { filingDays } from '@/scripts/generate/seasons';
import { calendar } from '@/tests/support/pure-world';
import { schemaTypes } from './schema-types';

const until = '2026-11-20';

/** The generator's ground without a database: the usual tree of categories under Beijing's limits. */
function categoryPaths(seed: number): Map<string, string[]> {
  const newId = idsOf(seed, 0xffff_0000, 0);
  const paths = new Map<string, string[]>();
  for (const { code, parent } of categories) {
    paths.set(code, [...(parent ? (paths.get(parent) ?? []) : []), newId()]);
  }
  return paths;
}

const rules: Rules = {
  limits: presets.beijing.limits.map((it) => ({ ...it, categoryId: null })),
  calendar,
  reopenDays: 30,
  contactDays: 365,
  wordDays: 1826,
  settings: Object.fromEntries(
    presets.beijing.settings.map(({ key, amount, unit }) => [key, { amount, unit }]),
  ) as Rules['settings'],
  supervision: presets.beijing.supervision,
  officers: [],
  offices: [],
  fallbacks: [],
};

export function scene(seed: number, cases: number, units = 60) {
  return sceneOf({
    seed,
    cases,
    county: madeCounty({ seed, units }),
    rules,
    categories: categoryPaths(seed),
    until: instantOf(until, '00:00', calendar.zone).getTime(),
    columns: schemaTypes(),
    counters: new Map(),
  });
}

export const daysOf = (seed: number, cases: number, years = 1) =>
  filingDays({ cases, years, seed }, dayNumberOf(until), calendar);

export const played = (seed: number, cases: number): Batch =>
  batchOf(scene(seed, cases), daysOf(seed, cases));
