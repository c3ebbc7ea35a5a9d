import { Pool } from 'pg';
import { settings } from '@/lib/env';
import { log } from '@/lib/log';
import { now } from '@/lib/time/now';
import { db, standbyClient } from './client';
import type { PrismaClient } from './generated/client';

/**
 * What the standby is good for at this moment. `behind`: by more than the setting allows, or by nobody knows how much ·
 * `away`: does not answer · `promoted`: takes writings of its own · `other`: is of another cluster.
 */
export type ReplicaWord = 'ok' | 'behind' | 'away' | 'promoted' | 'other';

export interface ReplicaStanding {
  word: ReplicaWord;
  /** Everything committed before this instant of the database's clock is in it; null where that cannot be told. */
  asOf: Date | null;
  /** Milliseconds since then; null likewise. */
  lagMs: number | null;
}

/** A place in the log of the database at an instant of its clock. */
interface Sample {
  lsn: bigint;
  at: number;
}

interface Kept {
  pool?: Pool;
  client?: PrismaClient | undefined;
  standing?: { standing: ReplicaStanding; at: number } | undefined;
  looking?: Promise<ReplicaStanding> | undefined;
  /** Of the last minutes, the oldest first. */
  samples: Sample[];
  /** How far the standby was when it was last asked. */
  replayed: bigint;
  /** Where the log was when a mark was first seen here, the oldest first. */
  marks: Map<string, Promise<bigint>>;
}

// Routes and pages are bundled apart: all of them share what is known.
const everywhere = globalThis as { replicaOfHuiyin?: Kept };
everywhere.replicaOfHuiyin ??= { samples: [], replayed: 0n, marks: new Map() };
const kept = everywhere.replicaOfHuiyin;

/** How long what was found is believed. */
const freshForMs = 1_000;
/** How long the standby is waited for when it is asked how it stands. */
const patienceMs = 2_000;
const mostSamples = 700;
const mostMarks = 2_000;

/** Null where the settings name no standby. Never throws. */
export async function replicaStanding(): Promise<ReplicaStanding | null> {
  if (!settings().replicaUrl) return null;
  const { standing } = kept;
  if (standing && now().getTime() - standing.at < freshForMs) return standing.standing;
  kept.looking ??= look()
    .then((found) => {
      kept.standing = { standing: found, at: now().getTime() };
      return found;
    })
    .finally(() => {
      kept.looking = undefined;
    });
  return kept.looking;
}

/** What was known about the standby is known no more, and is asked for anew. */
export function forgetReplica(): void {
  kept.standing = undefined;
  kept.replayed = 0n;
}

/** Reads from the standby; whoever asks has made sure that it may be read from. */
export function replica(): PrismaClient {
  kept.client ??= standbyClient(settings().replicaUrl ?? '', forgetReplica);
  return kept.client;
}

/**
 * Whether everything is in the standby that was committed before a mark was first seen in this process. The mark comes
 * with the answer to a form, so whatever the form did was committed by then.
 *
 * @throws when the database or the standby does not answer.
 */
export async function hasReached(mark: string): Promise<boolean> {
  const lsn = await placeOf(mark);
  if (kept.replayed >= lsn) return true;
  const { replayed } = await askStandby();
  kept.replayed = replayed;
  return replayed >= lsn;
}

function placeOf(mark: string): Promise<bigint> {
  const known = kept.marks.get(mark);
  if (known) return known;
  const place = sample().then((it) => it.lsn);
  kept.marks.set(mark, place);
  place.catch(() => kept.marks.delete(mark));
  const [oldest] = kept.marks.keys();
  if (oldest !== undefined && kept.marks.size > mostMarks) kept.marks.delete(oldest);
  return place;
}

async function look(): Promise<ReplicaStanding> {
  const before = kept.standing?.standing.word;
  const found = await standingNow().catch((error: unknown) => {
    if (before !== 'away') log.warn({ err: error }, 'the read replica does not answer');
    return unknown('away');
  });
  if (found.word === 'away') letGo();
  return found;
}

