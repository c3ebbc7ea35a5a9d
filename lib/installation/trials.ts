import type { Status } from '@/lib/appeals/lifecycle';
import { notRecusedFrom } from '@/lib/appeals/queries/recused';
import { db } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';

export interface Trial {
  caseNumber: string;
  status: Status;
  filedAt: Date;
}

/** The newest trial appeals: how far each has come, and nothing of what was written. */
export function readTrials(by: PersonActor): Promise<Trial[]> {
  return db().appeal.findMany({
    where: { trial: true, ...notRecusedFrom(by) },
    orderBy: [{ filedAt: 'desc' }, { id: 'desc' }],
    take: 5,
    select: { caseNumber: true, status: true, filedAt: true },
  });
}
