import { db } from '@/lib/db/client';

/** Codes that hold no longer are thrown away after a day: who asked for one is nobody's to know. */
export const sweepCodes = (): Promise<number> => db().$executeRaw`
  DELETE FROM "EntryCode" WHERE "expiresAt" < clock_timestamp() - interval '1 day'`;
