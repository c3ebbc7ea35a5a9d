import pg from 'pg';
import { enterDatabase } from '@/scripts/launcher/enter-database';
import { runScript } from '@/scripts/launcher/refusal';

/** Prints each table with a row in which one of the words stands, as plain text, whatever the schema. */
await runScript(async () => {
  const words = process.argv.slice(2);
  await enterDatabase();
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  for (const { name } of tables) {
    for (const word of words) {
      const { rows } = await client.query<{ found: boolean }>(
        `SELECT EXISTS (SELECT FROM ${name} AS t WHERE strpos(t::text, $1) > 0) AS found`,
        [word],
      );
      if (rows[0]?.found) process.stdout.write(`${name} ${word}\n`);
    }
  }
  await client.end();
  return 0;
});
