import { recordChange } from '@/lib/audit/record-change';
import { db } from '@/lib/db/client';
import { beat } from '@/lib/health/pulse';
import type { Archived } from './fold';

/** That it ran; and where it did something, a line in the log of changes: how many, and of no case. */
export async function note(
  { cases, steps, waiting, left }: Archived,
  years: number,
): Promise<void> {
  await beat('archive', { cases, steps, waiting, left: left.length });
  if (cases === 0) return;
  await db().$transaction((transaction) => {
    const on = new Date().toISOString().slice(0, 10);
    return recordChange(transaction, null, {
      ...{ subject: 'retention', subjectId: on, name: on, action: 'archived' },
      after: { cases, steps, years },
    });
  });
}
