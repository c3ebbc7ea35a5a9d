import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { appDatabaseUrl, settings } from '@/lib/env';
import { Prisma, PrismaClient } from './generated/client';

const kept = globalThis as { prismaOfHuiyin?: PrismaClient; poolOfHuiyin?: Pool };

/**
 * A statement that begins with this is planned once a connection and kept there: for those that are asked
 * all the time and take longer to read and plan than to answer. Their texts must be few.
 */
export const planned = Prisma.raw('/* planned */');

const names = new Map<string, string>();

/** A connection keeps a hundred kilobytes of the larger ones. */
const mostNames = 300;

/** No name: planned each time it is asked. */
function nameOf(sql: string): string {
  if (!sql.startsWith(planned.sql)) return '';
  const known = names.get(sql);
  if (known) return known;
  if (names.size >= mostNames) return '';
  const name = createHash('sha256').update(sql).digest('hex').slice(0, 32);
  names.set(sql, name);
  return name;
}

/** Whoever gets no connection in this time is told to come back (milliseconds): to wait on would only make the line longer. */
const patience = 15_000;

/** A server that was not told otherwise has a hundred for everybody; these are for all web processes together. */
const connectionsOfAll = 48;

const connections = (): number =>
  Math.max(4, Math.min(10, Math.floor(connectionsOfAll / settings().webProcesses)));

function pool(): Pool {
  kept.poolOfHuiyin ??= new Pool({
    connectionString: appDatabaseUrl(),
    max: connections(),
    connectionTimeoutMillis: patience,
  });
  return kept.poolOfHuiyin;
}

/** The database under the restricted role. Made when first asked for: a build has no database. */
export function db(): PrismaClient {
  kept.prismaOfHuiyin ??= clientOver(pool());
  return kept.prismaOfHuiyin;
}

function clientOver(pool: Pool): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(pool, {
      statementNameGenerator: ({ sql }) => nameOf(sql),
      disposeExternalPool: true,
    }),
    // A complaint then quotes no value somebody wrote.
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  });
}

/**
 * A client over connections of its own to a standby. Only lib/db/reading hands it out.
 *
 * @param lost hears that a connection nobody used broke.
 */
export function standbyClient(connectionString: string, lost: () => void): PrismaClient {
  const own = new Pool({ connectionString, max: connections(), connectionTimeoutMillis: 2_000 });
  own.on('error', lost);
  return clientOver(own);
}

export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** A transaction or the client itself: reads work with either. */
export type Database = PrismaClient | Transaction;
