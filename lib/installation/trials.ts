import type { Status } from '@/lib/appeals/lifecycle';
import { db } from '@/lib/db/client';

export interface Trial {
  caseNumber: string;
  status: Status;
  filedAt: Date;
}

/** The newest trial appeals: how far each has come, and nothing of what was written. */
export function readTrials(): Promise<Trial[]> {
  return db().appeal.findMany({
    where: { trial: true },
    orderBy: [{ filedAt: 'desc' }, { id: 'desc' }],
    take: 5,
    select: { caseNumber: true, status: true, filedAt: true },
  });
}
