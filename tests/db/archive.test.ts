import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { loadCaseFile } from '@/lib/appeals/load';
import { perform } from '@/lib/appeals/perform';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { stepsOf } from '@/lib/appeals/queries/steps';
import { db } from '@/lib/db/client';
import { startExport } from '@/lib/exports/start-export';
import { caseProof } from '@/lib/integrity/case-proof';
import { logLines, logPieces } from '@/lib/integrity/read-log';
import { sealDue } from '@/lib/integrity/sealer';
import { verifyChains } from '@/lib/integrity/verify-chains';
import { type Checks, verifyLog } from '@/lib/integrity/verify-log';
import { readBurden } from '@/lib/measures/burden/read';
import { foldMeasures } from '@/lib/measures/rolled/fold';
import { readOwnData } from '@/lib/own-data/own-data';
import { type Actor, mintResident, mintVoice, playing } from '@/lib/people/actor';
import { recount } from '@/lib/recount/recount';
import { isSound } from '@/lib/recount/results';
import { wholePeriod } from '@/lib/recount/whole-period';
import { eraseDue } from '@/lib/retention/erase';
import { act } from '@/prisma/seed/scene';
import { scenes } from '@/prisma/seed/scenes';
import { archiveDue, wouldArchive } from '@/scripts/archive/fold';
import { weighCases } from '@/scripts/archive/weigh';
import { person, ready, unitId } from '../support/county';

const cast = await ready();
for (const scene of scenes.slice(0, 6)) await act(scene, cast, new Date());

const zone = 'Asia/Shanghai';
const day = 86_400_000;
const hour = day / 24;
const ago = (days: number) => new Date(Date.now() - days * day);
const handler = person('zhaolimin');
const period = wholePeriod(null, null, zone);

let owner: pg.Client;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
});
afterAll(() => owner.end());

let phones = 13_900_000_000;

/** Filed, answered, judged and closed so many days ago; the ways to it. */
async function closed(days: number) {
  const at = (later: number) => ago(days + 10 - later);
  phones += 1;
  const input = { what: '路灯不亮', place: '柳湾一巷', name: '钱桂兰', phone: `${phones}` };
  const filed = await fileAppeal({ input }, playing(mintResident(), at(0)));
  if (!filed.ok) throw new Error(`${filed.code} ${JSON.stringify(filed.problems)}`);
  const { appealId, voiceId, caseNumber } = filed;
  const voice = mintVoice(voiceId, appealId);
  const take = async (verb: Verb, more: object, actor: Actor, later: number) => {
    const done = await perform({ appealId, verb, input: more }, playing(actor, at(later)));
    if (!done.ok) throw new Error(`${verb} ${done.code} ${JSON.stringify(done.problems)}`);
  };
  const to = { unitId: unitId('liuwan'), note: '请看看' };
  await take('dispatch', to, person('chenjing'), 1);
  await take('accept', {}, handler, 2);
  await take('contact', { how: 'telephone', said: '说好了' }, handler, 3);
  await take('annotate', { note: '看过' }, handler, 4);
  await take('annotate', { note: '看过' }, handler, 5);
  await take('resolve', { outcome: 'done', answer: '换好了' }, handler, 6);
  const said = {
    round: '1',
    solved: 'yes',
    result: 'satisfied',
    handling: 'neutral',
    pressed: 'no',
  };
  await take('judge', { ...said, words: '好了' }, voice, 10);
  return { appealId, caseNumber, voice };
}

/** Everything so far under the root of an hour, and that under the root of a day. */
let sealedAt = Date.now();
async function sealAll(): Promise<void> {
  sealedAt += 25 * hour;
  await sealDue(new Date(sealedAt));
}

const annotate = (appealId: string) =>
  perform({ appealId, verb: 'annotate', input: { note: '又问了' } }, handler);

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const list: string[] = [];
  for await (const it of lines) list.push(it);
  return list;
}

