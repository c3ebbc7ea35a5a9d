import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';

/**
 * Settles one row of the outbox. No channel is set up yet, and that is what the row then says: a
 * notice never counts as delivered because nobody tried. Settling twice changes nothing.
 */
export async function deliverNotice(noticeId: string): Promise<void> {
  await db().notice.updateMany({
    where: { id: noticeId, settledAt: null },
    data: { settledAt: await databaseClock(db()), outcome: 'noChannel' },
  });
}
