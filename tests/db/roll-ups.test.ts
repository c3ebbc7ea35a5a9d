import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { lastDays, monthWith, type Period, weekWith } from '@/lib/measures/period';
import { foldMeasures } from '@/lib/measures/rolled/fold';
import { rolledKeys, tookKeys } from '@/lib/measures/rolled/keys';
import { readMark } from '@/lib/measures/rolled/mark';
import { countFromRows, countRolled, type RolledAsk } from '@/lib/measures/rolled/read';
import { countSpans } from '@/lib/measures/rolled/spans';
import { addDays } from '@/lib/time/civil';
import { withClient } from '@/scripts/launcher/with-client';
import { type OwnDatabase, ownDatabase } from '../support/database';
import { settleWorld, walkPair } from '../support/walk-in-database';

const zone = 'Asia/Shanghai';
const at = new Date('2027-03-01T00:00:00Z');
const keys = rolledKeys.filter((key) => !tookKeys.some((it) => it === key));

const everything = { actor: null, unitPath: null, alone: false, at };
const ask = (periods: readonly Period[], more: Partial<RolledAsk['scope']> = {}): RolledAsk => ({
  scope: { ...everything, ...more },
  keys,
  periods,
});

const inOrder = (rows: readonly object[]) => rows.map((it) => JSON.stringify(it)).sort();

/** Months that end in weeks, and some that do not begin where one begins. */
function periodsFrom(first: Period): Period[] {
  const then = lastDays(45, new Date(first.until.getTime() + 45 * 86_400_000 - 1), zone);
  return [first, then, lastDays(20, new Date(then.until.getTime() + 20 * 86_400_000 - 1), zone)];
}

const spring = periodsFrom(monthWith('2026-02-01', zone));
const summer = periodsFrom(weekWith('2026-05-20', zone));

/** What is kept and what the rows say. */
async function bothWays(asked: RolledAsk) {
  const [kept, rows] = [await countRolled(asked), await countFromRows(asked)];
  return { kept: inOrder(kept), rows: inOrder(rows) };
}

async function expectAlike(asked: RolledAsk): Promise<void> {
  const { kept, rows } = await bothWays(asked);
  expect(kept).toEqual(rows);
}

const everythingKept = () =>
  db().$queryRaw<{ row: string }[]>`
    SELECT r::text AS row FROM "MeasureRollUp" r UNION ALL SELECT s::text FROM "MeasureShare" s ORDER BY 1`;

const stale = () => db().measureStale.count();

