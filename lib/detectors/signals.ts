import { z } from 'zod';
import type { Status } from '@/lib/appeals/lifecycle';
import { notRecusedInSql } from '@/lib/appeals/queries/recused';
import { visibleTo } from '@/lib/appeals/queries/visible';
import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { Prisma } from '@/lib/db/generated/client';
import { choice, paragraph } from '@/lib/fields';
import { type FormProblem, problemsOf } from '@/lib/forms';
import { isId } from '@/lib/id';
import { mayMeasure } from '@/lib/measures/access';
import type { MeasuredUnit } from '@/lib/measures/ask';
import type { PersonActor } from '@/lib/people/actor';
import type { Found } from './detector';
import { type DetectorKey, isDetectorKey } from './table';

export const findings = ['explained', 'confirmed'] as const;
export type SignalState = 'open' | (typeof findings)[number];

export interface Signal {
  id: string;
  detector: DetectorKey;
  unit: Pick<MeasuredUnit, 'name' | 'nameEn'>;
  /** Civil days, both included. */
  fromOn: string;
  toOn: string;
  numbers: Found['numbers'];
  firstAt: Date;
  state: SignalState;
  /** Who looked into it, when, and what they found. */
  finding: { by: string; at: Date; words: string } | null;
}

interface Row extends Omit<Signal, 'unit' | 'finding' | 'detector'> {
  detector: string;
  name: string;
  nameEn: string;
  by: string | null;
  lookedAt: Date | null;
  words: string | null;
}

/**
 * Which signals somebody may know of. Numbers tell of every case behind them, so: whoever reads all cases and
 * measures; nobody of the unit it is about or below it; nobody who is barred from a case that unit was given
 * before those days were over. `f`: the signal, `u`: its unit.
 */
const knownTo = (actor: PersonActor): Prisma.Sql => Prisma.sql`
  NOT starts_with(${actor.unitPath}, u.path) AND NOT EXISTS (
    SELECT FROM "Assignment" s JOIN "Appeal" a ON a.id = s."appealId"
    WHERE s."unitId" = f."unitId" AND a.recused AND s."fromAt" < f."toOn"::date + interval '2 days'
      AND NOT ${notRecusedInSql(actor)})
  AND NOT EXISTS (
    SELECT FROM "SignalCase" c JOIN "Appeal" a ON a.id = c."appealId"
    WHERE c."signalId" = f.id AND a.recused AND NOT ${notRecusedInSql(actor)})`;

const most = 200;

/** Signals to look at first, the newest first; then what was looked into. At most 200. */
export async function readSignals(actor: PersonActor): Promise<Signal[]> {
  if (!mayMeasure(actor)) return [];
  return asked(Prisma.sql`${knownTo(actor)}
    ORDER BY f.state <> 'open', f."toOn" DESC, u.path, f.detector LIMIT ${most}`);
}

async function asked(where: Prisma.Sql): Promise<Signal[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT f.id::text, f.detector, f."fromOn", f."toOn", f.numbers, f."firstAt", f.state, u.name, u."nameEn",
      p.name AS by, f."lookedAt", f.finding AS words
    FROM "Signal" f JOIN "Unit" u ON u.id = f."unitId" LEFT JOIN "Person" p ON p.id = f."personId"
    WHERE ${where}`;
  return rows.flatMap(({ detector, name, nameEn, by, lookedAt, words, ...it }) =>
    isDetectorKey(detector)
      ? [
          {
            ...it,
            detector,
            unit: { name, nameEn },
            finding: by && lookedAt && words ? { by, at: lookedAt, words } : null,
          },
        ]
      : [],
  );
}

/** The last day of the newest month the detectors have looked at; null before the first. */
export async function lastLooked(): Promise<string | null> {
  const newest = await db().signalRun.findFirst({ orderBy: { toOn: 'desc' } });
  return newest?.toOn ?? null;
}

/** A case behind a signal, as it stands. */
export interface SignalCase {
  caseNumber: string;
  title: string;
  status: Status;
  round: number;
  filedAt: Date;
}

/** One signal with the cases behind it that this reader may see; null where there is none for them. */
export async function readSignal(
  actor: PersonActor,
  id: string,
): Promise<{ signal: Signal; cases: SignalCase[] } | null> {
  if (!mayMeasure(actor) || !isId(id)) return null;
  const [signal] = await asked(Prisma.sql`f.id = ${id}::uuid AND ${knownTo(actor)}`);
  if (!signal) return null;
  const cases = await db().appeal.findMany({
    where: { AND: [visibleTo(actor), { signals: { some: { signalId: id } } }] },
    select: {
      ...{ caseNumber: true, status: true, round: true, filedAt: true },
      detail: { select: { title: true } },
    },
    orderBy: [{ filedAt: 'desc' }, { id: 'desc' }],
    take: most,
  });
  return {
    signal,
    cases: cases.map(({ detail, ...it }) => ({ ...it, title: detail?.title ?? '' })),
  };
}

const input = z.object({ state: choice(findings), finding: paragraph(2000, { min: 10 }) });

export type Recorded =
  | { ok: true }
  | { ok: false; code: 'notFound' | 'lookedInto' }
  | { ok: false; code: 'badInput'; problems: FormProblem[] };

/** Writes down what somebody found. Once: of two who press, the first is kept. */
export async function recordFinding(
  actor: PersonActor,
  id: string,
  given: unknown,
): Promise<Recorded> {
  if (!(await readSignal(actor, id))) return { ok: false, code: 'notFound' };
  const parsed = input.safeParse(given);
  if (!parsed.success) return { ok: false, code: 'badInput', problems: problemsOf(parsed.error) };
  const lookedAt = await databaseClock(db());
  const { count } = await db().signal.updateMany({
    where: { id, state: 'open' },
    data: { ...parsed.data, personId: actor.personId, lookedAt },
  });
  return count > 0 ? { ok: true } : { ok: false, code: 'lookedInto' };
}
