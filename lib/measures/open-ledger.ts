import type { ExclusionClass } from '@/lib/appeals/records';
import { exclusionClasses } from '@/lib/appeals/words';
import { db } from '@/lib/db/client';
import { addDays, civilDateOf } from '@/lib/time/civil';
import { DAY } from '@/lib/time/zone';
import { measuredUnits } from './ask';
import { countsAs } from './define';
import {
  countLedger,
  type LedgerCount,
  type LedgerPart,
  ledgerParts,
  type SpokenKey,
  spokenKeys,
} from './exclusions';
import { dueLeftOut } from './left-out';
import type { Named } from './open-counts';
import { type Period, quarterWith } from './period';
import type { Scope } from './population';
import { countDue } from './queries';
import type { Counted } from './tally';
import { withhold } from './withhold';

/**
 * Days after a quarter in which what is asked about it can be decided, objected to and ruled on, where everybody keeps
 * their time. As it stands then it is printed; what comes later is in no public figure, on neither side.
 */
export const settleDays = 60;

export interface LedgerLine<Of> {
  of: Of;
  /** By what became of them; null where it is withheld. */
  parts: Record<LedgerPart, number> | null;
}

export interface LedgerTable<Of> {
  rows: LedgerLine<Of>[];
  all: Record<LedgerPart, number> | null;
}

/** People who were due, who answered, and yes; null where it is withheld. */
export interface OpenEffect {
  before: OpenRate | null;
  after: OpenRate | null;
}

export interface OpenRate {
  due: number;
  answered: number;
  yes: number;
}

export interface OpenLedger {
  quarter: Period;
  countedAt: Date;
  byUnit: LedgerTable<Named>;
  byClass: LedgerTable<ExclusionClass>;
  /** By the unit that decided; what nobody had decided is in no row of it. */
  byDecider: LedgerTable<Named>;
  effect: Record<SpokenKey, OpenEffect>;
}

const settledAt = ({ until }: Period): Date => new Date(until.getTime() + settleDays * DAY);

/** The last four quarters that are over and settled, newest first. */
export function quartersPrinted(zone: string, at: Date): Period[] {
  let quarter = quarterWith(civilDateOf(at, zone), zone);
  while (settledAt(quarter) > at) quarter = before(quarter, zone);
  const quarters = [quarter];
  for (let last = quarter; quarters.length < 4; quarters.push(last)) last = before(last, zone);
  return quarters;
}

const before = ({ fromOn }: Period, zone: string): Period => quarterWith(addDays(fromOn, -1), zone);

/** When the quarter of an instant is printed, at midnight of a day. */
export const printedFrom = (at: Date, zone: string): Date =>
  settledAt(quarterWith(civilDateOf(at, zone), zone));

/** The public ledger of a settled quarter, as it was printed first. */
export async function readOpenLedger(quarter: Period, zone: string): Promise<OpenLedger> {
  const printed = await readPrinted(quarter);
  if (printed) return printed;
  const { countedAt, ...ledger } = await countOpenLedger(quarter);
  await db().openQuarter.createMany({
    data: [{ fromOn: quarter.fromOn, zone, countedAt, ledger: ledger as object }],
    skipDuplicates: true,
  });
  const first = await readPrinted(quarter);
  if (!first) throw new Error('a quarter was printed and is not there');
  return first;
}

async function readPrinted(quarter: Period): Promise<OpenLedger | null> {
  const row = await db().openQuarter.findUnique({ where: { fromOn: quarter.fromOn } });
  if (!row) return null;
  const ledger = row.ledger as unknown as Omit<OpenLedger, 'quarter' | 'countedAt'>;
  return { ...ledger, quarter, countedAt: row.countedAt };
}

/** What everybody is told alike, as it stood when the quarter was settled: no later step changes it. */
export async function countOpenLedger(quarter: Period): Promise<Omit<OpenLedger, 'quarter'>> {
  const at = settledAt(quarter);
  const scope: Scope = { actor: null, period: quarter, unitPath: null, alone: false, at };
  const [units, counts, all, leftOut] = await Promise.all([
    measuredUnits(),
    countLedger(scope, at),
    countDue(scope, spokenKeys),
    countDue(scope, spokenKeys, dueLeftOut(at)),
  ]);
  const named = (id: string): Named => {
    const { name, nameEn } = units.find((it) => it.id === id) ?? { name: id, nameEn: id };
    return { id, name, nameEn };
  };
  const byName = (ids: readonly (string | null)[]) =>
    [...new Set(ids)]
      .flatMap((id) => (id ? [named(id)] : []))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  const decided = counts.filter((it) => it.deciderId !== null);
  return {
    countedAt: at,
    byUnit: tableOf(byName(counts.map((it) => it.unitId)), counts, (of, it) => of.id === it.unitId),
    byClass: tableOf(exclusionClasses, counts, (of, it) => of === it.exclusionClass),
    byDecider: tableOf(
      byName(decided.map((it) => it.deciderId)),
      decided,
      (of, it) => of.id === it.deciderId,
    ),
    effect: Object.fromEntries(
      spokenKeys.map((key) => [key, effectOf(key, all, leftOut)]),
    ) as OpenLedger['effect'],
  };
}

/** In the order given, never by size; rows with a small number are withheld whole (lib/measures/withhold.ts). */
function tableOf<Of>(
  list: readonly Of[],
  counts: readonly LedgerCount[],
  belongs: (of: Of, it: LedgerCount) => boolean,
): LedgerTable<Of> {
  const partsOf = (rows: readonly LedgerCount[]) =>
    ledgerParts.map((part) => rows.reduce((sum, it) => (it.part === part ? sum + it.n : sum), 0));
  const rows = list.map((of) => partsOf(counts.filter((it) => belongs(of, it))));
  const telling = withhold(rows.map((parts) => ({ month: parts, year: parts })));
  const byPart = (parts: readonly number[] | undefined) =>
    Object.fromEntries(ledgerParts.map((part, nth) => [part, parts?.[nth] ?? 0])) as Record<
      LedgerPart,
      number
    >;
  return {
    rows: list.map((of, nth) => ({
      of,
      parts: telling.rows[nth] === 'nothing' ? null : byPart(rows[nth]),
    })),
    all: telling.all === 'nothing' ? null : byPart(partsOf(counts)),
  };
}

/** An answer that came after the count was given to a figure that had been told already: here it is silence. */
function effectOf(
  key: SpokenKey,
  all: readonly Counted[],
  leftOut: readonly Counted[],
): OpenEffect {
  const partsOf = (rows: readonly Counted[]) => {
    const own = rows.filter((it) => it.measure === key && it.origin === 'own');
    const sum = (says: 'yes' | 'no' | null) =>
      own.reduce((total, { answer, late, n }) => {
        const counts = answer && !late ? countsAs(key, answer) : null;
        return counts === says ? total + n : total;
      }, 0);
    return [sum('yes'), sum('no'), sum(null)];
  };
  const [whole, out] = [partsOf(all), partsOf(leftOut)];
  const kept = whole.map((n, part) => n - (out[part] ?? 0));
  const telling = withhold([kept, out].map((parts) => ({ month: parts, year: parts })));
  const rate = ([yes = 0, no = 0, silent = 0]: readonly number[]): OpenRate => ({
    due: yes + no + silent,
    answered: yes + no,
    yes,
  });
  return {
    before: telling.all === 'nothing' ? null : rate(whole),
    after: telling.rows.includes('nothing') ? null : rate(kept),
  };
}
