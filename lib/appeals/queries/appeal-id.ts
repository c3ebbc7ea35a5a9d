import { db, planned } from '@/lib/db/client';

/** Only a key for `perform`, which decides who may know of it. */
export async function appealIdOf(caseNumber: unknown): Promise<string | null> {
  if (typeof caseNumber !== 'string' || !/^\d{12,14}$/.test(caseNumber)) return null;
  const [found] = await db().$queryRaw<{ id: string }[]>`${planned}
    SELECT id FROM "Appeal" WHERE "caseNumber" = ${caseNumber}`;
  return found?.id ?? null;
}