const verified = (checks?: Checks) => verifyLog(logPieces(), checks);
const rowsOf = (appealId: string) => db().event.count({ where: { appealId } });

async function exported(): Promise<string> {
  const started = await startExport(person('shenhuaiyuan'), {
    ...{ kind: 'steps', format: 'csv', period, names: 'zh', zone },
    say: (key) => key,
    mark: () => 'mark',
  });
  if (!started.ok) throw new Error(started.problem);
  return new Response(started.body).text();
}

/** What people, files and figures say of a case: each asks for its steps in another way. */
async function told({ appealId, caseNumber, voice }: Awaited<ReturnType<typeof closed>>) {
  const counted = await recount({ period, zone, at: new Date(sealedAt) });
  expect(isSound(counted)).toBe(true);
  const { counts, cases, events, window, kept } = counted;
  expect(kept?.differing).toBe(0);
  const readers = [handler, person('zhoumin'), person('shenhuaiyuan'), voice];
  const views = await Promise.all(readers.map((it) => viewCase(it, caseNumber)));
  expect(views.map((it) => (it?.story.length ?? 0) > 3)).toEqual(readers.map(() => true));
  const loaded = await loadCaseFile(db(), appealId);
  const own = await readOwnData([voice], 'link');
  // Each copy that is given is told in the next.
  const ownCases = JSON.stringify(own, (key, it) => (/copies|givenAt|at$/i.test(key) ? null : it));
  return {
    ...{ counts, cases, events, numbers: window?.numbers, ownCases },
    stories: views.map((it) => it?.story),
    file: loaded?.file,
    steps: await stepsOf(db(), [appealId]),
    lines: (await all(logLines())).filter((it) => it.startsWith('{"event":')),
    exported: (await exported()).split('\n').filter((it) => it.includes(caseNumber)),
    burden: await readBurden(person('zhoumin'), { period, unit: null, at: new Date(sealedAt) }),
  };
}

