export type LogCheck = { appeals: number; events: number; faults: string[] };

/**
 * Recomputes the log of a database, as `npm run verify` does. Once in the life of a process: the code
 * that does it takes its address from the environment and keeps it.
 */
export async function verifyLog(appUrl: string): Promise<LogCheck> {
  Object.assign(process.env, { DATABASE_URL: '', DATABASE_APP_URL: appUrl });
  const { verifyChains } = await import('@/lib/integrity/verify-chains');
  const { db } = await import('@/lib/db/client');
  try {
    const { appeals, events, faults } = await verifyChains();
    const lines = faults.map((it) => `${it.caseNumber}: event ${it.seq} ${it.fault}`);
    return { appeals, events, faults: lines };
  } finally {
    await db().$disconnect();
  }
}
