import { type ChangeOf, recordChange } from '@/lib/audit/record-change';
import { db, type Transaction } from '@/lib/db/client';
import type { Installation } from '@/lib/db/generated/client';
import type { PersonActor } from '@/lib/people/actor';

/** What the log of changes is told; `name` where the installation is called otherwise now. */
type Told = Pick<ChangeOf, 'before' | 'after'> & { name?: string };

/**
 * Changes the installation, one after another and on record.
 *
 * @param change does it, in the transaction, and says what was and what is; null where all stands so already.
 */
export async function changeInstallation(
  actor: PersonActor,
  change: (transaction: Transaction, before: Installation) => Promise<Told | null>,
): Promise<void> {
  await db().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT FROM "Installation" WHERE id = 1 FOR UPDATE`;
    const row = await transaction.installation.findUniqueOrThrow({ where: { id: 1 } });
    const told = await change(transaction, row);
    if (!told) return;
    await recordChange(transaction, actor, {
      ...{ subject: 'installation', subjectId: '1', action: 'changed', name: row.name },
      ...told,
    });
  });
}
