import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { readQuery, searchAppeals } from '@/lib/appeals/queries/search';
import { db } from '@/lib/db/client';
import { figuresAsOf, reading } from '@/lib/db/reading';
import { forgetReplica, replicaStanding } from '@/lib/db/replica';
import { lateFigures } from '@/lib/desk/as-of';
import { settings } from '@/lib/env';
import { startExport } from '@/lib/exports/start-export';
import { forgetHealth, readHealth } from '@/lib/health/health';
import { lastDays } from '@/lib/measures/period';
import { overview } from '@/lib/measures/queries';
import { metrics } from '@/lib/metrics/registry.mjs';
import { atPage, mintResident } from '@/lib/people/actor';
import { withClient } from '@/scripts/launcher/with-client';
import { person, readyIn, unitId } from '../support/county';
import { type OwnCluster, ownCluster } from '../support/own-cluster';
import { type Standby, standbyOf } from '../support/standby';

/** Two PostgreSQL processes: the database and a standby that follows it, whose replay can be held up. */

let own: OwnCluster;
let standby: Standby;
let marks = 0;

/** What an answer to a form brings to the browser: fresh each time. */
const freshMark = () => `mark${++marks}`;

beforeAll(async () => {
  own = await ownCluster(['synchronous_commit=on']);
  standby = await standbyOf(own.cluster);
  process.env.DATABASE_REPLICA_URL = standby.webUrl;
  await readyIn(async () => {});
  await standby.start();
  await asOwner('CREATE TABLE in_the_way AS SELECT 1 AS n');
  await asOwner('GRANT SELECT ON in_the_way TO huiyin_app');
}, 120_000);

afterAll(async () => {
  await standby.remove();
  await own.remove();
});

beforeEach(async () => {
  await standby.ask('SELECT pg_wal_replay_resume() WHERE pg_is_in_recovery()');
  await standby.caughtUp();
  forgetReplica();
});

const asOwner = (sql: string) =>
  withClient(own.cluster.adminUrl.replace(/postgres$/, 'huiyin'), (client) => client.query(sql));

/** Returns when nothing more comes over. */
async function holdUp() {
  await standby.ask('SELECT pg_wal_replay_pause()');
  await vi.waitFor(
    async () =>
      expect(await standby.ask('SELECT pg_get_wal_replay_pause_state() AS state')).toEqual([
        { state: 'paused' },
      ]),
    { timeout: 20_000, interval: 20 },
  );
}

const supervisor = (mark: string | null = null) => atPage(person('zhoumin'), mark);

async function file(place: string) {
  const input = { what: '楼道的灯坏了三天了', place, name: '周小满', phone: '13812345678' };
  const result = await fileAppeal({ input }, mintResident());
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
}

async function found(place: string, reader: ReturnType<typeof supervisor>): Promise<number> {
  const result = await searchAppeals(reader, readQuery({ words: place }));
  return result.ok ? result.lines.length : -1;
}

async function overdueAndAll(reader: ReturnType<typeof supervisor>) {
  const at = new Date();
  const period = lastDays(30, at, 'Asia/Shanghai');
  const result = await overview(reader, { period, unit: null, at, compareWith: period }, ['open']);
  if (!result.ok) throw new Error(result.code);
  return result.lists.open;
}

async function exported(reader: ReturnType<typeof supervisor>): Promise<string> {
  const started = await startExport(reader, {
    kind: 'cases',
    format: 'jsonl',
    period: lastDays(30, new Date(), 'Asia/Shanghai'),
    names: 'zh',
    zone: 'Asia/Shanghai',
    say: (key) => key,
    mark: (number) => `=${number}`,
  });
  if (!started.ok) throw new Error(started.problem);
  return new Response(started.body).text();
}

const isStandby = (reader: ReturnType<typeof supervisor>) =>
  reading(reader, async (database) => {
    const [row] = await database.$queryRaw<{ it: boolean }[]>`SELECT pg_is_in_recovery() AS it`;
    return row?.it;
  });

async function replicaWord() {
  forgetHealth();
  const { findings } = await readHealth();
  return findings.find((it) => it.check === 'replica')?.word;
}

const countOf = async (from: string, why?: string) => {
  const { values } = await metrics().readings.get();
  return values.find((it) => it.labels.from === from && it.labels.why === why)?.value ?? 0;
};

test('who looks at a page is answered by the standby, and everybody else by the database', async () => {
  expect(await isStandby(supervisor())).toBe(true);
  expect(await isStandby(person('zhoumin'))).toBe(false);
  expect(await reading(null, async (_, standby) => standby)).toBe(false);
  expect(await replicaWord()).toBe('ok');
});

