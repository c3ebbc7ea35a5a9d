import { hash } from '@node-rs/argon2';
import type { Client } from 'pg';
import type { Rules } from '@/lib/appeals/transition';
import { civilDateOfDay } from '@/lib/time/civil';
import { demoPassword } from '@/prisma/seed/cast';
import { withClient } from '@/scripts/launcher/with-client';
import type { Wanted } from './arguments';
import { putAside } from './aside';
import { type Batch, inBatches, type TableRows } from './batch';
import { copyIn } from './copy-in';
import { groundOf, untilDay } from './ground';
import { diceOf, saltsOf } from './ids';
import { needDemoOrEmpty } from './may-generate';
import type { Ground } from './scene';
import { type FilingDay, filingDays } from './seasons';
import { type Crew, played } from './workers';

/** How far it is. */
export type Told =
  | { phase: 'cases'; cases: number; of: number }
  | { phase: 'after'; done: number; of: number; name: string };

export interface Filled {
  cases: number;
  events: number;
  rows: number;
  bytes: number;
  /** Milliseconds until all rows were written, and until all was committed. */
  written: number;
  committed: number;
  /** Milliseconds of processor time of this process, threads and all. */
  processor: number;
}

/** Fewer and larger batches wait less for each other; two of each thread are in memory. */
const perBatch = 1000;
/**
 * Cases that go into the tables with one COPY each. PostgreSQL readies up to a thousand slots for every COPY and pays
 * for each of them by those before it, so that few long ones cost a fifth less than many short ones.
 */
const perCopy = 5000;

/**
 * Fills a database with a generated county, all in one transaction: whatever fails or is broken off,
 * nothing has happened. Reference data must be in.
 *
 * @param crew the threads that play it; whoever started them ends them.
 * @throws Refusal where the installation is a real one.
 */
export async function fill(
  ownerUrl: string,
  wanted: Wanted,
  rules: Rules,
  tell: (so: Told) => void,
  crew: Crew,
): Promise<Filled> {
  return withClient(ownerUrl, async (client) => {
    const begun = performance.now();
    const used = process.cpuUsage();
    await client.query('BEGIN');
    try {
      const filled = await write(client, wanted, rules, tell, begun, crew);
      await client.query('COMMIT');
      await client.query('ANALYZE');
      const { user, system } = process.cpuUsage(used);
      return { ...filled, committed: performance.now() - begun, processor: (user + system) / 1000 };
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {});
      throw error;
    }
  });
}

async function write(
  client: Client,
  wanted: Wanted,
  rules: Rules,
  tell: (so: Told) => void,
  begun: number,
  crew: Crew,
): Promise<Omit<Filled, 'committed' | 'processor'>> {
  await client.query(`SET LOCAL maintenance_work_mem = '512MB'`);
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('generate'))`);
  await needDemoOrEmpty(client, wanted.seed);
  const { ground, newCategories } = await groundOf(client, wanted, rules);
  await installCounty(client, ground, newCategories);
  const days = filingDays(wanted, untilDay(wanted), rules.calendar);
  await countCases(client, days, ground);
  const aside = await putAside(client);
  const fresh = await emptied(client, aside.tables);

  const held = heldBack();
  const copy = async () => {
    for (const it of held.take()) await copyIn(client, it.table, it, fresh.has(it.table));
  };
  const so = { cases: 0, events: 0, rows: 0, bytes: 0 };
  for await (const batch of played(ground, inBatches(days, perBatch), crew)) {
    held.add(batch);
    so.cases += batch.cases;
    so.events += batch.events;
    if (held.cases >= perCopy) await copy();
    for (const { rows, count } of batch.tables) {
      so.bytes += rows.byteLength;
      so.rows += count;
    }
    tell({ phase: 'cases', cases: so.cases, of: wanted.cases });
  }
  await copy();
  const written = performance.now() - begun;
  for (const [nth, { name, statement }] of aside.back.entries()) {
    tell({ phase: 'after', done: nth, of: aside.back.length, name });
    await client.query(statement);
  }
  // What the triggers would have noted: each is still to be held against the others.
  await client.query(`
    INSERT INTO "Seeking" ("appealId") SELECT d."appealId" FROM "Detail" d
    WHERE NOT EXISTS (SELECT FROM "Whereabout" w WHERE w."appealId" = d."appealId")`);
  // Triggers were off: whatever was added up before knows nothing of these cases.
  await client.query('DELETE FROM "MeasureMark"');
  return { ...so, written };
}

/** Rows of several batches, put together by table and columns until they are taken. */
function heldBack() {
  type Lines = Pick<TableRows, 'table' | 'columns'> & { pieces: Uint8Array[] };
  let tables = new Map<string, Lines>();
  let cases = 0;
  return {
    get cases(): number {
      return cases;
    },
    add(batch: Batch): void {
      cases += batch.cases;
      for (const { table, columns, rows } of batch.tables) {
        const key = [table, ...columns].join(' ');
        const lines = tables.get(key) ?? { table, columns, pieces: [] };
        lines.pieces.push(rows);
        tables.set(key, lines);
      }
    },
    take(): Lines[] {
      const taken = [...tables.values()];
      tables = new Map();
      cases = 0;
      return taken;
    },
  };
}

/** Tables that hold nothing are emptied anew: rows copied into them then need no second look by anybody. */
async function emptied(client: Client, tables: readonly string[]): Promise<Set<string>> {
  const fresh = new Set<string>();
  for (const table of tables) {
    const name = client.escapeIdentifier(table);
    await client.query(`LOCK TABLE ${name} IN ACCESS EXCLUSIVE MODE`);
    const { rows } = await client.query<{ any: boolean }>(
      `SELECT EXISTS (SELECT FROM ${name}) AS any`,
    );
    if (rows[0]?.any) continue;
    await client.query(`TRUNCATE ${name}`);
    fresh.add(table);
  }
  return fresh;
}

async function installCounty(
  client: Client,
  { county, seed, until }: Ground,
  categories: readonly object[],
): Promise<void> {
  const createdAt = new Date(until);
  const salt = Buffer.from(saltsOf(diceOf(seed, 0x9a55))(), 'hex');
  const passwordHash = await hash(demoPassword, { salt });
  const people = county.people.map((it) => ({
    ...it,
    passwordHash,
    passwordSetAt: createdAt,
    createdAt,
    noticesSeenAt: createdAt,
  }));
  for (const [table, rows] of [
    ['Category', categories],
    ['Unit', county.units],
    ['Person', people],
  ] as const) {
    const columns = Object.keys(rows[0] ?? {}).map((it) => client.escapeIdentifier(it));
    if (columns.length === 0) continue;
    await client.query(
      `INSERT INTO "${table}" (${columns})
       SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }
  await client.query(
    `UPDATE "Installation" SET demo = true, "setUpAt" = coalesce("setUpAt", $1) WHERE id = 1`,
    [createdAt],
  );
}

/** Numbers given out by hand from now on follow those made here. */
async function countCases(client: Client, days: readonly FilingDay[], { counters }: Ground) {
  const on = days.map((it) => civilDateOfDay(it.day));
  const last = days.map((it, nth) => it.count + (counters.get(on[nth] ?? '') ?? 0));
  await client.query(
    `INSERT INTO "CaseCounter" ("on", last) SELECT * FROM unnest($1::text[], $2::int[])
     ON CONFLICT ("on") DO UPDATE SET last = EXCLUDED.last`,
    [on, last],
  );
}
