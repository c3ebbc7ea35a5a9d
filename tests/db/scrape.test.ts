import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { forgetHealth } from '@/lib/health/health';
import { beat } from '@/lib/health/pulse';
import { sealDue } from '@/lib/integrity/sealer';
import { foldMeasures } from '@/lib/measures/rolled/fold';
import { metrics } from '@/lib/metrics/registry.mjs';
import { scrape } from '@/lib/metrics/scrape';
import { mintResident, playing } from '@/lib/people/actor';
import { person, ready, unitId } from '../support/county';

await ready();

const input = { what: '楼道的灯坏了', place: '安康里 6 号楼', phone: '13812345678' };
const longAgo = new Date(Date.now() - 40 * 86_400_000);
for (const at of [new Date(), longAgo]) {
  const filed = await fileAppeal({ input }, playing(mintResident(), at));
  if (!filed.ok) throw new Error(filed.code);
  const sent = { verb: 'dispatch', input: { unitId: unitId('liuwan') } } as const;
  const done = await perform(
    { appealId: filed.appealId, ...sent },
    playing(person('chenjing'), at),
  );
  if (!done.ok) throw new Error(done.code);
}
await sealDue();
await foldMeasures();
for (const name of ['worker', 'sweep', 'seal', 'measures']) await beat(name);
metrics().tasks.inc({ task: 'sweep', outcome: 'done' });
forgetHealth();
const told = await scrape();

/** The values of a figure, by its labels. */
function valuesOf(name: string): Record<string, number> {
  const lines = told
    .split('\n')
    .filter((it) => it.startsWith(`${name}{`) || it.startsWith(`${name} `));
  return Object.fromEntries(
    lines.map((it) => [it.slice(name.length, it.lastIndexOf(' ')), Number(it.split(' ').at(-1))]),
  );
}

const summed = (name: string) => Object.values(valuesOf(name)).reduce((sum, it) => sum + it, 0);

it('counts the clocks that run and those whose date has passed, by kind', async () => {
  const running = await db().clock.groupBy({
    by: ['kind'],
    where: { stoppedAt: null },
    _count: true,
  });
  expect(running.length).toBeGreaterThan(0);
  for (const { kind, _count } of running) {
    expect(valuesOf('huiyin_clocks_running')[`{kind="${kind}"}`], kind).toBe(_count);
  }
  const where = { stoppedAt: null, dueAt: { lt: new Date() } };
  expect(summed('huiyin_clocks_due')).toBe(await db().clock.count({ where }));
  expect(summed('huiyin_clocks_due')).toBeGreaterThan(0);
});

it('tells when the log was sealed and the measures were added up, and what is in none yet', async () => {
  const { at } = await db().seal.findFirstOrThrow({
    where: { kind: 'hourly' },
    orderBy: { at: 'desc' },
  });
  expect(valuesOf('huiyin_log_sealed_timestamp_seconds')['{kind="hourly"}']).toBeCloseTo(
    at.getTime() / 1_000,
  );
  expect(summed('huiyin_roll_ups_stale')).toBe(await db().measureStale.count());
  expect(summed('huiyin_roll_ups_timestamp_seconds')).toBeGreaterThan(longAgo.getTime() / 1_000);
});

it('tells the state of every check, how old each pulse is, what waits to be sent, and the room left', () => {
  expect(valuesOf('huiyin_check_state')).toMatchObject({
    '{check="database",ready="serving"}': 0,
    '{check="worker",ready="work"}': 0,
  });
  const pulses = valuesOf('huiyin_pulse_age_seconds');
  expect(Object.keys(pulses).sort()).toEqual(
    expect.arrayContaining(['{name="seal"}', '{name="sweep"}', '{name="worker"}']),
  );
  for (const [name, age] of Object.entries(pulses)) expect(age, name).toBeLessThan(60);
  expect(summed('huiyin_outbox_due')).toBeGreaterThanOrEqual(0);
  expect(summed('huiyin_disk_free_bytes')).toBeGreaterThan(1_000_000);
});

it('tells what this process counted, and nothing of anybody', () => {
  expect(told).toMatch(/huiyin_tasks_total\{[^}]*task="sweep"[^}]*\} 1/);
  for (const own of ['13812345678', '安康里', '楼道']) expect(told).not.toContain(own);
});

it('asks the database once for all who ask within ten seconds', async () => {
  const clocks = (text: string) => text.split('\n').filter((it) => it.startsWith('huiyin_clocks'));
  await db().clock.updateMany({ where: { stoppedAt: null }, data: { stoppedAt: new Date() } });
  expect(clocks(await scrape())).toEqual(clocks(told));
});
