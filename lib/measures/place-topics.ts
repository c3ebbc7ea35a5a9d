import { type Refusal, refuse } from '@/lib/appeals/refusals';
import { Prisma } from '@/lib/db/generated/client';
import { reading } from '@/lib/db/reading';
import type { Actor, PersonActor } from '@/lib/people/actor';
import { mayMeasure } from './access';
import { type Ask, type MeasuredUnit, measuredUnits, scopeOf } from './ask';
import {
  type Branch,
  type Branches,
  childrenOf,
  hasBelow,
  noPart,
  type Part,
  partsUnder,
  wayTo,
} from './branches';
import { branchIn, type Cut, readTrees } from './cut';
import { cutColumns, selectCut } from './cut-in-sql';
import { limitsAt, standingOf } from './funnel';
import { lists } from './lists';
import { remembered } from './remembered';
import { fewestForAShare } from './tally';

/** Of open cases: who is not served, for any reason or for one. */
export const unservedKeys = [
  'unserved',
  'overdue',
  'unhappy',
  'thirdRound',
  'pressedOpen',
  'unmoved',
] as const;
export type UnservedKey = (typeof unservedKeys)[number];

export interface GridCell {
  /** Cases on the list, and cases that are open. */
  listed: number;
  open: number;
  /** More of those open are on the list than chance explains: beyond the limit of 95, or of 99.8 %. */
  above: 'no' | 'high' | 'veryHigh';
}

/** A row or a column: a place or a subject. */
export interface Side {
  part: Part;
  /** Null: without. */
  branch: Branch | null;
  deeper: boolean;
}

export interface Grid {
  ok: true;
  units: MeasuredUnit[];
  areas: Side[];
  topics: Side[];
  /** By area, then by topic, in these orders. */
  cells: GridCell[][];
  byArea: GridCell[];
  byTopic: GridCell[];
  whole: GridCell;
  /** Cells with enough open cases to be compared with the whole. */
  compared: number;
  ways: { topic: Branch[]; area: Branch[] };
}

type GridAsk = Ask & { list: UnservedKey; cut: Cut };

/** Of chance alone, this share of the cells lies above the limit of 95 %: the limits have two sides. */
export const aboveByChance = 0.025;

/**
 * How many of the open cases are on a list, by place and subject: rows of the very lists they lead to. Not
 * found without the right to measure, or where the cut names no category or area.
 */
export async function placesAndTopics(actor: Actor, ask: GridAsk): Promise<Grid | Refusal> {
  if (!mayMeasure(actor)) return refuse('notFound');
  const { at, ...asked } = ask;
  return remembered(actor, ['places', asked], at, () => countPlacesAndTopics(actor, ask));
}

async function countPlacesAndTopics(actor: PersonActor, ask: GridAsk): Promise<Grid | Refusal> {
  const units = await measuredUnits();
  const scope = scopeOf(actor, ask, units);
  if (!scope) return refuse('unknownUnit');
  const trees = await readTrees(units);
  const { topic, area } = ask.cut;
  const [topTopic, topArea] = [branchIn(trees.topics, topic), branchIn(trees.areas, area)];
  if (topTopic === undefined || topArea === undefined) return refuse('notFound');
  const rows = Prisma.sql`
    SELECT TRUE AS listed, * FROM (${lists[ask.list].rows(scope)}) AS on_list
    UNION ALL SELECT FALSE, * FROM (${lists.open.rows(scope)}) AS all_open`;
  const columns = Prisma.sql`due.listed, ${cutColumns.topic} AS topic, ${cutColumns.area} AS area`;
  const found = await reading(
    scope.actor,
    (database) => database.$queryRaw<Found[]>`
    SELECT listed, topic, area, count(*)::int AS n
    FROM (${selectCut(columns, rows, ask.cut, trees)}) AS told GROUP BY 1, 2, 3`,
  );
  const told = placed(found, partsUnder(trees.topics, topTopic), partsUnder(trees.areas, topArea));
  const sides = {
    areas: sidesOf(trees.areas, topArea, new Set(told.map((it) => it.area))),
    topics: sidesOf(trees.topics, topTopic, new Set(told.map((it) => it.topic))),
  };
  return {
    ok: true,
    units,
    ...gridOf(told, sides.areas, sides.topics),
    ways: {
      topic: topTopic ? wayTo(trees.topics, topTopic) : [],
      area: topArea ? wayTo(trees.areas, topArea) : [],
    },
  };
}

interface Found {
  listed: boolean;
  topic: string | null;
  area: string | null;
  n: number;
}

type Told = Found & { topic: Part; area: Part };

const placed = (
  found: readonly Found[],
  topic: (id: string | null) => Part,
  area: (id: string | null) => Part,
): Told[] => found.map((it) => ({ ...it, topic: topic(it.topic), area: area(it.area) }));

/** In the order of the tree, those with anything open or listed; what has no place of its own last. */
function sidesOf(branches: Branches, top: Branch | null, there: ReadonlySet<Part>): Side[] {
  const children = childrenOf(branches, top).filter((it) => there.has(it.code));
  const rest = [...there].filter((part) => !children.some((it) => it.code === part));
  return [
    ...children.map((branch) => ({
      part: branch.code,
      branch,
      deeper: hasBelow(branches, branch),
    })),
    ...rest.map((part) => ({ part, branch: part === noPart ? null : top, deeper: false })),
  ];
}

function gridOf(told: readonly Told[], areas: Side[], topics: Side[]) {
  const whole = sum(told);
  const average = whole.open > 0 ? Math.min(1, whole.listed / whole.open) : 0;
  const cells = areas.map(({ part: area }) =>
    topics.map(({ part: topic }) => {
      const cell = sum(told.filter((it) => it.area === area && it.topic === topic));
      return { ...cell, above: aboveChance(cell, average) };
    }),
  );
  return {
    areas,
    topics,
    cells,
    byArea: areas.map(({ part }) => sum(told.filter((it) => it.area === part))),
    byTopic: topics.map(({ part }) => sum(told.filter((it) => it.topic === part))),
    whole,
    compared: cells.flat().filter(isCompared).length,
  };
}

function sum(rows: readonly Told[]): GridCell {
  const total = (listed: boolean) =>
    rows.reduce((all, it) => (it.listed === listed ? all + it.n : all), 0);
  return { listed: total(true), open: total(false), above: 'no' };
}

/** A part of another case runs on under its own promise though it is closed: then the list has more than are open. */
const isCompared = ({ listed, open }: GridCell): boolean =>
  open >= fewestForAShare && listed <= open;

function aboveChance(cell: GridCell, average: number): GridCell['above'] {
  if (!isCompared(cell)) return 'no';
  const standing = standingOf(cell.listed / cell.open, limitsAt(cell.open, average));
  return standing === 'high' || standing === 'veryHigh' ? standing : 'no';
}