const unknown = (word: ReplicaWord): ReplicaStanding => ({ word, asOf: null, lagMs: null });

async function standingNow(): Promise<ReplicaStanding> {
  // In this order: what the standby has then, it had of the database at this instant or later.
  const { system, ...here } = await sample();
  const there = await askStandby();
  if (there.system !== system) return unknown('other');
  if (!there.recovering) return unknown('promoted');
  kept.replayed = there.replayed;
  const asOf = instantOf(there);
  if (asOf === null) return unknown('behind');
  const lagMs = Math.max(0, here.at - asOf);
  const word = lagMs > settings().replicaLag * 1_000 ? 'behind' : 'ok';
  return { word, asOf: new Date(asOf), lagMs };
}

/** The latest of what is sure: a place of the log seen at a known instant, and the last commit that came over. */
function instantOf({ replayed, committedAt }: OfStandby): number | null {
  const seen = kept.samples.findLast((it) => it.lsn <= replayed)?.at;
  const sure = [seen, committedAt?.getTime()].filter((it) => it !== undefined);
  return sure.length > 0 ? Math.max(...sure) : null;
}

/**
 * How far the database's log is. What is committed has been flushed, unless commits do not wait for the disk: then
 * the end of what is written down in memory is the surer place.
 */
async function sample(): Promise<Sample & { system: string }> {
  const [found] = await db().$queryRaw<{ lsn: string; at: Date; system: string }[]>`
    SELECT (CASE current_setting('synchronous_commit') WHEN 'off' THEN pg_current_wal_insert_lsn()
        ELSE pg_current_wal_flush_lsn() END)::text AS lsn,
      clock_timestamp() AS at, (SELECT system_identifier FROM pg_control_system())::text AS system`;
  if (!found) throw new Error('the database does not say how far its log is');
  const lsn = lsnOf(found.lsn);
  const last = kept.samples.at(-1);
  // Another server has taken the database over: its log went on from somewhere earlier.
  if (last && lsn < last.lsn) {
    kept.samples.length = 0;
    kept.marks.clear();
    kept.replayed = 0n;
  }
  kept.samples.push({ lsn, at: found.at.getTime() });
  if (kept.samples.length > mostSamples) kept.samples.shift();
  return { lsn, at: found.at.getTime(), system: found.system };
}

interface OfStandby {
  recovering: boolean;
  replayed: bigint;
  /** Commit time of the last transaction that came over since it was started. */
  committedAt: Date | null;
  system: string;
}

/** Over a connection of its own, so that a long reading is not taken for a standby that is away. */
async function askStandby(): Promise<OfStandby> {
  const { rows } = await askingPool().query<
    Omit<OfStandby, 'replayed'> & { replayed: string | null }
  >(`SELECT pg_is_in_recovery() AS recovering, pg_last_wal_replay_lsn()::text AS replayed,
      pg_last_xact_replay_timestamp() AS "committedAt",
      (SELECT system_identifier FROM pg_control_system())::text AS system`);
  const [found] = rows;
  if (!found) throw new Error('the standby says nothing of itself');
  return { ...found, replayed: found.replayed === null ? 0n : lsnOf(found.replayed) };
}

function askingPool(): Pool {
  if (kept.pool) return kept.pool;
  const pool = new Pool({
    connectionString: settings().replicaUrl,
    max: 1,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  });
  // A standby that was started anew may be at an earlier place for a moment.
  pool.on('error', forgetReplica);
  kept.pool = pool;
  return pool;
}

/** Connections to a machine that is gone would be waited for a quarter of an hour. */
function letGo(): void {
  const { client } = kept;
  kept.client = undefined;
  kept.replayed = 0n;
  client?.$disconnect().catch(() => {});
}

/** `16/B374D848` as one number. */
function lsnOf(text: string): bigint {
  const [high = '', low = ''] = text.split('/');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}
