import type { Client } from 'pg';
import type { Statement } from './heard-statements';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Plan Rows': number;
  Plans?: Plan[];
}

/** Tables with so many rows are never read from end to end by what is asked all the time. */
export const largeFrom = 10_000;

/** Holds what is open alone, and is looked through for every queue: large long before it has so many rows. */
const alwaysLarge = ['Turn'];

/** The tables that have so many rows in this database, as its statistics count them. */
export async function largeTables(client: Client, from = largeFrom): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples >= $1`,
    [from],
  );
  return new Set([...rows.map((it) => it.name), ...alwaysLarge]);
}

/**
 * The large tables a statement would read from end to end, planned for the very values it was sent with. It is not
 * run.
 */
export async function wholeScans(
  client: Client,
  { text, values }: Statement,
  large: ReadonlySet<string>,
): Promise<string[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    values,
  );
  const plan = rows[0]?.['QUERY PLAN'][0].Plan;
  return plan ? [...new Set(scannedIn(plan))].filter((it) => large.has(it)) : [];
}

const scannedIn = (plan: Plan): string[] => [
  ...(plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? ''] : []),
  ...(plan.Plans ?? []).flatMap(scannedIn),
];
