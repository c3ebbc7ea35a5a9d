import prom from 'prom-client';
import { db } from '@/lib/db/client';
import { checks, type State } from '@/lib/health/checks';
import { type Health, readHealth } from '@/lib/health/health';
import { toldByOthers } from '@/lib/health/pulse';
import { log } from '@/lib/log';
import { askSiblings } from '@/lib/processes/siblings.mjs';
import { now } from '@/lib/time/now';
import { ownFigures } from './own-figures';
import { type Figures, textOf } from './registry.mjs';

const worth: Record<State, number> = { ok: 0, off: 0, warn: 1, bad: 2, unknown: 3 };

/** How long figures of the database are given again: whoever asks more often gets the same. */
const freshForMs = 10_000;

let kept: { at: number; figures: Promise<Figures[]> } | undefined;

/** All figures in the text format of Prometheus: of this web process and its siblings, of the workers, and of what they have in common. */
export async function scrape(): Promise<string> {
  const [own, health] = await Promise.all([ownFigures(), readHealth()]);
  const away = health.facts.database === null;
  const shared = away ? [] : await sharedFigures();
  const [workers, siblings] = await Promise.all([
    away ? [] : toldByOthers().catch(() => []),
    askSiblings('figures'),
  ]);
  const others = [...workers, ...siblings] as Figures[][];
  return textOf([own, ...others, await figuresOf(health), shared]);
}

function sharedFigures(): Promise<Figures[]> {
  const at = now().getTime();
  if (kept && at - kept.at < freshForMs) return kept.figures;
  const figures = countShared().catch((error: unknown) => {
    log.warn({ err: error }, 'figures of the database cannot be read');
    return [];
  });
  kept = { at, figures };
  return figures;
}

interface Ticking {
  kind: string;
  running: number;
  overdue: number;
}

/** Clocks and seals: numbers of all cases, by words of ours. */
async function countShared(): Promise<Figures[]> {
  const [clocks, seals, rolled] = await Promise.all([
    db().$queryRaw<Ticking[]>`
      SELECT kind::text, count(*)::int AS running,
        (count(*) FILTER (WHERE "dueAt" < clock_timestamp()))::int AS overdue
      FROM "Clock" WHERE "stoppedAt" IS NULL GROUP BY kind`,
    db().$queryRaw<
      { kind: string; at: Date }[]
    >`SELECT kind, max(at) AS at FROM "Seal" GROUP BY kind`,
    db().$queryRaw<{ stale: number; upTo: Date | null }[]>`
      SELECT (SELECT count(*)::int FROM "MeasureStale") AS stale, (SELECT "upTo" FROM "MeasureMark") AS "upTo"`,
  ]);
  const registry = new prom.Registry();
  const running = gauge(registry, 'huiyin_clocks_running', 'Clocks that run or are paused.', [
    'kind',
  ]);
  const overdue = gauge(registry, 'huiyin_clocks_due', 'Clocks whose date has passed.', ['kind']);
  for (const { kind, ...count } of clocks) {
    running.set({ kind }, count.running);
    overdue.set({ kind }, count.overdue);
  }
  const sealed = gauge(
    registry,
    'huiyin_log_sealed_timestamp_seconds',
    'When the log was last sealed.',
    ['kind'],
  );
  for (const { stale, upTo } of rolled) {
    gauge(registry, 'huiyin_roll_ups_stale', 'Steps that are in no roll-up yet.').set(stale);
    const mark = 'When the roll-ups of the measures were last brought up to date.';
    if (upTo)
      gauge(registry, 'huiyin_roll_ups_timestamp_seconds', mark).set(upTo.getTime() / 1_000);
  }
  for (const { kind, at } of seals) sealed.set({ kind }, at.getTime() / 1_000);
  return figuresIn(registry);
}

async function figuresOf({ findings, facts }: Health): Promise<Figures[]> {
  const registry = new prom.Registry();
  const state = gauge(
    registry,
    'huiyin_check_state',
    'What each check of docs/operations.md says: 0 in order, 1 look at it soon, 2 act now, 3 cannot be told.',
    ['check', 'ready'],
  );
  for (const it of findings) {
    state.set({ check: it.check, ready: checks[it.check].ready }, worth[it.state]);
  }
  const { database, pulses, outbox, disk, replica } = facts;
  if (database) {
    const lag = gauge(
      registry,
      'huiyin_pulse_age_seconds',
      'Since the worker beat, and since its rounds, its sealing, its sending and a backup ended.',
      ['name'],
    );
    for (const [name, at] of pulses ?? []) {
      lag.set({ name }, Math.max(0, (database.at.getTime() - at.getTime()) / 1_000));
    }
  }
  if (database && outbox) {
    const { due, oldestDueAt, givenUp } = outbox;
    const waited = oldestDueAt ? (database.at.getTime() - oldestDueAt.getTime()) / 1_000 : 0;
    gauge(registry, 'huiyin_outbox_due', 'Notices whose time has come, 1,000 at most.').set(due);
    gauge(registry, 'huiyin_outbox_age_seconds', 'How long the longest has been due.').set(waited);
    gauge(registry, 'huiyin_outbox_dead', 'Notices given up in the last day.').set(givenUp);
  }
  if (replica?.lagMs !== null && replica?.lagMs !== undefined) {
    const behind = 'How old the read replica’s data are at the most.';
    gauge(registry, 'huiyin_replica_lag_seconds', behind).set(replica.lagMs / 1_000);
  }
  if (disk)
    gauge(registry, 'huiyin_disk_free_bytes', 'Room for the data directory.').set(disk.free);
  return figuresIn(registry);
}

const gauge = (registry: prom.Registry, name: string, help: string, labelNames: string[] = []) =>
  new prom.Gauge({ name, help, labelNames, registers: [registry] });

const figuresIn = async (registry: prom.Registry) =>
  (await registry.getMetricsAsJSON()) as Figures[];
