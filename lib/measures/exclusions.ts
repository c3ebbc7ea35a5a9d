import type { ExclusionClass } from '@/lib/appeals/records';
import { type Refusal, refuse } from '@/lib/appeals/refusals';
import { Prisma } from '@/lib/db/generated/client';
import { reading } from '@/lib/db/reading';
import type { Actor } from '@/lib/people/actor';
import { mayMeasure } from './access';
import { type Ask, type MeasuredUnit, measuredUnits, scopeOf } from './ask';
import type { Origin } from './define';
import { dueLeftOut } from './left-out';
import { readPageKey, writePageKey } from './page-key';
import { counted, type Scope, under, within } from './population';
import { countDue } from './queries';
import { type Tally, tallyOf } from './tally';

/**
 * What became of each exclusion that was asked for, one of these: not decided; refused; left out without an objection;
 * objected to and not ruled on, so that it counts; left out though objected to; counting again, the objection upheld.
 */
export const ledgerParts = [
  'undecided',
  'refused',
  'leftOut',
  'contested',
  'stays',
  'again',
] as const;
export type LedgerPart = (typeof ledgerParts)[number];

/** Rates of the headline from which a round can be left out. */
export const spokenKeys = ['solved', 'satisfiedResult', 'satisfiedHandling'] as const;
export type SpokenKey = (typeof spokenKeys)[number];

/** So many exclusions with all of this alike. */
export interface LedgerCount {
  unitId: string;
  exclusionClass: ExclusionClass;
  /** The unit of who decided; null while nobody has. */
  deciderId: string | null;
  part: LedgerPart;
  n: number;
}

/** Exclusions `q` with their objection `k` and the event `d` that decided them, as they were at an instant, or are now. */
const ledger = (scope: Scope, asOf: Date | null): { from: Prisma.Sql; part: Prisma.Sql } => {
  const by = (column: Prisma.Sql) =>
    asOf ? Prisma.sql`${column} < ${asOf}` : Prisma.sql`${column} IS NOT NULL`;
  return {
    from: Prisma.sql`FROM "Request" q
      JOIN "Round" r ON r.id = q."roundId"
      JOIN "Appeal" a ON a.id = q."appealId"
      LEFT JOIN "Request" k ON k."roundId" = q."roundId" AND k.kind = 'keepIn' AND ${by(Prisma.sql`k.at`)}
      LEFT JOIN case_steps(q."appealId") d ON d.seq = q."endedSeq"
        AND ${by(Prisma.sql`q."endedAt"`)}
      WHERE q.kind = 'exclude' AND ${by(Prisma.sql`q.at`)} AND ${within(Prisma.sql`r."countedAt"`, scope)}
        AND ${under(Prisma.sql`r."unitPath"`, scope)} AND ${counted(scope)}`,
    part: Prisma.sql`CASE WHEN d.seq IS NULL THEN 'undecided' WHEN q.outcome = 'refused' THEN 'refused'
      WHEN k.id IS NULL THEN 'leftOut' WHEN (${by(Prisma.sql`k."endedAt"`)}) IS NOT TRUE THEN 'contested'
      WHEN k.outcome = 'refused' THEN 'stays' ELSE 'again' END`,
  };
};

/** What was asked about rounds that count in the period. A trial's counts nowhere, as everywhere. */
export function countLedger(scope: Scope, asOf: Date | null = null): Promise<LedgerCount[]> {
  const { from, part } = ledger(scope, asOf);
  return reading(
    scope.actor,
    (database) => database.$queryRaw<LedgerCount[]>`
    SELECT q."unitId", q."exclusionClass"::text AS "exclusionClass", d."unitId" AS "deciderId",
      ${part} AS part, count(*)::int AS n
    ${from} GROUP BY 1, 2, 3, 4`,
  );
}

/** Before exclusions, and what of it is left out; own rounds alone, as in the headline. */
export type Effect = Record<SpokenKey, { all: Tally; leftOut: Tally }>;

