import { PrismaPg } from '@prisma/adapter-pg';
import { appDatabaseUrl } from '@/lib/env';
import { PrismaClient } from './generated/client';

const kept = globalThis as { prismaOfHuiyin?: PrismaClient };

/** The database under the restricted role. Made when first asked for: a build has no database. */
export function db(): PrismaClient {
  kept.prismaOfHuiyin ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: appDatabaseUrl(), max: 10 }),
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  });
  return kept.prismaOfHuiyin;
}

export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** A transaction or the client itself: reads work with either. */
export type Database = PrismaClient | Transaction;