test('figures, searches and files are the same from either', async () => {
  const { caseNumber } = await file('同数里 1 号');
  await standby.caughtUp();
  const before = await countOf('replica');
  expect(await found('同数里', supervisor())).toBe(await found('同数里', person('zhoumin')));
  expect(await overdueAndAll(supervisor())).toBe(await overdueAndAll(person('zhoumin')));
  const text = await exported(supervisor());
  expect(text).toContain(caseNumber);
  const rows = (it: string) => it.replaceAll(/"=\d+"/g, '""');
  expect(rows(text)).toBe(rows(await exported(person('zhoumin'))));
  expect(await countOf('replica')).toBeGreaterThan(before + 3);
  expect(await db().export.count({ where: { digest: { not: null } } })).toBe(2);
});

test('with the replay held up whoever took a step sees it, and without their mark they would not', async () => {
  await holdUp();
  const open = await overdueAndAll(supervisor());
  const { appealId, caseNumber } = await file('先见里 2 号');
  const mark = freshMark();
  expect(await found('先见里', supervisor(mark))).toBe(1);
  expect(await overdueAndAll(supervisor(mark))).toBe(open + 1);
  expect(await exported(supervisor(mark))).toContain(caseNumber);
  // The same person without the mark, and whoever did nothing: what the standby has.
  expect(await found('先见里', supervisor())).toBe(0);
  expect(await overdueAndAll(supervisor())).toBe(open);
  expect(await exported(supervisor())).not.toContain(caseNumber);

  const to = { unitId: unitId('liuwan'), urgency: 'ordinary' };
  const done = await perform({ appealId, verb: 'dispatch', input: to }, person('chenjing'));
  expect(done.ok).toBe(true);
  const dispatched = readQuery({ words: '先见里', status: 'dispatched' });
  const lines = async (it: string | null) => {
    const result = await searchAppeals(atPage(person('chenjing'), it), dispatched);
    return result.ok && result.lines.length;
  };
  expect(await lines(freshMark())).toBe(1);
  expect(await lines(null)).toBe(0);
});

test('once the step has come over its author reads from the standby again', async () => {
  await holdUp();
  await file('回来里 3 号');
  const mark = freshMark();
  expect(await isStandby(supervisor(mark))).toBe(false);
  await standby.ask('SELECT pg_wal_replay_resume()');
  await standby.caughtUp();
  expect(await isStandby(supervisor(mark))).toBe(true);
  expect(await found('回来里', supervisor(mark))).toBe(1);
});

test('another web process, which has never heard of the mark, keeps to it too', async () => {
  await holdUp();
  await file('别处里 4 号');
  const mark = freshMark();
  expect(await found('别处里', supervisor(mark))).toBe(1);
  const known = globalThis as { replicaOfHuiyin?: unknown };
  const { replicaOfHuiyin } = known;
  try {
    delete known.replicaOfHuiyin;
    vi.resetModules();
    const other = await import('@/lib/db/reading');
    const where = (it: string | null) => other.reading(supervisor(it), async (_, it) => it);
    expect(await where(mark)).toBe(false);
    expect(await where(null)).toBe(true);
  } finally {
    known.replicaOfHuiyin = replicaOfHuiyin;
  }
});

test('whoever was barred a moment ago does not find the case, though the standby knows nothing of it', async () => {
  const { appealId } = await file('回避里 5 号');
  await standby.caughtUp();
  await holdUp();
  const inspector = () => atPage(person('shenhuaiyuan'), null);
  expect(await found('回避里', inspector())).toBe(1);
  const { personId } = person('shenhuaiyuan');
  const input = { whom: 'person', personId, reason: '亲属住在楼里' };
  const done = await perform({ appealId, verb: 'recuse', input }, person('chenjing'));
  expect(done).toMatchObject({ ok: true });
  expect(await found('回避里', inspector())).toBe(0);
  // Whoever is barred from anything is answered by the database: figures too, and what has just come in.
  await file('避嫌坊 6 号');
  expect(await found('避嫌坊', inspector())).toBe(1);
  expect(await found('避嫌坊', supervisor())).toBe(0);
});

test('of when the figures are is told, once it is worth telling', async () => {
  await holdUp();
  const reader = supervisor();
  expect(await figuresAsOf(reader)).toBeNull();
  await overdueAndAll(reader);
  const asOf = await figuresAsOf(reader);
  expect(asOf).toBeInstanceOf(Date);
  const { at } = await file('截至里 6 号').then(async ({ appealId }) =>
    db()
      .appeal.findUniqueOrThrow({ where: { id: appealId }, select: { filedAt: true } })
      .then((it) => ({ at: it.filedAt })),
  );
  forgetReplica();
  const later = supervisor();
  expect(await found('截至里', later)).toBe(0);
  const told = await figuresAsOf(later);
  expect(told?.getTime()).toBeLessThan(at.getTime());
  expect(await lateFigures(later)).toBeNull();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });
  try {
    expect(await lateFigures(later)).toEqual(told);
  } finally {
    vi.useRealTimers();
  }
});