describe('a case closed six years ago', () => {
  let old: Awaited<ReturnType<typeof closed>>;
  let before: Awaited<ReturnType<typeof told>>;

  beforeAll(async () => {
    old = await closed(6 * 366);
    await closed(200);
    await foldMeasures();
  }, 60_000);

  it('waits while no root of a day covers it', async () => {
    expect(await archiveDue(owner, 5)).toEqual({ cases: 0, steps: 0, waiting: 1, left: [] });
    expect(await rowsOf(old.appealId)).toBeGreaterThan(0);
    await sealAll();
  });

  it('is told beforehand, and nothing is touched', async () => {
    const steps = await rowsOf(old.appealId);
    expect(await wouldArchive(owner, 5)).toMatchObject({ cases: 1, steps });
    expect(await wouldArchive(owner, 7)).toMatchObject({ cases: 0, steps: 0, bytes: 0 });
    expect(await rowsOf(old.appealId)).toBe(steps);
  });

  it('stays whole as rows where the run is broken off', async () => {
    before = await told(old);
    await owner.query(`
      CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the power went'; END $$;
      CREATE TRIGGER fail AFTER DELETE ON "Event" EXECUTE FUNCTION fail()`);
    await expect(archiveDue(owner, 5)).rejects.toThrow('the power went');
    await owner.query('DROP TRIGGER fail ON "Event"');
    expect(await db().archivedCase.count()).toBe(0);
    expect(await told(old)).toEqual(before);
  });

  it('is one row afterwards, and whoever reads it reads the same', async () => {
    const steps = await rowsOf(old.appealId);
    expect(await archiveDue(owner, 5)).toEqual({ cases: 1, steps, waiting: 0, left: [] });
    expect(await rowsOf(old.appealId)).toBe(0);
    expect(await db().archivedCase.count()).toBe(1);
    expect(await told(old)).toEqual(before);
    expect(await verifyChains()).toMatchObject({ faults: [], events: before.events });
    expect(await verified()).toMatchObject({ fault: null, sums: { events: before.events } });
    expect((await caseProof(old.voice)).proof.steps).toBe(steps);
    expect(await archiveDue(owner, 5)).toEqual({ cases: 0, steps: 0, waiting: 0, left: [] });
    const { archived, tables } = await weighCases(owner);
    expect(archived).toBe(1);
    expect(tables.find((it) => it.table === 'Event')).toMatchObject({ archived: 0 });
    expect(tables.find((it) => it.table === 'ArchivedCase')?.archived).toBeGreaterThan(0);
  });

  /** What whoever owns the database might do to the row, and the fault of the chain it shows as. */
  const planted: [string, string, string][] = [
    ['a time', `ats[2] = ats[2] - interval '1 hour'`, 'altered'],
    ['who it was', `"personIds"[2] = gen_random_uuid()`, 'altered'],
    ['a fact', `data = jsonb_set(data, '{6,outcome}', '"cannot"')`, 'altered'],
    ['where a step led', `statuses[1] = 'parked'`, 'altered'],
    ['what binds the words', `commitments = set_byte(commitments, 40, 1)`, 'altered'],
    [
      'a byte of a hash',
      `hashes = set_byte(hashes, 70, (get_byte(hashes, 70) + 1) % 256)`,
      'altered',
    ],
    [
      'another number of a case',
      `"appealId" = (SELECT id FROM "Appeal" ORDER BY id LIMIT 1)`,
      'gap',
    ],
  ];

  it.each(planted)('%s that was changed in the archive is found', async (_, change, fault) => {
    await owner.query('CREATE TABLE kept_row AS SELECT * FROM "ArchivedCase"');
    await owner.query(`UPDATE "ArchivedCase" SET ${change}`);
    const { faults } = await verifyChains();
    const lines = await verified();
    await owner.query('DELETE FROM "ArchivedCase"');
    await owner.query('INSERT INTO "ArchivedCase" SELECT * FROM kept_row; DROP TABLE kept_row');
    expect(faults.map((it) => it.fault)).toContain(fault);
    expect(lines.fault).not.toBeNull();
    expect((await verifyChains()).faults).toEqual([]);
    expect((await verified()).fault).toBeNull();
  });

  it('a chain made anew from a changed step on is found by the roots alone', async () => {
    await owner.query('CREATE TABLE kept_row AS SELECT * FROM "ArchivedCase"');
    await owner.query(`UPDATE "ArchivedCase" SET hashes = set_byte(hashes, length(hashes) - 1,
      (get_byte(hashes, length(hashes) - 1) + 1) % 256)`);
    const blind = await verified({ hashes: false });
    const blinder = await verified({ hashes: false, roots: false });
    await owner.query('DELETE FROM "ArchivedCase"');
    await owner.query('INSERT INTO "ArchivedCase" SELECT * FROM kept_row; DROP TABLE kept_row');
    expect(blind.fault).toMatch(/root/);
    expect(blinder.fault).toBeNull();
  });

  it('a row that is gone is missed', async () => {
    await owner.query('CREATE TABLE kept_row AS SELECT * FROM "ArchivedCase"');
    await owner.query('DELETE FROM "ArchivedCase"');
    const { faults } = await verifyChains();
    const lines = await verified();
    await owner.query('INSERT INTO "ArchivedCase" SELECT * FROM kept_row; DROP TABLE kept_row');
    expect(faults).toMatchObject([{ caseNumber: old.caseNumber, fault: 'headDiffers' }]);
    expect(lines.fault).not.toBeNull();
  });

  it('goes on where somebody still writes to it, and is folded again with what came', async () => {
    const { appealId } = old;
    const steps = before.steps.length;
    expect(await annotate(appealId)).toMatchObject({ ok: true });
    expect(await rowsOf(appealId)).toBe(1);
    expect((await stepsOf(db(), [appealId])).map((it) => it.seq)).toEqual(
      Array.from({ length: steps + 1 }, (_, nth) => nth + 1),
    );
    expect(await verifyChains()).toMatchObject({ faults: [], events: before.events + 1 });
    expect(await verified()).toMatchObject({ fault: null, sums: { unsealed: 1 } });
    expect(await archiveDue(owner, 5)).toMatchObject({ cases: 0, waiting: 1 });
    await sealAll();
    expect(await archiveDue(owner, 5)).toMatchObject({ cases: 1, steps: 1, waiting: 0 });
    expect(await db().archivedCase.findMany({ select: { toSeq: true } })).toEqual([
      { toSeq: steps + 1 },
    ]);
    expect(await verifyChains()).toMatchObject({ faults: [], events: before.events + 1 });
    expect(await verified()).toMatchObject({ fault: null, sums: { unsealed: 0 } });
  });

  it('is forgotten as any other: words go, and the log stands', async () => {
    await db().installation.updateMany({ data: { erasesFrom: new Date(0) } });
    const erased = await eraseDue();
    expect(erased.contacts).toBeGreaterThan(0);
    expect(erased.words).toBe(1);
    expect(await db().text.count({ where: { appealId: old.appealId, body: { not: null } } })).toBe(
      0,
    );
    expect(await verifyChains()).toMatchObject({ faults: [] });
    expect((await viewCase(person('zhoumin'), old.caseNumber))?.story.map((it) => it.verb)).toEqual(
      expect.arrayContaining(['file', 'resolve', 'judge', 'erase']),
    );
    await sealAll();
    expect(await archiveDue(owner, 5)).toMatchObject({ cases: 1, left: [] });
    expect(await verified()).toMatchObject({ fault: null });
    const counted = await recount({ period, zone, at: new Date(sealedAt) });
    expect(counted.differences).toEqual([]);
  });
});

