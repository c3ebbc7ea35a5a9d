import type { Transaction } from '@/lib/db/client';
import { against } from './organisation';

/** Whatever is filed and not yet sent on is the hotline's: without one nobody would have it. */
export async function hotlineRemains(
  transaction: Transaction,
  field: string | null = null,
): Promise<void> {
  const left = await transaction.unit.count({ where: { kind: 'hotline', closedAt: null } });
  if (left === 0) against(field, 'lastHotline');
}
