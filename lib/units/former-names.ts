import { db } from '@/lib/db/client';

export interface FormerName {
  name: string;
  nameEn: string | null;
  /** When it was given its next name. */
  untilAt: Date;
}

/** What a unit was called before, latest first; told from the log of changes. */
export async function readFormerNames(unitId: string): Promise<FormerName[]> {
  const changes = await db().change.findMany({
    where: { subject: 'unit', subjectId: unitId, action: 'changed' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { at: true, before: true },
  });
  return changes.flatMap(({ at, before }) => {
    if (typeof before !== 'object' || before === null || Array.isArray(before)) return [];
    const { name, nameEn } = before;
    if (typeof name !== 'string') return [];
    return [{ name, nameEn: typeof nameEn === 'string' ? nameEn : null, untilAt: at }];
  });
}
