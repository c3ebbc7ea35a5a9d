import { db } from '@/lib/db/client';
import type { Erased } from './erase';

/** When the worker last looked what falls due, and what it did then; null where it never has. */
export async function lastRun(): Promise<{ at: Date; erased: Erased } | null> {
  const found = await db().pulse.findUnique({ where: { name: 'retention' } });
  return found && { at: found.at, erased: found.told as unknown as Erased };
}
