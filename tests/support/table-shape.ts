import { withClient } from '@/scripts/launcher/with-client';

/**
 * The tables of a database in the same lines as `schemaShape`. Left out is what Prisma's language
 * has no words for: partial, expression and non-btree indexes, checks, triggers, rights.
 */
export async function tableShape(url: string): Promise<Set<string>> {
  return withClient(url, async (client) => {
    const lines: string[] = [];
    for (const sql of [ENUMS, COLUMNS, DEFAULTS, FOREIGN_KEYS, INDEXES]) {
      const { rows } = await client.query<{ line: string }>(sql);
      lines.push(...rows.map(({ line }) => line));
    }
    return new Set(lines);
  });
}

const ENUMS = `
  SELECT 'enum ' || t.typname || ': ' || string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder) AS line
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
   WHERE t.typnamespace = 'public'::regnamespace
   GROUP BY t.typname`;

const TABLES = `
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
     AND NOT c.relispartition AND c.relname <> '_prisma_migrations'`;

const COLUMNS = `
  SELECT 'column ' || c.relname || '.' || a.attname || ' '
         || replace(format_type(a.atttypid, a.atttypmod), '"', '')
         || CASE WHEN a.attndims > 0 THEN '' WHEN a.attnotnull THEN ' not null' ELSE ' null' END
         AS line ${TABLES}`;

const DEFAULTS = `
  SELECT 'default ' || place || ' '
         || CASE
              WHEN said LIKE 'nextval(%' THEN 'nextval'
              WHEN said = 'CURRENT_TIMESTAMP' THEN said
              WHEN said LIKE '%(%' THEN 'computed'
              ELSE regexp_replace(regexp_replace(said, '::.*$', ''), '^''(.*)''$', '\\1')
            END AS line
    FROM (SELECT c.relname || '.' || a.attname AS place, pg_get_expr(d.adbin, d.adrelid) AS said
          ${TABLES}) AS defaults
   WHERE said IS NOT NULL`;

/** The names behind an array of column numbers of a table. */
const names = (table: string, numbers: string) => `(
  SELECT string_agg(a.attname, ', ' ORDER BY place)
    FROM unnest(${numbers}) WITH ORDINALITY AS part (number, place)
    JOIN pg_attribute a ON a.attrelid = ${table} AND a.attnum = number)`;

const action = (letter: string) => `
  CASE ${letter} WHEN 'a' THEN 'no action' WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade'
    WHEN 'n' THEN 'set null' ELSE 'set default' END`;

const FOREIGN_KEYS = `
  SELECT 'foreign ' || c.relname || '(' || ${names('f.conrelid', 'f.conkey')} || ') -> '
         || t.relname || '(' || ${names('f.confrelid', 'f.confkey')} || ') on delete '
         || ${action('f.confdeltype')} || ' on update ' || ${action('f.confupdtype')} AS line
    FROM pg_constraint f
    JOIN pg_class c ON c.oid = f.conrelid AND c.relnamespace = 'public'::regnamespace
    JOIN pg_class t ON t.oid = f.confrelid
   WHERE f.contype = 'f' AND f.conparentid = 0`;

const INDEXES = `
  SELECT CASE WHEN i.indisprimary THEN 'primary ' WHEN i.indisunique THEN 'unique ' ELSE 'index ' END
         || c.relname || '(' || ${names('i.indrelid', 'i.indkey::int2[]')} || ')' AS line
    FROM pg_index i
    JOIN pg_class c ON c.oid = i.indrelid AND c.relnamespace = 'public'::regnamespace
    JOIN pg_class x ON x.oid = i.indexrelid
    JOIN pg_am m ON m.oid = x.relam AND m.amname = 'btree'
   WHERE i.indpred IS NULL AND i.indexprs IS NULL AND NOT c.relispartition
     AND c.relname <> '_prisma_migrations'`;
