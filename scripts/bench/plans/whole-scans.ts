import type { Client } from 'pg';
import { planned } from '@/lib/db/client';
import type { Statement } from './heard-statements';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: Plan[];
}

/** Tables with so many rows are never read from end to end by what is asked all the time. */
export const largeFrom = 10_000;

/** Holds what is open alone, and is looked through for every queue: large long before it has so many rows. */
const alwaysLarge = ['Turn'];

/** What must not be read from end to end. */
export interface Large {
  tables: ReadonlySet<string>;
  /** Indexes of a part of a table, such as what is open, and of turns: short, and may be looked through. */
  parts: ReadonlySet<string>;
}

/** The tables that have so many rows in this database, as its statistics count them. */
export async function largeTables(client: Client, from = largeFrom): Promise<Large> {
  const parts = await client.query<{ name: string }>(
    `SELECT indexrelid::regclass::text AS name FROM pg_index
     WHERE indpred IS NOT NULL OR indrelid = '"Turn"'::regclass`,
  );
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples >= $1`,
    [from],
  );
  return {
    tables: new Set([...rows.map((it) => it.name), ...alwaysLarge]),
    parts: new Set(parts.rows.map((it) => it.name.replaceAll('"', ''))),
  };
}

/**
 * The large tables a statement would read from end to end, planned for the very values it was sent with, and where it
 * is planned once a connection for whatever values may come, so too. It is not run.
 */
export async function wholeScans(
  client: Client,
  { text, values }: Statement,
  large: Large,
): Promise<string[]> {
  const plans = [await explain(client, `EXPLAIN (FORMAT JSON) ${text}`, values)];
  if (text.trimStart().startsWith(planned.sql) && (await knowsGenericPlans(client))) {
    plans.push(await explain(client, `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`));
  }
  return [...new Set(plans.flatMap((it) => scannedIn(it, large.parts)))].filter((it) =>
    large.tables.has(it),
  );
}

async function explain(client: Client, text: string, values?: unknown[]): Promise<Plan> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(text, values);
  const plan = rows[0]?.['QUERY PLAN'][0].Plan;
  if (!plan) throw new Error('there is no plan');
  return plan;
}

/** PostgreSQL 15 does not yet. */
async function knowsGenericPlans(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ version: string }>(
    `SELECT current_setting('server_version_num') AS version`,
  );
  return Number(rows[0]?.version) >= 160_000;
}

/** An index that is looked through without anything to look for is the table once more, unless a page ends it. */
function scannedIn(plan: Plan, parts: ReadonlySet<string>, ends = false): string[] {
  const {
    'Node Type': kind,
    'Relation Name': table = '',
    'Index Name': index = '',
    'Index Cond': cond,
    Plans = [],
  } = plan;
  const whole =
    kind === 'Seq Scan' ||
    (/^Index (Only )?Scan$/.test(kind) && !cond && !ends && !parts.has(index));
  // What is sorted or counted first has been read before the page ends.
  const through =
    /^(Limit|Nested Loop|Result|Subquery Scan|Incremental Sort|LockRows|Append|Merge Append)$/;
  const within = through.test(kind) && (ends || kind === 'Limit');
  return [...(whole ? [table] : []), ...Plans.flatMap((it) => scannedIn(it, parts, within))];
}