describe('many cases', () => {
  it('are folded slice by slice: what stands before the end of one is whole, and the next run goes on', async () => {
    const some = [await closed(7 * 366), await closed(8 * 366), await closed(9 * 366)];
    await sealAll();
    const [first, second, third] = some.toReversed().map((it) => it.appealId);
    await owner.query(`
      CREATE FUNCTION fail_at() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF OLD."appealId" = '${second}' THEN RAISE 'the power went'; END IF; RETURN OLD; END $$;
      CREATE TRIGGER fail_at BEFORE DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION fail_at()`);
    await expect(archiveDue(owner, 5, { atOnce: 1 })).rejects.toThrow('the power went');
    await owner.query('DROP TRIGGER fail_at ON "Event"');
    const rows = async () =>
      Promise.all([first, second, third].map(async (it) => (await rowsOf(it ?? '')) > 0));
    expect(await rows()).toEqual([false, true, true]);
    expect(await verifyChains()).toMatchObject({ faults: [] });
    expect((await verified()).fault).toBeNull();
    expect(await archiveDue(owner, 5, { atOnce: 1 })).toMatchObject({ cases: 2, left: [] });
    expect(await rows()).toEqual([false, false, false]);
    expect((await verified()).fault).toBeNull();
  });

  it('one whose log does not add up is left as it is, and named', async () => {
    const [bad, good] = [await closed(10 * 366), await closed(10 * 366)];
    await sealAll();
    const change = (hours: number) =>
      owner.query(
        `UPDATE "Event" SET at = at + make_interval(hours => $2) WHERE "appealId" = $1 AND seq = 2`,
        [bad.appealId, hours],
      );
    await change(1);
    expect(await archiveDue(owner, 5)).toMatchObject({ cases: 1, left: [bad.caseNumber] });
    expect([await rowsOf(bad.appealId), await rowsOf(good.appealId)]).toEqual([
      expect.any(Number),
      0,
    ]);
    expect(await rowsOf(bad.appealId)).toBeGreaterThan(0);
    await change(-1);
    expect(await archiveDue(owner, 5)).toMatchObject({ cases: 1, left: [] });
  });
});
