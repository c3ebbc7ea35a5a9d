import { decrypt } from '@/lib/contacts/cipher';
import { withClient } from '@/scripts/launcher/with-client';

/**
 * Where these words stand in the database: every column of every table there is, as the owner reads it, and what of
 * it can be opened with the key of the installation and any id of any table.
 *
 * @returns `Table.column: word`, sorted, each once.
 */
export const findEverywhere = (words: readonly string[]): Promise<string[]> =>
  withClient(process.env.DATABASE_URL ?? '', async (client) => {
    const { rows: columns } = await client.query<{ schema: string; name: string; column: string }>(`
      SELECT n.nspname AS schema, c.relname AS name, a.attname AS column
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
        AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') ORDER BY 1, 2, 3`);
    const { rows: owners } = await client.query<{ id: string }>(
      `SELECT id::text FROM "Voice" UNION ALL SELECT 'photo ' || id::text FROM "Photo"`,
    );
    const found = new Set<string>();
    for (const { schema, name, column } of columns) {
      const { rows } = await client.query<{ value: string }>(
        `SELECT DISTINCT to_jsonb("${column}")::text AS value FROM "${schema}"."${name}" WHERE "${column}" IS NOT NULL`,
      );
      for (const { value } of rows) {
        const plain = [value, ...opened(value, owners)].join('\n');
        for (const word of words) if (plain.includes(word)) found.add(`${name}.${column}: ${word}`);
      }
    }
    return [...found].toSorted();
  });

/** A sealed value opens with the id it is bound to and no other. */
function opened(value: string, owners: readonly { id: string }[]): string[] {
  const sealed = /^"([\w+/.=:-]{40,})"$/.exec(value)?.[1];
  if (!sealed) return [];
  return owners.flatMap(({ id }) => {
    try {
      return [decrypt(sealed, id)];
    } catch {
      return [];
    }
  });
}
