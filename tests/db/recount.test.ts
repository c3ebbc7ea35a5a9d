import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { sealDue } from '@/lib/integrity/sealer';
import { foldMeasures } from '@/lib/measures/rolled/fold';
import { figuresOf } from '@/lib/recount/figures';
import { recount } from '@/lib/recount/recount';
import { isSound, type Recounted } from '@/lib/recount/results';
import { wholePeriod } from '@/lib/recount/whole-period';
import { archiveDue } from '@/scripts/archive/fold';
import { withClient } from '@/scripts/launcher/with-client';
import { type OwnDatabase, ownDatabase } from '../support/database';
import { settleWorld, walkPair } from '../support/walk-in-database';

const zone = 'Asia/Shanghai';

const at = new Date('2027-03-01T00:00:00Z');

const recounted = (): Promise<Recounted> =>
  recount({ period: wholePeriod(null, null, zone), zone, at });

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
    for (const it of [
      'handedOver handedOver',
      'handedOver stayedPut',
      'decide kept',
      'decide owed',
    ]) {
      expect(met).toContain(it);
    }
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
      ['satisfiedHandling', 'satisfiedResult', 'solved', 'unasked', 'unrated'],
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
      'a hand-over made to have been a recusal',
      `UPDATE "Assignment" SET "endedAs" = 'recused' WHERE id = (SELECT s.id FROM "Assignment" s JOIN "Round" r ON r.id = s."roundId"
        WHERE s."endedAs" = 'redispatched' AND s.role = 'lead' AND r."countedAt" IS NOT NULL AND r."resolvedAt" IS NOT NULL
          AND 1 = (SELECT count(*) FROM "Assignment" o WHERE o."roundId" = r.id AND o.role = 'lead'
            AND o."endedAs" IN ('sentBack', 'redispatched')) ORDER BY s.id LIMIT 1)`,
      '"Assignment"',
      ['handedOver'],
    ],
    [
      'when a decision was due',
      `UPDATE "Clock" SET "dueAt" = "startedAt" + interval '1 minute' WHERE id = (SELECT id FROM "Clock"
        WHERE kind = 'decide' AND outcome = 'met' AND "stoppedAt" > "startedAt" + interval '2 minutes' ORDER BY id LIMIT 1)`,
      '"Clock"',
      ['decide'],
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
    const [one] = await db().$queryRaw<{ id: string; filedAt: Date }[]>`
      SELECT id, "filedAt" FROM "Appeal" WHERE "filedAt" < '2026-04-20' AND NOT trial ORDER BY id LIMIT 1`;
    if (!one) throw new Error('nothing was filed');
    const filedAt = (to: string) =>
      asOwner(`UPDATE "Appeal" SET "filedAt" = '${to}' WHERE id = '${one.id}'`);
    await filedAt('2020-01-01');
    const { window, differences } = await recount(ask);
    await filedAt(one.filedAt.toISOString());
    expect(differences.map((it) => it.measure)).toEqual(['filed', 'filed']);
    expect(window?.differences).toMatchObject([{ part: 'received', span: 'year' }]);
  });

  describe('what is kept added up', () => {
    const asOwner = (sql: string) => withClient(own.adminUrl, (client) => client.query(sql));

    it('is not compared while there is nothing', async () => {
      expect((await recounted()).kept).toBeNull();
    });

    it('agrees with the log, row by row and sum by sum', async () => {
      await foldMeasures({ upTo: at });
      const found = await recounted();
      expect(found.kept).toMatchObject({ differing: 0, shares: [], sumsApart: [], lagging: 0 });
      expect(found.kept?.rows).toBeGreaterThan(1_000);
      expect(found.kept?.sums).toBeGreaterThan(1_000);
      expect(isSound(found)).toBe(true);
    });

    const ofKey = (key: string) => `(SELECT k.id FROM "MeasureKind" k WHERE k.key = '${key}')`;

    it.each(['day', 'week', 'month'])('names a sum of a %s that is wrong', async (grain) => {
      const one = `FROM "MeasureRollUp" WHERE grain = '${grain}' AND kinds[1] IN ${ofKey('solved')}
        ORDER BY "on", "unitId" LIMIT 1`;
      const where = `(grain, "on", part, "unitId") = (SELECT grain, "on", part, "unitId" ${one})`;
      const { rows } = await asOwner(`SELECT "on"::text, ns[1] AS n, "unitId" ${one}`);
      await asOwner(`UPDATE "MeasureRollUp" SET ns[1] = ns[1] + 3 WHERE ${where}`);
      const found = await recounted();
      expect(isSound(found)).toBe(false);
      expect(found).toMatchObject({ differing: 0, kept: { differing: 1, shares: [] } });
      const [{ on, n, unitId }] = rows;
      expect(found.kept?.sumsApart).toMatchObject([
        { grain, on, unitId, key: 'solved', kept: n + 3, ofCases: n },
      ]);
      await asOwner(`UPDATE "MeasureRollUp" SET ns[1] = ns[1] - 3 WHERE ${where}`);
      expect(isSound(await recounted())).toBe(true);
    });

    it('names a row that is gone, and one of a day on which nothing happened', async () => {
      await asOwner(`CREATE TABLE kept AS SELECT * FROM "MeasureRollUp"
        WHERE grain = 'month' ORDER BY "on", part, "unitId" LIMIT 1`);
      await asOwner(`DELETE FROM "MeasureRollUp" r USING kept k WHERE r.grain = k.grain AND r."on" = k."on"
        AND r.part = k.part AND r."unitId" = k."unitId"`);
      const gone = await recounted();
      expect(gone.kept?.differing).toBeGreaterThan(0);
      expect(gone.kept?.sumsApart.every((it) => it.grain === 'month' && it.kept === 0)).toBe(true);
      await asOwner(
        `INSERT INTO "MeasureRollUp" SELECT * FROM kept
         UNION ALL SELECT 'day', '2020-01-01', part, "unitId", kinds, tooks, ns FROM kept`,
      );
      const more = await recounted();
      expect(more.kept?.sumsApart.length).toBeGreaterThan(0);
      expect(more.kept?.sumsApart.every((it) => it.on === '2020-01-01' && it.ofCases === 0)).toBe(
        true,
      );
      await asOwner(`DELETE FROM "MeasureRollUp" WHERE "on" = '2020-01-01'`);
      await asOwner('DROP TABLE kept');
      expect(isSound(await recounted())).toBe(true);
    });

    it('names the case of which something is kept that the log does not have', async () => {
      const [one] = await db().$queryRaw<{ id: string; caseNumber: string }[]>`
        SELECT a.id, a."caseNumber" FROM "MeasureShare" s JOIN "Appeal" a ON a.id = s."appealId"
        ORDER BY cardinality(s.kinds) DESC, s."appealId" LIMIT 1`;
      const set = (by: number) =>
        asOwner(
          `UPDATE "MeasureShare" SET ons[1] = ons[1] + ${by} WHERE "appealId" = '${one?.id}'`,
        );
      await set(1);
      const found = await recounted();
      await set(-1);
      expect(found.differing).toBe(0);
      const { shares } = found.kept ?? {};
      expect(shares?.map((it) => it.caseNumber)).toEqual([one?.caseNumber, one?.caseNumber]);
      expect(shares?.map((it) => it.kept - it.recounted)).toEqual([-1, 1]);
      expect(isSound(await recounted())).toBe(true);
    });

    it('knows that a lag is no mistake, and does not hide one behind it', async () => {
      await walkPair(901, 40);
      const behind = await recounted();
      expect(behind.kept).toMatchObject({ differing: 0, lagging: 2 });
      expect(isSound(behind)).toBe(true);
      // Limits that fall due after the mark change cases without a step.
      const [first] = await db().$queryRaw<{ dueAt: Date }[]>`
        SELECT "dueAt" FROM "Clock" WHERE "stoppedAt" IS NULL AND "dueAt" IS NOT NULL AND kind = 'promise'
        ORDER BY "dueAt" LIMIT 1`;
      if (!first) throw new Error('no promise runs');
      await foldMeasures({ upTo: first.dueAt });
      const overdue = await recounted();
      expect(overdue.kept?.differing).toBe(0);
      expect(overdue.kept?.lagging).toBeGreaterThan(0);
      await asOwner(
        `UPDATE "MeasureRollUp" SET ns[1] = ns[1] + 1 WHERE grain = 'month' AND "on" = '2026-03-01'`,
      );
      expect((await recounted()).kept?.differing).toBeGreaterThan(0);
    });
  });

  it('counts the same, and finds the same, where steps lie in the archive', async () => {
    const before = await recounted();
    await sealDue();
    const archived = await withClient(own.ownerUrl, (owner) => archiveDue(owner, 0));
    expect(archived).toMatchObject({ waiting: 0, left: [] });
    expect(archived.cases).toBeGreaterThan(10);
    expect(await recounted()).toEqual(before);
    const asOwner = (sql: string) => withClient(own.adminUrl, (client) => client.query(sql));
    await asOwner(`CREATE TABLE kept_row AS SELECT * FROM "ArchivedCase";
      UPDATE "ArchivedCase" SET ats[1] = ats[1] - interval '1 year'`);
    const { differing } = await recounted();
    await asOwner(`DELETE FROM "ArchivedCase"; INSERT INTO "ArchivedCase" SELECT * FROM kept_row`);
    expect(differing).toBeGreaterThan(archived.cases);
    expect(await recounted()).toEqual(before);
  });
});
