import type { Client } from 'pg';

/** Open cases of these units in turn: a tenth waits for the dispatcher, a tenth for a verdict. */
export async function fill(client: Client, count: number, units: readonly string[]): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE made AS
      SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS round, gen_random_uuid() AS lead,
        ($2::uuid[])[1 + n % $3] AS unit,
        (ARRAY['dispatched', 'accepted', 'contacted', 'contacted'])[1 + n % 4] AS status,
        (SELECT id FROM "Category" ORDER BY path OFFSET n % 8 LIMIT 1) AS category,
        now() - n * interval '7 minutes' AS at
      FROM generate_series(1, $1::int) AS n`,
    [count, units, units.length],
  );
  await client.query(`
    INSERT INTO "Appeal" (id, "caseNumber", status, kind, urgency, "categoryId", channel, step, round, "filedAt", "lastSeq", "lastHash", "lastAt")
    SELECT id, to_char(at, 'YYYYMMDD') || lpad((n + (SELECT count(*) FROM "Appeal"))::text, 6, '0'), status::"Status", 'help', 'ordinary', category, 'web', 3,
      1 + (n % 10 = 0)::int, at, 3, repeat('0', 64), at FROM made;
    INSERT INTO "Detail" ("appealId", title, what, place, words)
    SELECT id, '第 ' || n || ' 盏路灯不亮，晚上看不见路', '第 ' || n || ' 盏路灯不亮', '柳湾中路 ' || n || ' 号', '{}' FROM made;
    INSERT INTO "Voice" (id, "appealId", role, reach, secret, locale, generation, "joinedAt")
    SELECT gen_random_uuid(), id, 'filer', 'link', n % 20 = 0, 'zh', 1, at FROM made;
    INSERT INTO "Round" (id, "appealId", number, origin, "startedAt", invited)
    SELECT round, id, 1, 'own', at, '{}' FROM made;
    INSERT INTO "Assignment" (id, "appealId", "roundId", "unitId", "unitPath", "personId", role, "fromAt")
    SELECT lead, m.id, round, unit, u.path, (SELECT p.id FROM "Person" p WHERE p."unitId" = unit AND n % 3 > 0 ORDER BY p.id LIMIT 1), 'lead', at
    FROM made m JOIN "Unit" u ON u.id = unit;
    INSERT INTO "Turn" (id, "appealId", "unitId", "personId", verb, "dueAt", "yellowAt", "redAt", round, recused)
    SELECT gen_random_uuid(), m.id, unit, s."personId",
      (ARRAY['accept', 'contact', 'resolve', 'resolve'])[1 + n % 4],
      date_trunc('milliseconds', at + interval '5 days'), at + interval '4 days', at + interval '6 days', 1 + (n % 10 = 0)::int, FALSE
    FROM made m JOIN "Assignment" s ON s.id = lead;
    INSERT INTO "Turn" (id, "appealId", capability, verb, "dueAt", round, recused)
    SELECT gen_random_uuid(), id, 'dispatch', 'dispatch', at + interval '2 hours', 1, FALSE FROM made WHERE n % 10 = 1;
    INSERT INTO "Turn" (id, "appealId", capability, verb, "dueAt", round, recused)
    SELECT gen_random_uuid(), id, 'interview', 'interview', at + interval '7 days', 1, FALSE FROM made WHERE n % 10 = 2;
    DROP TABLE made`);
}