describe('a town walked through its verbs by chance', () => {
  let own: OwnDatabase;

  beforeAll(async () => {
    own = await ownDatabase();
    await settleWorld();
    for (let seed = 1; seed <= 12; seed++) await walkPair(seed, 40);
  }, 120_000);

  it('counts from the rows while nothing is kept', async () => {
    expect(await readMark(db())).toBeNull();
    const { kept, rows } = await bothWays(ask(spring));
    expect(kept).toEqual(rows);
    expect(kept.length).toBeGreaterThan(50);
  });

  it('folds all there is, and a second time nothing', async () => {
    expect(await foldMeasures({ upTo: at, atOnce: 7 })).toEqual({ anew: true, cases: 24 });
    const before = await everythingKept();
    expect(await foldMeasures({ upTo: at })).toEqual({ anew: false, cases: 0 });
    expect(await everythingKept()).toEqual(before);
    expect(before.length).toBeGreaterThan(100);
    for (const periods of [spring, summer]) await expectAlike(ask(periods));
  });

  it('would notice a number that is wrong', async () => {
    await withClient(own.adminUrl, (client) =>
      client.query(`UPDATE "MeasureRollUp" SET ns[1] = ns[1] + 1 WHERE grain = 'month'`),
    );
    const { kept, rows } = await bothWays(ask(spring));
    expect(kept).not.toEqual(rows);
    await withClient(own.adminUrl, (client) =>
      client.query(`UPDATE "MeasureRollUp" SET ns[1] = ns[1] - 1 WHERE grain = 'month'`),
    );
    await expectAlike(ask(spring));
  });

  it('tells units apart, and each with all below it', async () => {
    for (const { path } of await db().unit.findMany()) {
      for (const alone of [true, false]) {
        await expectAlike(ask(spring, { unitPath: path, alone }));
      }
    }
    const { kept, rows } = await bothWays({ ...ask(summer), byUnit: false, origin: 'own' });
    expect(kept).toEqual(rows);
  });

  it('is exact straight after every step, folded or not', async () => {
    let steps = 0;
    let unfolded = 0;
    for (let seed = 101; seed <= 104; seed++) {
      await walkPair(seed, 40, async (on) => {
        steps++;
        if (steps % 3 === 0) await foldMeasures({ upTo: on, atOnce: 3 });
        else unfolded += (await stale()) > 0 ? 1 : 0;
        await expectAlike(ask(steps % 2 ? spring : summer, { at: on }));
      });
    }
    expect(steps).toBeGreaterThan(60);
    expect(unfolded).toBeGreaterThan(30);
  });

  it('knows of limits that fell due while nothing was folded, and of none before its time', async () => {
    const [first] = await db().$queryRaw<{ dueAt: Date }[]>`
      SELECT "dueAt" FROM "Clock" WHERE "stoppedAt" IS NULL AND "dueAt" IS NOT NULL
        AND kind IN ('promise', 'contact', 'accept') ORDER BY "dueAt" LIMIT 1`;
    if (!first) throw new Error('no limit runs');
    const { dueAt } = first;
    await foldMeasures({ upTo: dueAt });
    const day = [lastDays(3, dueAt, zone)];
    const owed = async (when: Date) => {
      await expectAlike(ask(day, { at: when }));
      const found = await countRolled(ask(day, { at: when }));
      return found.reduce(
        (sum, it) => sum + (['owed', 'waiting'].includes(`${it.answer}`) ? it.n : 0),
        0,
      );
    };
    const [before, after] = [await owed(dueAt), await owed(new Date(dueAt.getTime() + 1))];
    expect(after).toBeGreaterThan(before);
    await foldMeasures({ upTo: new Date(dueAt.getTime() + 1) });
    expect(await owed(dueAt)).toBe(before);
    expect(await owed(new Date(dueAt.getTime() + 1))).toBe(after);
    await expectAlike(ask(day));
  });

  it('says how long things took, as the rows do', async () => {
    await foldMeasures({ upTo: at });
    const scope = {
      ...everything,
      period: {
        ...lastDays(1, at, zone),
        fromOn: '2026-01-01',
        from: new Date('2025-12-31T16:00:00Z'),
      },
    };
    const kept = await countSpans(scope);
    expect(kept.size).toBe(5);
    await db().measureMark.deleteMany();
    const rows = await countSpans(scope);
    expect([...kept].sort()).toEqual([...rows].sort());
    await foldMeasures({ upTo: at });
    await walkPair(201, 40);
    const restless = await countSpans(scope);
    await foldMeasures({ upTo: at });
    expect([...(await countSpans(scope))].sort()).toEqual([...restless].sort());
    expect([...restless]).not.toEqual([...kept]);
  });

  it('leaves out what somebody is barred from, and only for them', async () => {
    const barred = await db().recusal.findFirst({ where: { endedAt: null } });
    if (!barred?.unitId) throw new Error('nobody is barred');
    const home = await db().unit.findUniqueOrThrow({ where: { id: barred.unitId } });
    const person = await db().person.findFirstOrThrow();
    const { mintPerson } = await import('@/lib/people/actor');
    const actor = mintPerson({
      ...person,
      unitId: home.id,
      unitPath: home.path,
      roles: ['supervisor'],
    });
    for (const periods of [spring, summer]) {
      await expectAlike(ask(periods, { actor }));
    }
    const all = await countRolled(ask(spring));
    const theirs = await countRolled(ask(spring, { actor }));
    const sum = (rows: readonly { n: number }[]) => rows.reduce((n, it) => n + it.n, 0);
    expect(sum(theirs)).toBeLessThan(sum(all));
  });

  it('shows the figures of a unit that was moved where it stands now', async () => {
    const { repath } = await import('@/lib/units/repath');
    const unit = await db().unit.findFirstOrThrow({
      where: { assignments: { some: {} }, children: { none: {} } },
      orderBy: { path: 'asc' },
    });
    const parent = await db().unit.findFirstOrThrow({
      where: { id: { not: unit.id }, NOT: { path: { startsWith: unit.path } } },
      orderBy: { path: 'desc' },
    });
    await db().$transaction((transaction) =>
      repath(transaction, { from: unit.path, to: `${parent.path}${unit.code}/` }),
    );
    expect(await stale()).toBe(0);
    const under = ask(spring, { unitPath: parent.path });
    await expectAlike(under);
    expect((await countRolled(under)).some((it) => it.unitId === unit.id)).toBe(true);
  });

  it('counts an import when it has finished, and no longer once it is opened again', async () => {
    const [{ id: importId } = { id: '' }] = await db().$queryRaw<{ id: string }[]>`
      INSERT INTO "Import" (id, source, "startedAt", "finishedAt")
      VALUES (gen_random_uuid(), 'a county', now(), now()) RETURNING id`;
    await withClient(own.adminUrl, (client) =>
      client.query(
        `UPDATE "Appeal" SET "importId" = $1, "sourceNumber" = "caseNumber"
         WHERE id IN (SELECT "appealId" FROM "MeasureShare" ORDER BY cardinality(kinds) DESC, "appealId" LIMIT 6)`,
        [importId],
      ),
    );
    await foldMeasures({ upTo: at });
    const all = inOrder(await countRolled(ask(spring)));
    await db().import.update({ where: { id: importId }, data: { finishedAt: null } });
    await expectAlike(ask(spring));
    await foldMeasures({ upTo: at });
    await expectAlike(ask(spring));
    expect(inOrder(await countRolled(ask(spring)))).not.toEqual(all);
    await db().import.update({ where: { id: importId }, data: { finishedAt: new Date() } });
    expect(inOrder(await countRolled(ask(spring)))).toEqual(all);
  });

  it('loses nothing to a break, wherever it comes', async () => {
    await foldMeasures({ upTo: at });
    await walkPair(301, 40);
    await walkPair(302, 40);
    const sound = inOrder(await countFromRows(ask(spring)));
    // The last statement of a transaction fails: all of it is undone.
    await withClient(own.adminUrl, (client) =>
      client.query(`
        CREATE FUNCTION break_now() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken off'; END $$;
        CREATE TRIGGER break_here AFTER INSERT OR UPDATE ON "MeasureRollUp"
          FOR EACH STATEMENT EXECUTE FUNCTION break_now()`),
    );
    const before = await stale();
    await expect(foldMeasures({ upTo: at, atOnce: 1 })).rejects.toThrow();
    expect(await stale()).toBe(before);
    expect(inOrder(await countRolled(ask(spring)))).toEqual(sound);
    await withClient(own.adminUrl, (client) => client.query('DROP FUNCTION break_now() CASCADE'));
    expect((await foldMeasures({ upTo: at, atOnce: 1 })).anew).toBe(false);
    expect(await stale()).toBe(0);
    expect(inOrder(await countRolled(ask(spring)))).toEqual(sound);
  });

  it('lets two fold at once, and counts nothing twice', async () => {
    await walkPair(401, 40);
    await Promise.all([1, 2, 3].map(() => foldMeasures({ upTo: at, atOnce: 1 })));
    for (const periods of [spring, summer]) await expectAlike(ask(periods));
    expect(await stale()).toBe(0);
  });

  it('begins anew where other statements made what is kept, and in another zone', async () => {
    await db().measureMark.update({ where: { id: 1 }, data: { made: 'another release' } });
    expect(await readMark(db())).toBeNull();
    await expectAlike(ask(spring));
    expect((await foldMeasures({ upTo: at })).anew).toBe(true);
    await expectAlike(ask(spring));
    const elsewhere = monthWith('2026-02-01', 'Europe/London');
    await expectAlike(ask([elsewhere]));
    expect(elsewhere.from).not.toEqual(monthWith('2026-02-01', zone).from);
    expect(addDays(elsewhere.fromOn, 27)).toBe(elsewhere.toOn);
  });
});
