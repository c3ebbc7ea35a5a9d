import { db } from '@/lib/db/client';
import { may, type PersonActor } from '@/lib/people/actor';
import { type ExportKind, isExportKind } from './tables';

export interface ExportEntry {
  number: number;
  at: Date;
  person: string;
  kind: ExportKind;
  format: string;
  fromOn: string;
  toOn: string;
  rows: number;
  /** `whole`, broken off, or neither: it goes on, or its process ended first. */
  state: 'whole' | 'broken' | 'going';
  digest: string | null;
}

const shown = 50;

/** The ledger of files, newest first: everybody's for an inspector and for whoever reads the logs, one's own for others. */
export async function readExports(actor: PersonActor): Promise<ExportEntry[]> {
  const entries = await db().export.findMany({
    where: may(actor, 'audit') || may(actor, 'logs') ? {} : { personId: actor.personId },
    orderBy: { number: 'desc' },
    take: shown,
    include: { person: { select: { name: true } } },
  });
  return entries.flatMap(({ kind, person, endedAt, ...it }) =>
    isExportKind(kind)
      ? [
          {
            ...it,
            kind,
            person: person.name,
            state: it.digest
              ? ('whole' as const)
              : endedAt
                ? ('broken' as const)
                : ('going' as const),
          },
        ]
      : [],
  );
}
