import type { Client } from 'pg';
import { keyOf, tellingOf } from '@/lib/similar/keywords';
import { wordsOf } from '@/lib/similar/words';
import { diceOf } from '@/scripts/generate/ids';
import { placeName } from '@/scripts/generate/names';
import { placeWords, tell, topics } from '@/scripts/generate/phrases';

const accounts = 6_000;
const spots = 40_000;

/**
 * Cases over three years, each an account at a place, some places much oftener than others: as many rows as
 * a large county has, of which each part is cut once only.
 */
export async function fillAlike(client: Client, count: number): Promise<void> {
  const roll = diceOf(11, 1);
  const told = Array.from({ length: accounts }, () => {
    const { what } = tell(roll.pick(topics), '', roll);
    const title = what.slice(0, 18);
    return { title, what, keys: keysOf({ title, what, place: '' }, 8) };
  });
  const where = Array.from({ length: spots }, (_, nth) => {
    const name = `${placeName(nth % 3_000)}${['苑', '里', '新村'][nth % 3]}`;
    const place = placeWords[roll.pick(['room', 'block', 'estate'] as const)](
      name,
      `${name}路`,
      roll,
    );
    return { place, keys: keysOf({ title: '', what: '', place }, 5) };
  });
  await client.query(
    'CREATE TEMP TABLE account (n int PRIMARY KEY, title text, what text, keys text)',
  );
  await client.query('CREATE TEMP TABLE spot (n int PRIMARY KEY, place text, keys text)');
  await client.query(
    `INSERT INTO account SELECT row_number() OVER () - 1, * FROM unnest($1::text[], $2::text[], $3::text[])`,
    [told.map((it) => it.title), told.map((it) => it.what), told.map((it) => it.keys)],
  );
  await client.query(
    'INSERT INTO spot SELECT row_number() OVER () - 1, * FROM unnest($1::text[], $2::text[])',
    [where.map((it) => it.place), where.map((it) => it.keys)],
  );
  await client.query(
    `SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'; SELECT setseed(0.4)`,
  );
  await client.query(
    `CREATE TEMP TABLE made AS
     SELECT n, uuidv7(at - now()) AS id, at, account, spot FROM (
       SELECT n, date_trunc('milliseconds', now() - (n::float8 / $1) * interval '3 years') AS at,
         floor(random() * ${accounts})::int AS account,
         floor(power(random(), 2.2) * ${spots})::int AS spot
       FROM generate_series(1, $1::int) AS n) AS it`,
    [count],
  );
  await client.query(`
    ALTER TABLE "Keyword" DROP CONSTRAINT "Keyword_appealId_fkey";
    DROP INDEX "Keyword_word_filedAt_appealId_key";
    INSERT INTO "Appeal" (id, "caseNumber", status, "closedAs", kind, urgency, channel, step, round, "filedAt", "closedAt", "lastSeq", "lastHash", "lastAt")
    SELECT id, 'b' || n, (CASE WHEN old THEN 'closed' ELSE 'contacted' END)::"Status", (CASE WHEN old THEN 'judged' END)::"ClosedAs",
      'help', 'ordinary', 'web', 3, 1, at, CASE WHEN old THEN at + interval '9 days' END, 3, repeat('0', 64), at
    FROM (SELECT *, at < now() - interval '9 days' AND n % 9 > 0 AS old FROM made) AS it;
    INSERT INTO "Detail" ("appealId", title, what, place, words, "keywordRule")
    SELECT id, a.title, a.what, s.place, '{}', 1 FROM made JOIN account a ON a.n = account JOIN spot s ON s.n = spot;
    INSERT INTO "Voice" (id, "appealId", role, reach, secret, locale, generation, "joinedAt")
    SELECT gen_random_uuid(), id, 'filer', 'link', FALSE, 'zh', 1, at FROM made;
    INSERT INTO "Keyword" (word, "filedAt", "appealId")
    SELECT DISTINCT word::int, at, id FROM made JOIN account a ON a.n = account JOIN spot s ON s.n = spot,
      string_to_table(a.keys || ' ' || s.keys, ' ') AS word;
    CREATE UNIQUE INDEX "Keyword_word_filedAt_appealId_key" ON "Keyword" (word, "filedAt", "appealId");
    ALTER TABLE "Keyword" ADD CONSTRAINT "Keyword_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal" (id) ON UPDATE CASCADE ON DELETE RESTRICT;
    DROP TABLE made`);
  await client.query('VACUUM ANALYZE "Keyword", "Appeal", "Detail", "Voice"');
}

const keysOf = (matter: { title: string; what: string; place: string }, most: number): string =>
  tellingOf(wordsOf(matter), most).map(keyOf).join(' ');
