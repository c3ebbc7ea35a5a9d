import { db } from '@/lib/db/client';
import { addDays, type CivilDate, instantOf } from '@/lib/time/civil';

export interface ChangeFilter {
  subject?: string | undefined;
  personId?: string | undefined;
  /** Civil dates, both included. */
  fromOn?: CivilDate | undefined;
  untilOn?: CivilDate | undefined;
}

export interface ReadChange {
  id: string;
  at: Date;
  /** Null where the system or the first set-up did it. */
  person: string | null;
  subject: string;
  subjectId: string;
  name: string;
  action: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

export interface ChangePage {
  rows: ReadChange[];
  /** Where the next page begins; null when there is none. */
  next: { at: Date; id: string } | null;
}

const rowsPerPage = 25;

/** The audit log, newest first, a page at a time from a key on. */
export async function readChanges(
  { subject, personId, fromOn, untilOn }: ChangeFilter,
  after: { at: Date; id: string } | null,
  zone: string,
): Promise<ChangePage> {
  const rows = await db().change.findMany({
    where: {
      ...(subject ? { subject } : {}),
      ...(personId ? { personId } : {}),
      AND: [
        ...(fromOn ? [{ at: { gte: instantOf(fromOn, '00:00', zone) } }] : []),
        ...(untilOn ? [{ at: { lt: instantOf(addDays(untilOn, 1), '00:00', zone) } }] : []),
        ...(after
          ? [{ OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }]
          : []),
      ],
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: rowsPerPage + 1,
  });
  const shown = rows.slice(0, rowsPerPage);
  const ids = [...new Set(shown.flatMap((it) => (it.personId ? [it.personId] : [])))];
  const people = await db().person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((it) => [it.id, it.name]));
  const last = shown.at(-1);
  return {
    rows: shown.map(({ personId: by, before, after: then, ...row }) => ({
      ...row,
      person: by ? (names.get(by) ?? null) : null,
      before: factsOf(before),
      after: factsOf(then),
    })),
    next: rows.length > rowsPerPage && last ? { at: last.at, id: last.id } : null,
  };
}

const factsOf = (json: unknown): Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
    ? Object.fromEntries(Object.entries(json))
    : {};

/** Whoever has changed something, for the filter. */
export function readChangers(): Promise<{ id: string; name: string }[]> {
  return db().$queryRaw`
    SELECT p.id, p.name FROM "Person" p
    WHERE EXISTS (SELECT FROM "Change" c WHERE c."personId" = p.id) ORDER BY p.name, p.id`;
}