test('one that is further behind than allowed is not asked, and is again when it has caught up', async () => {
  await holdUp();
  await file('落后里 7 号');
  const { replicaLag } = settings();
  try {
    settings().replicaLag = 0;
    forgetReplica();
    expect(await found('落后里', supervisor())).toBe(1);
    expect(await replicaWord()).toBe('behind');
  } finally {
    settings().replicaLag = replicaLag;
  }
  forgetReplica();
  expect(await found('落后里', supervisor())).toBe(0);
});

test('a question that stands in the way of the replay is asked again of the database', async () => {
  const asked: boolean[] = [];
  const answer = reading(supervisor(), async (database, standby) => {
    asked.push(standby);
    const seconds = standby ? 50 : 0;
    return database.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM in_the_way, pg_sleep(${seconds}::float8)`;
  });
  await vi.waitFor(
    async () =>
      expect(
        await standby.ask(`SELECT FROM pg_stat_activity WHERE query LIKE '%in_the_way, pg_sleep%'
          AND wait_event = 'PgSleep'`),
      ).toHaveLength(1),
    { timeout: 20_000, interval: 20 },
  );
  await asOwner('TRUNCATE in_the_way');
  expect(await answer).toEqual([{ n: 0 }]);
  expect(asked).toEqual([true, false]);
  expect(await countOf('primary', 'failed')).toBe(1);
});

test('a writing among readings is a mistake, and is not made good on the database', async () => {
  const sent = reading(supervisor(), (database) => database.pulse.deleteMany());
  await expect(sent).rejects.toThrow();
  const alone = reading(supervisor(), (database) => database.$executeRaw`DELETE FROM "Pulse"`);
  await expect(alone).rejects.toThrow();
});

test('while it is down pages are answered all the same, and it is asked again when it is back', async () => {
  const { caseNumber } = await file('停机里 8 号');
  await standby.caughtUp();
  expect(await isStandby(supervisor())).toBe(true);
  await standby.stop();
  // Within the second in which nobody has noticed yet, and after it.
  expect(await found('停机里', supervisor())).toBe(1);
  expect(await exported(supervisor())).toContain(caseNumber);
  forgetReplica();
  expect(await found('停机里', supervisor())).toBe(1);
  expect(await replicaWord()).toBe('away');
  await standby.start();
  await standby.caughtUp();
  await vi.waitFor(async () => expect(await isStandby(supervisor())).toBe(true), {
    timeout: 20_000,
    interval: 100,
  });
  expect(await replicaWord()).toBe('ok');
});

test('one that falls silent in the middle of a reading keeps nobody waiting for it', async () => {
  const failed = await countOf('primary', 'failed');
  const asked: boolean[] = [];
  try {
    const answer = await reading(supervisor(), async (database, onStandby) => {
      asked.push(onStandby);
      if (onStandby) standby.freeze();
      return database.$queryRaw`SELECT pg_is_in_recovery() AS it`;
    });
    expect(answer).toEqual([{ it: false }]);
    expect(asked).toEqual([true, false]);
    expect(await countOf('primary', 'failed')).toBe(failed + 1);
    expect(await isStandby(supervisor())).toBe(false);
  } finally {
    standby.thaw();
  }
  forgetReplica();
  expect(await isStandby(supervisor())).toBe(true);
});

test('another cluster is not taken for it, nor one that follows no more', async () => {
  const { replicaUrl } = settings();
  const known = globalThis as { replicaOfHuiyin?: unknown };
  const { replicaOfHuiyin } = known;
  try {
    delete known.replicaOfHuiyin;
    vi.resetModules();
    settings().replicaUrl = inject('cluster').webUrl;
    const { settings: again } = await import('@/lib/env');
    again().replicaUrl = inject('cluster').webUrl;
    const other = await import('@/lib/db/replica');
    expect(await other.replicaStanding()).toEqual({ word: 'other', asOf: null, lagMs: null });
  } finally {
    settings().replicaUrl = replicaUrl;
    known.replicaOfHuiyin = replicaOfHuiyin;
  }
  await standby.ask('SELECT pg_promote(true)');
  forgetReplica();
  expect(await replicaStanding()).toMatchObject({ word: 'promoted' });
  expect(await isStandby(supervisor())).toBe(false);
  expect(await replicaWord()).toBe('promoted');
});
