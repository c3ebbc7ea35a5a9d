import { type Refusal, refuse } from '@/lib/appeals/refusals';
import { Prisma } from '@/lib/db/generated/client';
import { reading } from '@/lib/db/reading';
import type { Actor, PersonActor } from '@/lib/people/actor';
import { mayMeasure } from './access';
import { type Ask, type MeasuredUnit, measuredUnits, scopeOf } from './ask';
import { type Branch, childrenOf, hasBelow, noPart, partsUnder, wayTo } from './branches';
import { branchIn, type Cut, channels, readTrees, type Trees } from './cut';
import { cutColumns, selectCut } from './cut-in-sql';
import { type MeasureKey, type Origin, origins } from './define';
import { populationOf } from './population';
import { type Counted, type Tally, tallyOf } from './tally';

/** By what a measure can be told apart. */
export const dimensions = ['topic', 'area', 'channel', 'origin'] as const;
export type Dimension = (typeof dimensions)[number];

export interface BreakdownAsk extends Ask {
  measure: MeasureKey;
  by: Dimension;
  /** Told apart by origin itself, all of them are counted. */
  origin: Origin;
  cut: Cut;
}

export interface BreakdownRow {
  /** The part, channel or origin: what narrows an address to this row. */
  part: string;
  /** Of a category or an area; null: it is none, or a word of ours. */
  branch: Branch | null;
  /** Has rows of its own below it. */
  deeper: boolean;
  tally: Tally;
}

export interface Breakdown {
  ok: true;
  units: MeasuredUnit[];
  /** Those with anybody due. */
  rows: BreakdownRow[];
  /** All rows together; null where they are never added. */
  whole: Tally | null;
  /** What the cut names, from the top down. */
  ways: { topic: Branch[]; area: Branch[] };
}

/**
 * One measure told apart: rows of the very population that is counted and listed elsewhere, each in one part.
 * Not found without the right to measure, or where the cut names no category or area.
 */
export async function breakdown(actor: Actor, ask: BreakdownAsk): Promise<Breakdown | Refusal> {
  if (!mayMeasure(actor)) return refuse('notFound');
  const units = await measuredUnits();
  const scope = scopeOf(actor, ask, units);
  if (!scope) return refuse('unknownUnit');
  const trees = await readTrees(units);
  const { topic, area } = ask.cut;
  const named = { topic: branchIn(trees.topics, topic), area: branchIn(trees.areas, area) };
  if (named.topic === undefined || named.area === undefined) return refuse('notFound');
  const found = await count(actor, populationOf(ask.measure, scope), ask, trees);
  return {
    ok: true,
    units,
    rows: rowsOf(found, ask.by, trees, named),
    whole: ask.by === 'origin' ? null : tallyOf(found),
    ways: {
      topic: named.topic ? wayTo(trees.topics, named.topic) : [],
      area: named.area ? wayTo(trees.areas, named.area) : [],
    },
  };
}

/** So many of one key: id of a category or unit, channel or origin. */
type Keyed = Counted & { key: string | null };

function count(
  actor: PersonActor,
  population: Prisma.Sql,
  ask: BreakdownAsk,
  trees: Trees,
): Promise<Keyed[]> {
  const column = ask.by === 'origin' ? Prisma.sql`due.origin` : cutColumns[ask.by];
  const rows =
    ask.by === 'origin'
      ? population
      : Prisma.sql`SELECT * FROM (${population}) AS all_due WHERE origin = ${ask.origin}`;
  const columns = Prisma.sql`${column}::text AS key, due.measure, due."unitId", due.origin, due.answer,
    due.heard, due.late`;
  return reading(
    actor,
    (database) => database.$queryRaw<Keyed[]>`
    SELECT key, measure, NULL AS "unitId", origin, answer, heard, late, count(*)::int AS n
    FROM (${selectCut(columns, rows, ask.cut, trees)}) AS told
    GROUP BY key, measure, origin, answer, heard, late`,
  );
}

function rowsOf(
  found: readonly Keyed[],
  by: Dimension,
  { topics, areas }: Trees,
  named: { topic: Branch | null | undefined; area: Branch | null | undefined },
): BreakdownRow[] {
  if (by === 'channel' || by === 'origin') {
    const words: readonly string[] = by === 'channel' ? channels : origins;
    return words.flatMap((part) => rowOf(part, null, false, (it) => it.key === part));
  }
  const branches = by === 'topic' ? topics : areas;
  const top = named[by] ?? null;
  const partIn = partsUnder(branches, top);
  const partWith = new Map(found.map(({ key }) => [key, partIn(key)]));
  const children = childrenOf(branches, top);
  const rest = [...new Set(partWith.values())].filter(
    (part) => !children.some((it) => it.code === part),
  );
  return [
    ...children.flatMap((it) =>
      rowOf(it.code, it, hasBelow(branches, it), ({ key }) => partWith.get(key) === it.code),
    ),
    ...rest.flatMap((part) =>
      rowOf(part, part === noPart ? null : top, false, ({ key }) => partWith.get(key) === part),
    ),
  ];

  function rowOf(
    part: string,
    branch: Branch | null,
    deeper: boolean,
    isIts: (row: Keyed) => boolean,
  ): BreakdownRow[] {
    const tally = tallyOf(found.filter(isIts));
    return tally.due > 0 ? [{ part, branch, deeper, tally }] : [];
  }
}
