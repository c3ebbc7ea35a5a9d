import { isVerb, type Verb } from '@/lib/appeals/lifecycle';
import { type Refusal, refuse } from '@/lib/appeals/refusals';
import { Prisma } from '@/lib/db/generated/client';
import { reading } from '@/lib/db/reading';
import type { Actor, PersonActor } from '@/lib/people/actor';
import { type Ask, type MeasuredUnit, measuredUnits, scopeOf } from '../ask';
import { type Branch, nodeOf, partsUnder } from '../branches';
import { type Scope, within } from '../population';
import { measuredTopics } from '../topics';
import { leadsAlone, mayReadBurden } from './access';
import { type BurdenRow, countBurden, type Either } from './count';
import { type BurdenCount, burdenKeys, type SelfMade, selfMadeKinds } from './define';
import { keptBurden } from './month';

export interface CallerBurden {
  unit: MeasuredUnit;
  /** Calls that were answered by at least one form, the forms, and the texts in them. */
  calls: number;
  forms: number;
  texts: number;
}

export interface Burden {
  ok: true;
  /** When the forms were counted; null: just now. */
  countedAt: Date | null;
  /** To choose among: all, or the leader's own and those below it. */
  units: MeasuredUnit[];
  /** The unit that is told about, with all below it; null: everybody. */
  unit: MeasuredUnit | null;
  /** Of the people who are told about: the grassroots, or all of the unit. */
  told: BurdenCount;
  /** Everybody else's, where the grassroots are told about. A case may have forms of both. */
  others: BurdenCount | null;
  /** Each unit's own people, without those below it; the grassroots and the others alike. Most forms first. */
  byUnit: { unit: MeasuredUnit; count: BurdenCount }[];
  /** Of `told`, most forms first. */
  byForm: { verb: Verb; count: BurdenCount }[];
  /** Of `told`, by the first level of the subject; most forms first. */
  byTopic: { part: string; branch: Branch | null; count: BurdenCount }[];
  /** Forms of everybody asked about that answer a call, by who called; most forms first. */
  byCaller: CallerBurden[];
  /** Steps that staff may take and the system takes too; null of one unit, since the system is of none. */
  either: Either | null;
  selfMade: SelfMade;
}

/** The burden ledger of a period. Not found for whoever neither measures nor leads a unit. */
export async function readBurden(actor: Actor, asked: Ask): Promise<Burden | Refusal> {
  if (!mayReadBurden(actor)) return refuse('notFound');
  const every = await measuredUnits();
  const units = every.filter((it) => !leadsAlone(actor) || it.path.startsWith(actor.unitPath));
  const ask = { ...asked, unit: unitAsked(actor, asked, units) };
  const scope = scopeOf(actor, ask, units);
  if (!scope) return refuse('unknownUnit');
  const [kept, selfMade, topics] = await Promise.all([
    keptBurden(scope),
    countSelfMade(scope),
    measuredTopics(),
  ]);
  const { rows, callers, either } = kept?.counts ?? (await countBurden(scope));
  const told = rows.filter((it) => it.told);
  const partOf = partsUnder(topics, null);
  return {
    ok: true,
    countedAt: kept?.countedAt ?? null,
    units,
    unit: units.find((it) => it.code === ask.unit) ?? null,
    told: sumOf(told.filter((it) => it.by === 'who')),
    others:
      scope.unitPath === null ? sumOf(rows.filter((it) => it.by === 'who' && !it.told)) : null,
    byUnit: gathered(rows, 'unit', (key) => key ?? '').flatMap(({ part, count }) => {
      const unit = units.find((it) => it.id === part);
      return unit ? [{ unit, count }] : [];
    }),
    byForm: gathered(told, 'form', (key) => key ?? '').flatMap(({ part, count }) =>
      isVerb(part) ? [{ verb: part, count }] : [],
    ),
    byTopic: gathered(told, 'topic', partOf).map(({ part, count }) => ({
      part,
      branch: nodeOf(topics, part),
      count,
    })),
    byCaller: callers.flatMap(({ unitId, ...it }) => {
      const unit = every.find(({ id }) => id === unitId);
      return unit ? [{ unit, ...it }] : [];
    }),
    either,
    selfMade,
  };
}

/** A leader asks about their own unit, or one below it. */
function unitAsked(actor: PersonActor, { unit }: Ask, units: readonly MeasuredUnit[]) {
  if (unit !== null || !leadsAlone(actor)) return unit;
  return units.find((it) => it.path === actor.unitPath)?.code ?? '';
}

const sumOf = (rows: readonly BurdenCount[]): BurdenCount =>
  Object.fromEntries(
    burdenKeys.map((key) => [key, rows.reduce((sum, it) => sum + it[key], 0)]),
  ) as BurdenCount;

/** Rows of one kind, those of one part together: no case is in two of them. */
function gathered(
  rows: readonly BurdenRow[],
  by: BurdenRow['by'],
  partOf: (key: string | null) => string,
): { part: string; count: BurdenCount }[] {
  const its = rows.filter((it) => it.by === by).map((it) => ({ ...it, part: partOf(it.key) }));
  return [...new Set(its.map((it) => it.part))]
    .map((part) => ({ part, count: sumOf(its.filter((it) => it.part === part)) }))
    .toSorted((a, b) => b.count.forms - a.count.forms || (a.part < b.part ? -1 : 1));
}

/** Reports, and what everybody reads: made in the period, whatever it is about. */
async function countSelfMade(scope: Scope): Promise<SelfMade> {
  const made = (column: Prisma.Sql) => within(column, scope);
  const found = await reading(
    scope.actor,
    (database) => database.$queryRaw<{ kind: keyof SelfMade; n: number }[]>`
    SELECT kind::text AS kind, count(*)::int AS n FROM "Report" WHERE ${made(Prisma.sql`"madeAt"`)} GROUP BY kind
    UNION ALL SELECT 'openMonth', count(*)::int FROM "OpenMonth" WHERE ${made(Prisma.sql`"countedAt"`)}
    UNION ALL SELECT 'openQuarter', count(*)::int FROM "OpenQuarter" WHERE ${made(Prisma.sql`"countedAt"`)}`,
  );
  const of = (kind: keyof SelfMade) => found.find((it) => it.kind === kind)?.n ?? 0;
  return Object.fromEntries(selfMadeKinds.map((kind) => [kind, of(kind)])) as SelfMade;
}