export interface LedgerRow {
  key: string;
  caseNumber: string;
  round: number;
  origin: Origin;
  unitId: string;
  exclusionClass: ExclusionClass;
  deciderId: string | null;
  part: LedgerPart;
  at: Date;
  decidedAt: Date | null;
  /** What the unit wrote, the decision, the objection and the ruling on it; null where there is none, or it is erased. */
  evidence: string | null;
  grounds: string | null;
  objection: string | null;
  ruling: string | null;
}

export interface Ledger {
  ok: true;
  units: MeasuredUnit[];
  counts: LedgerCount[];
  effect: Effect;
  /** Effects of the units that asked for any, each without those below it. */
  byUnit: { unitId: string; effect: Effect }[];
  rows: LedgerRow[];
  /** Key of the page after this one. */
  next: string | null;
}

const pageSize = 25;

/** The ledger with every case, as it stands now. Not found without the right to measure. */
export async function readLedger(
  actor: Actor,
  ask: Ask,
  after?: string,
): Promise<Ledger | Refusal> {
  if (!mayMeasure(actor)) return refuse('notFound');
  const units = await measuredUnits();
  const scope = scopeOf(actor, ask, units);
  if (!scope) return refuse('unknownUnit');
  const [counts, all, leftOut, found] = await Promise.all([
    countLedger(scope),
    countDue(scope, spokenKeys),
    countDue(scope, spokenKeys, dueLeftOut()),
    readRows(scope, after),
  ]);
  const effectOf = (unitId: string | null): Effect => {
    const of = (rows: typeof all, key: SpokenKey) =>
      tallyOf(
        rows.filter(
          (it) =>
            it.origin === 'own' && it.measure === key && (unitId === null || it.unitId === unitId),
        ),
      );
    return Object.fromEntries(
      spokenKeys.map((key) => [key, { all: of(all, key), leftOut: of(leftOut, key) }]),
    ) as Effect;
  };
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  const asked = new Set(counts.map((it) => it.unitId));
  return {
    ok: true,
    units,
    counts,
    effect: effectOf(null),
    byUnit: units.flatMap(({ id }) =>
      asked.has(id) ? [{ unitId: id, effect: effectOf(id) }] : [],
    ),
    rows: shown.map(({ roundId: _, ...it }) => it),
    next:
      found.length > pageSize && last
        ? writePageKey({ at: last.at, roundId: last.roundId, who: last.key })
        : null,
  };
}

function readRows(scope: Scope, after: string | undefined) {
  const { from, part } = ledger(scope, null);
  const key = readPageKey(after);
  const words = (seq: Prisma.Sql, field: 'evidence' | 'reason') => Prisma.sql`(
    SELECT t.body FROM "Text" t WHERE t."appealId" = q."appealId" AND t.seq = ${seq} AND t.field = ${field})`;
  const beyond = key
    ? Prisma.sql`(q.at, q."roundId", q.id) < (${key.at}::timestamptz, ${key.roundId}::uuid, ${key.who}::uuid)`
    : Prisma.sql`TRUE`;
  return reading(
    scope.actor,
    (database) => database.$queryRaw<(LedgerRow & { roundId: string })[]>`
    SELECT q.id AS key, q."roundId", a."caseNumber", r.number AS round, r.origin::text AS origin, q."unitId",
      q."exclusionClass"::text AS "exclusionClass", d."unitId" AS "deciderId", ${part} AS part, q.at,
      q."endedAt" AS "decidedAt", ${words(Prisma.sql`q.seq`, 'evidence')} AS evidence,
      ${words(Prisma.sql`q."endedSeq"`, 'reason')} AS grounds, ${words(Prisma.sql`k.seq`, 'reason')} AS objection,
      ${words(Prisma.sql`k."endedSeq"`, 'reason')} AS ruling
    ${from} AND ${beyond} ORDER BY q.at DESC, q."roundId" DESC, q.id DESC LIMIT ${pageSize + 1}`,
  );
}
