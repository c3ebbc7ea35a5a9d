import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { forgetHealth, readHealth } from '@/lib/health/health';
import { foldMeasures } from '@/lib/measures/rolled/fold';
import { recountDue } from '@/lib/recount/nightly';
import { withClient } from '@/scripts/launcher/with-client';
import { type OwnDatabase, ownDatabase } from '../support/database';
import { settleWorld, walkPair } from '../support/walk-in-database';

/** Two in the morning of the place is 18:00 of the day before in UTC. */
const night = (day: number, hour = 19) => new Date(Date.UTC(2027, 2, day, hour));

const runs = () => db().recountRun.findMany({ orderBy: { on: 'asc' } });

describe('a town whose figures are counted again every night', () => {
  let own: OwnDatabase;
  const asOwner = (sql: string) => withClient(own.adminUrl, (client) => client.query(sql));

  beforeAll(async () => {
    own = await ownDatabase();
    await settleWorld();
    for (let seed = 1; seed <= 10; seed++) await walkPair(seed, 40);
    await foldMeasures({ upTo: night(1) });
  }, 120_000);

  /** Slice by slice, until nothing is left. @returns how many it took. */
  async function wholeNight(at: Date, atOnce = 6): Promise<number> {
    let slices = 0;
    for (;;) {
      const step = await recountDue({ at, atOnce, patience: 0 });
      if (step.slices === 0) return slices;
      slices += 1;
    }
  }

  it('counts everything in slices, once a night', async () => {
    // Twenty cases by six, and the sums.
    expect(await wholeNight(night(1))).toBe(5);
    const [run, ...more] = await runs();
    expect(more).toEqual([]);
    expect(run).toMatchObject({ cases: 20, differences: 0, counted: true, finishedAt: night(1) });
    expect(run?.on.toISOString().slice(0, 10)).toBe('2027-03-02');
    expect(Number(run?.figures)).toBeGreaterThan(1_000);
    expect(await wholeNight(night(1, 23))).toBe(0);
    // Before two the night of the day before goes on.
    expect(await wholeNight(night(2, 17))).toBe(0);
    expect(await wholeNight(night(2, 18))).toBe(5);
    expect((await runs()).map((it) => it.differences)).toEqual([0, 0]);
  });

  it('counts the same whatever the slices are', async () => {
    await wholeNight(night(3), 1_000);
    const [first, , third] = await runs();
    expect(third).toMatchObject({ cases: first?.cases, events: first?.events });
    // Numbers of the public window are by slice, so that large slices have fewer of them.
    expect(Number(third?.figures)).toBeLessThanOrEqual(Number(first?.figures));
  });

  it('goes on where it was when it is killed in a slice', async () => {
    await recountDue({ at: night(4), atOnce: 6, patience: 0 });
    const before = (await runs()).at(-1);
    // What breaks off the statement that writes how far it is undoes its slice as a kill does.
    await asOwner(`
      CREATE FUNCTION break_now() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken off'; END $$;
      CREATE TRIGGER break_here BEFORE UPDATE ON "RecountRun" FOR EACH ROW EXECUTE FUNCTION break_now()`);
    await expect(recountDue({ at: night(4), atOnce: 6 })).rejects.toThrow();
    expect((await runs()).at(-1)).toEqual(before);
    await asOwner('DROP FUNCTION break_now() CASCADE');
    expect(await wholeNight(night(4))).toBe(4);
    const [first] = await runs();
    expect((await runs()).at(-1)).toMatchObject({
      ...{ cases: 20, events: first?.events, differences: 0, finishedAt: night(4) },
    });
  });

  it('lets two workers count at once, and counts nothing twice', async () => {
    const step = () => recountDue({ at: night(5), atOnce: 3, patience: 60_000 });
    await Promise.allSettled([step(), step(), step()]);
    await wholeNight(night(5), 3);
    expect((await runs()).at(-1)).toMatchObject({ cases: 20, differences: 0 });
  });

  it('leaves a night that was never finished to the next', async () => {
    await recountDue({ at: night(6), atOnce: 6, patience: 0 });
    await wholeNight(night(7));
    const [sixth, seventh] = (await runs()).slice(-2);
    expect(sixth).toMatchObject({ finishedAt: null });
    expect(seventh).toMatchObject({ cases: 20, finishedAt: night(7) });
  });

  describe('the alarm', () => {
    const word = async () => {
      forgetHealth();
      const found = (await readHealth()).findings.find((it) => it.check === 'recount');
      return [found?.word, found?.values];
    };
    const now = () => new Date();
    const begins = `UPDATE "RecountRun" SET "on" = "on" - 200`;

    it('is silent while nothing differs, and rings when nothing was finished for two days', async () => {
      await asOwner(`${begins}, "startedAt" = now(), "movedAt" = now(),
        "finishedAt" = CASE WHEN "finishedAt" IS NULL THEN NULL ELSE now() - interval '47 hours' END`);
      expect(await word()).toEqual(['ok', {}]);
      await asOwner(`UPDATE "RecountRun" SET "finishedAt" = "finishedAt" - interval '2 hours'`);
      expect(await word()).toEqual(['old', { days: 2 }]);
      await wholeNight(now());
      expect(await word()).toEqual(['ok', {}]);
    });

    it('rings for a wrong roll-up, from the slice or the sums on, until a whole night finds none', async () => {
      const tomorrow = (days: number) => new Date(now().getTime() + days * 86_400_000);
      const set = (by: number) =>
        asOwner(`UPDATE "MeasureRollUp" SET ns[1] = ns[1] + ${by} WHERE (grain, "on", part, "unitId") = (
          SELECT grain, "on", part, "unitId" FROM "MeasureRollUp" WHERE grain = 'month' ORDER BY 2, 3, 4 LIMIT 1)`);
      await set(1);
      await wholeNight(tomorrow(1));
      expect(await word()).toEqual(['differs', { count: 1 }]);
      await set(-1);
      // A new run has begun and has found nothing so far: the last whole one still stands.
      await recountDue({ at: tomorrow(2), atOnce: 6, patience: 0 });
      expect(await word()).toEqual(['differs', { count: 1 }]);
      await wholeNight(tomorrow(2));
      expect(await word()).toEqual(['ok', {}]);
    });

    it('rings for a verdict that was changed behind the log, before the night is over', async () => {
      const one = `(SELECT id FROM "Verdict" WHERE occasion = 'closing' AND solved = 'no' ORDER BY "appealId" LIMIT 1)`;
      await asOwner(`CREATE TABLE kept AS SELECT * FROM "Verdict" WHERE id = ${one}`);
      await asOwner(`UPDATE "Verdict" SET result = CASE result WHEN 'neutral' THEN 'satisfied' ELSE 'neutral' END
        ::"Satisfaction" WHERE id IN (SELECT id FROM kept)`);
      const at = new Date(now().getTime() + 3 * 86_400_000);
      let slices = 0;
      while ((await word())[0] === 'ok') {
        await recountDue({ at, atOnce: 6, patience: 0 });
        slices += 1;
        if (slices > 5) throw new Error('nothing was found');
      }
      expect((await word())[0]).toBe('differs');
      expect((await runs()).at(-1)?.finishedAt).toBeNull();
    });
  });
});
