import { db } from '@/lib/db/client';

/** Whether this installation plays the demo, whose passwords everybody may know. */
export async function isDemo(): Promise<boolean> {
  const installation = await db().installation.findUnique({ where: { id: 1 } });
  return installation?.demo ?? false;
}
