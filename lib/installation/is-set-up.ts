import { db } from '@/lib/db/client';

/** Whether residents may file: set-up is over, or this is the demo, which needs none. */
export async function isSetUp(): Promise<boolean> {
  const installation = await db().installation.findUniqueOrThrow({
    where: { id: 1 },
    select: { demo: true, setUpAt: true },
  });
  return installation.demo || installation.setUpAt !== null;
}
