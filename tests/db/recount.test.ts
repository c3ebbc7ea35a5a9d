import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { figuresOf } from '@/lib/recount/figures';
import { recount } from '@/lib/recount/recount';
import { isSound, type Recounted } from '@/lib/recount/results';
import { wholePeriod } from '@/lib/recount/whole-period';
import { withClient } from '@/scripts/launcher/with-client';
import { type OwnDatabase, ownDatabase } from '../support/database';
import { settleWorld, walkPair } from '../support/walk-in-database';

const zone = 'Asia/Shanghai';

const recounted = (): Promise<Recounted> =>
  recount({ period: wholePeriod(null, null, zone), zone, at: new Date('2027-03-01T00:00:00Z') });

describe('a town walked through its verbs by chance', () => {
  let own: OwnDatabase;

  beforeAll(async () => {
    own = await ownDatabase();
    await settleWorld();
    for (let seed = 1; seed <= 40; seed++) await walkPair(seed, 40);
  }, 120_000);

  it('counts alike from the log and from the tables, whatever happened', async () => {
    const found = await recounted();
    expect(found.differences).toEqual([]);
    expect(found).toMatchObject({ cases: 80, untold: 0, differing: 0, paths: [] });
    expect(found.window?.differences).toEqual([]);
    expect(found.window?.numbers).toBeGreaterThan(0);
    const figures = figuresOf(found.counts, await db().unit.findMany());
    expect(figures.filter((it) => it.differs)).toEqual([]);
    expect(isSound(found)).toBe(true);
    // The walk has met what is seldom.
    expect(found.counts.some((it) => it.leftOut && it.recounted > 0)).toBe(true);
    const met = new Set(found.counts.map((it) => `${it.measure} ${it.answer}`));
    for (const it of ['extended extended', 'unrated unrated', 'unrated rated']) {
      expect(met).toContain(it);
    }
  });

  /** What is planted, how it is taken back, and which measures must cry. */
  const planted: [string, string, string, string[]][] = [
    [
      'a verdict',
      `UPDATE "Verdict" SET solved = 'yes' WHERE id = (SELECT v.id FROM "Verdict" v JOIN "Round" r ON r.id = v."roundId"
        WHERE v.solved = 'no' AND v.occasion = 'closing' AND r.number = 1 AND r.outcome = 'done' AND NOT EXISTS (
          SELECT FROM "Request" q WHERE q."roundId" = r.id AND q.kind = 'conclude') AND r."countedAt" IS NOT NULL
        ORDER BY v.id LIMIT 1)`,
      '"Verdict"',
      ['firstSolved', 'solved'],
    ],
    [
      'the date of a promise',
      `UPDATE "Clock" SET "dueAt" = "stoppedAt" + interval '1 hour' WHERE id = (SELECT id FROM "Clock"
        WHERE kind = 'promise' AND outcome = 'late' ORDER BY id LIMIT 1)`,
      '"Clock"',
      ['extended', 'parked', 'promise'],
    ],
    [
      'how long an answer took',
      `UPDATE "Clock" SET "startedAt" = "startedAt" + interval '1 minute' WHERE id = (SELECT id FROM "Clock"
        WHERE kind = 'accept' AND outcome = 'met' ORDER BY id LIMIT 1)`,
      '"Clock"',
      ['accept'],
    ],
    [
      'somebody asked who is taken off the list',
      `UPDATE "Round" SET invited = '{}' WHERE id = (SELECT id FROM "Round"
        WHERE number = 2 AND cardinality(invited) = 1 AND "countedAt" IS NOT NULL AND "resolvedAt" IS NOT NULL
        ORDER BY id LIMIT 1)`,
      '"Round"',
      ['satisfiedHandling', 'satisfiedResult', 'solved', 'unrated'],
    ],
    [
      'an exclusion that was granted made to have been refused',
      `UPDATE "Request" SET outcome = 'refused' WHERE id = (SELECT q.id FROM "Request" q JOIN "Round" r ON r.id = q."roundId"
        WHERE q.kind = 'exclude' AND q.outcome = 'granted' AND r.number = 1 AND r."resolvedAt" IS NOT NULL AND NOT EXISTS (
          SELECT FROM "Request" k WHERE k."roundId" = r.id AND k.kind = 'keepIn') ORDER BY q.id LIMIT 1)`,
      '"Request"',
      ['firstSolved', 'satisfiedHandling', 'satisfiedResult', 'solved'],
    ],
    [
      'whose naming was sent back',
      `UPDATE "Assignment" SET "endedAs" = 'redispatched' WHERE id = (SELECT id FROM "Assignment"
        WHERE "endedAs" = 'sentBack' AND NOT final ORDER BY id LIMIT 1)`,
      '"Assignment"',
      ['sentBack'],
    ],
    [
      'a whole case made a trial',
      `UPDATE "Appeal" SET trial = TRUE WHERE id = (SELECT "appealId" FROM "Round" WHERE number = 2
        AND "resolvedAt" IS NOT NULL ORDER BY id LIMIT 1)`,
      '"Appeal"',
      ['accept', 'dispatch', 'promise', 'reopened', 'response'],
    ],
  ];

  it.each(planted)(
    'finds and names what was changed behind the log: %s',
    async (_, sql, table, keys) => {
      const cases = await withClient(own.adminUrl, async (client) => {
        await client.query(`CREATE TABLE kept AS SELECT * FROM ${table}`);
        const own = table === '"Appeal"' ? 'id' : '"appealId"';
        const { rows } = await client.query(`${sql} RETURNING ${own} AS id`);
        return rows.map((it: { id: string }) => it.id);
      });
      const found = await recounted();
      await withClient(own.adminUrl, async (client) => {
        const { rows } = await client.query<{ name: string }>(
          `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'kept' AND column_name <> 'id'`,
        );
        const names = rows.map((it) => `"${it.name}"`).join(', ');
        await client.query(
          `UPDATE ${table} t SET (${names}) = (SELECT ${names} FROM kept k WHERE k.id = t.id)
         WHERE t.id IN (SELECT k.id FROM kept k JOIN ${table} o ON o.id = k.id WHERE o::text <> k::text)`,
        );
        await client.query('DROP TABLE kept');
      });
      expect(cases).toHaveLength(1);
      expect(isSound(found)).toBe(false);
      expect([...new Set(found.differences.map((it) => it.id))]).toEqual(cases);
      const cried = [...new Set(found.differences.map((it) => it.measure))];
      expect(cried).toEqual(expect.arrayContaining(keys));
      if (table !== '"Appeal"') expect(cried.toSorted()).toEqual(keys);
      expect((await recounted()).differing).toBe(0);
    },
  );

  it('finds a unit’s path that is another’s, and a number of the public window', async () => {
    const [appeal] = await db().$queryRaw<{ caseNumber: string }[]>`
      SELECT a."caseNumber" FROM "Assignment" s JOIN "Appeal" a ON a.id = s."appealId" ORDER BY s.id LIMIT 1`;
    const asOwner = (sql: string) => withClient(own.adminUrl, (client) => client.query(sql));
    const first = '(SELECT id FROM "Assignment" ORDER BY id LIMIT 1)';
    await asOwner(`UPDATE "Assignment" SET "unitPath" = "unitPath" || 'x/' WHERE id = ${first}`);
    expect((await recounted()).paths).toEqual([appeal?.caseNumber]);
    await asOwner(`UPDATE "Assignment" SET "unitPath" = left("unitPath", -2) WHERE id = ${first}`);
    const at = new Date('2026-06-10T00:00:00Z');
    const ask = { period: wholePeriod(null, null, zone), zone, at };
    expect((await recount(ask)).window?.differences).toEqual([]);
    const one = `(SELECT id FROM "Appeal" WHERE "filedAt" < '2026-04-20' AND NOT trial ORDER BY id LIMIT 1)`;
    await asOwner(`UPDATE "Appeal" SET "filedAt" = '2020-01-01' WHERE id = ${one}`);
    const { window, differing } = await recount(ask);
    expect(differing).toBe(0);
    expect(window?.differences).toMatchObject([{ part: 'received', span: 'year' }]);
  });
});
