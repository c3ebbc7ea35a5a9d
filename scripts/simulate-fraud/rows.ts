import { withClient } from '@/scripts/launcher/with-client';

/** In an order in which each row finds what it points at. */
export const tables = [
  'Unit',
  'Person',
  'Session',
  'Appeal',
  'Detail',
  'Voice',
  'Contact',
  'Round',
  'Assignment',
  'Event',
  'Reveal',
  'Photo',
  'Verdict',
  'VerdictTrace',
  'Interview',
] as const;
export type Table = (typeof tables)[number];

export type Row = Readonly<Record<string, unknown>>;

/** Rows by table as they come into being. */
export interface Rows {
  add(table: Table, row: Row): void;
  of(table: Table): readonly Row[];
  /** A key nobody else has. */
  id(): string;
}

export function noRows(seed: number): Rows {
  const all = new Map<Table, Row[]>(tables.map((it) => [it, []]));
  let last = 0;
  return {
    add: (table, row) => void all.get(table)?.push(row),
    of: (table) => all.get(table) ?? [],
    id() {
      last += 1;
      const head = seed.toString(16).padStart(8, '0');
      return `${head}-0000-4000-8000-${last.toString(16).padStart(12, '0')}`;
    },
  };
}

const atOnce = 4000;

/** Puts a county in place of whatever was made before. Only ever for a database made for it. */
export async function write(ownerUrl: string, rows: Rows): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query('BEGIN');
    await client.query('TRUNCATE "Appeal", "Person", "Signal", "SignalRun" CASCADE');
    await client.query(`DELETE FROM "Unit" WHERE code LIKE 'sim-%'`);
    for (const table of tables) {
      const all = rows.of(table);
      const columns = Object.keys(all[0] ?? {})
        .map((it) => `"${it}"`)
        .join(', ');
      for (let from = 0; from < all.length; from += atOnce) {
        await client.query(
          `INSERT INTO "${table}" (${columns})
           SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
          [JSON.stringify(all.slice(from, from + atOnce))],
        );
      }
    }
    await client.query('COMMIT');
    await client.query('ANALYZE');
  });
}
