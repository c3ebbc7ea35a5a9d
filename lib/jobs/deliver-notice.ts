import { db } from '@/lib/db/client';

/**
 * Settles one row of the outbox. Staff read theirs in the application, so theirs are delivered by being
 * there; for residents no channel is set up yet, and that is what the row then says: a notice never
 * counts as delivered because nobody tried. Settling twice changes nothing.
 */
export async function deliverNotice(noticeId: string): Promise<void> {
  await db().$executeRaw`
    UPDATE "Notice" SET "settledAt" = date_trunc('milliseconds', clock_timestamp()),
      outcome = CASE WHEN "voiceId" IS NULL THEN 'inApp' ELSE 'noChannel' END
    WHERE id = ${noticeId}::uuid AND "settledAt" IS NULL`;
}
