import type { Transaction } from '@/lib/db/client';
import { against } from './organisation';

/**
 * The unit, its row locked: an assignment to it that is just being written is waited for, and seen.
 */
export async function lockUnit(transaction: Transaction, id: string) {
  await transaction.$queryRaw`SELECT id FROM "Unit" WHERE id = ${id}::uuid FOR UPDATE`;
  const unit = await transaction.unit.findUnique({ where: { id } });
  return unit ?? against(null, 'unitGone');
}

/** A unit that something new may be put under or given to. */
export async function openUnit(transaction: Transaction, id: string, field: string) {
  const unit = await transaction.unit.findUnique({ where: { id } });
  if (!unit) return against(field, 'unknownUnit');
  return unit.closedAt ? against(field, 'unitClosed', { name: unit.name }) : unit;
}

/** Two open units of one name side by side could not be told apart when an appeal is sent. */
export async function nameIsFree(
  transaction: Transaction,
  { id, name, parentId }: { id: string | null; name: string; parentId: string | null },
): Promise<void> {
  const other = await transaction.unit.findFirst({
    where: { name, parentId, closedAt: null, ...(id ? { id: { not: id } } : {}) },
    select: { code: true },
  });
  if (other) against('name', 'nameTaken', { code: other.code });
}
