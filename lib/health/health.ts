import { replicaStanding } from '@/lib/db/replica';
import { settings } from '@/lib/env';
import { log } from '@/lib/log';
import { machineClock, now } from '@/lib/time/now';
import { type CheckName, checkNames, checks, type State, stateOf } from './checks';
import type { Facts } from './facts';
import type { Judgement } from './judges';
import { readDatabase } from './read-database';
import { keysOpen, onceAMinute, photosThere, readDisk } from './read-machine';
import { sinceWhen } from './remember';

export interface Finding {
  check: CheckName;
  state: State;
  word: string;
  /** Since when it has stood so; null only before it was first remembered. */
  since: Date | null;
  values: NonNullable<Judgement['values']>;
}

export interface Health {
  at: Date;
  facts: Facts;
  findings: readonly Finding[];
}

/** How long an answer is given again, so that being asked every second costs nothing. */
const freshForMs = 5_000;
/** How long the database is waited for. */
const patienceMs = 3_000;

interface Kept {
  health?: Health;
  asking?: Promise<Health>;
  /** A question the database still owes an answer to: no second one is put to it. */
  owed?: Promise<unknown> | undefined;
}

// Routes and pages are bundled apart: all of them share one answer.
const everywhere = globalThis as { healthOfHuiyin?: Kept };
everywhere.healthOfHuiyin ??= {};
const kept = everywhere.healthOfHuiyin;

/** Every check and what it found; an answer of the last seconds is given again. Never throws. */
export async function readHealth(): Promise<Health> {
  if (kept.health && now().getTime() - kept.health.at.getTime() < freshForMs) return kept.health;
  kept.asking ??= lookAtAll()
    .then((health) => {
      kept.health = health;
      return health;
    })
    .finally(() => {
      delete kept.asking;
    });
  return kept.asking;
}

/** For tests and scripts, which change what is asked about between two questions. */
export function forgetHealth(): void {
  delete kept.health;
}

async function lookAtAll(): Promise<Health> {
  const facts = await readFacts();
  const findings = findingsOf(facts);
  const asked = Boolean(facts.pulses);
  return {
    at: facts.at,
    facts,
    findings: await inTime(() => sinceWhen(findings, facts.at, asked), findings),
  };
}

/** What every row says just now; nothing is remembered of it. For whoever only looks. */
export const findNow = async (): Promise<Finding[]> => findingsOf(await readFacts());

/** What every row of the table says of the facts. */
export function findingsOf(facts: Facts): Finding[] {
  return checkNames.map((check) => {
    const { word, since = null, values = {} } = checks[check].judge(facts) ?? { word: 'unknown' };
    return { check, word, since, values, state: stateOf(check, word) };
  });
}

const photosOnceAMinute = onceAMinute(photosThere);
const keysOnceAMinute = onceAMinute(keysOpen);

async function readFacts(): Promise<Facts> {
  const [asked, disk, photos] = await Promise.all([
    inTime(readDatabase, null),
    readDisk(),
    photosOnceAMinute(),
  ]);
  const known = asked ?? {
    at: now(),
    machineAt: machineClock(),
    ...{
      database: null,
      migrations: null,
      pulsesSince: null,
      pulses: null,
      outbox: null,
      recount: null,
    },
  };
  const keys = known.pulses ? await inTime(keysOnceAMinute, null) : null;
  // How far it is behind is counted from the database.
  const replica = known.database && (await replicaStanding());
  const { backupDays, archiveYears } = settings();
  const set = { keysOpen: keys, photosThere: photos, backupDays, archiveYears };
  return { ...known, ...set, replica, disk };
}

/** The answer of a question to the database, or `otherwise` where it fails or takes too long. */
async function inTime<T>(ask: () => Promise<T>, otherwise: T): Promise<T> {
  if (kept.owed) return otherwise;
  const answer = ask();
  const settled = answer.then(
    () => {},
    () => {},
  );
  kept.owed = settled;
  settled.then(() => {
    kept.owed = undefined;
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), patienceMs);
  });
  const failed = (error: unknown) => {
    log.warn({ err: error }, 'the state of the database cannot be read');
    return otherwise;
  };
  return Promise.race([answer.catch(failed), late]).finally(() => clearTimeout(timer));
}
