import type { Client } from 'pg';

/** What was taken off tables while they are filled, and how it is put back. */
export interface PutAside {
  tables: string[];
  /** Statements that put it back, with what each is called. */
  back: { name: string; statement: string }[];
}

/** Appeal and every table that depends on it, however far. */
const dependents = `
  WITH RECURSIVE below AS (
    SELECT '"Appeal"'::regclass::oid AS id
    UNION
    SELECT c.conrelid FROM pg_constraint c JOIN below ON c.confrelid = below.id AND c.contype = 'f'
  ) SELECT id FROM below`;

/**
 * Takes keys, indexes and our own triggers off the tables of appeals. Only within a transaction: what fails
 * undoes this too, and nobody else sees the tables without them.
 */
export async function putAside(client: Client): Promise<PutAside> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE oid IN (${dependents}) ORDER BY relname`,
  );
  const named = tables.map((it) => it.name);
  const id = (name: string) => client.escapeIdentifier(name);
  const { rows: keys } = await client.query<{ table: string; name: string; made: string }>(
    `SELECT t.relname AS table, c.conname AS name, pg_get_constraintdef(c.oid) AS made
     FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
     WHERE c.contype IN ('f', 'p') AND c.conrelid IN (${dependents})
     ORDER BY c.contype DESC, c.conname`,
  );
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    `SELECT i.relname AS name, pg_get_indexdef(x.indexrelid) AS made
     FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
     WHERE x.indrelid IN (${dependents})
       AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = x.indexrelid)
     ORDER BY i.relname`,
  );
  const { rows: triggers } = await client.query<{ table: string; name: string; made: string }>(
    `SELECT t.relname AS table, g.tgname AS name, pg_get_triggerdef(g.oid) AS made
     FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid
     WHERE NOT g.tgisinternal AND g.tgrelid IN (${dependents})
     ORDER BY t.relname, g.tgname`,
  );
  // What refers to a primary key goes before it and comes back after it.
  for (const it of keys.toReversed()) {
    await client.query(`ALTER TABLE ${id(it.table)} DROP CONSTRAINT ${id(it.name)}`);
  }
  for (const it of indexes) await client.query(`DROP INDEX ${id(it.name)}`);
  // Switching one off would not do: rows are still collected for those that look at all new rows at once.
  for (const it of triggers) {
    await client.query(`DROP TRIGGER ${id(it.name)} ON ${id(it.table)}`);
  }
  return {
    tables: named,
    back: [
      ...indexes.map(({ name, made }) => ({ name, statement: made })),
      ...keys.map(({ table, name, made }) => ({
        name,
        statement: `ALTER TABLE ${id(table)} ADD CONSTRAINT ${id(name)} ${made}`,
      })),
      ...triggers.map(({ name, made }) => ({ name, statement: made })),
    ],
  };
}
