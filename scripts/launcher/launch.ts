import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from '@/lib/env';
import { needWholeLanguages } from '@/lib/i18n/complete';
import { needBucket } from './bucket';
import { haveBuild } from './build';
import { bundled } from './bundled.mjs';
import { type Environment, startChild } from './child';
import { clearUp } from './clear-up.mjs';
import { needDataDirectory } from './data-directory';
import { type Database, databaseEnvironment, openDatabase } from './database';
import { atEnd, endOnSignals, isEnding } from './ending';
import { take } from './hold';
import { confinedUrl } from './outside';
import { ownSettings } from './own-settings';
import { needPort } from './port';
import { prepareData } from './prepare';
import { haveClient } from './prisma-client';
import { Refusal } from './refusal';
import { root } from './root';
import { say } from './say';
import { actionsKey, secretOf } from './secret';

/** What a launcher runs: everything, or one part beside others on this or other machines. */
export type Part = 'all' | 'web' | 'worker';

/** @throws Refusal where it is no part. */
export function partNamed(name: string | undefined): Part {
  if (name === undefined) return 'all';
  if (name === 'web' || name === 'worker') return name;
  throw new Refusal(`There is no part ${name}; say web or worker, or nothing for both.`);
}

/**
 * Brings the whole of Huiyin or a part of it up, serves until it is told to stop, and takes everything down again.
 *
 * @returns the exit code: 1 when the web process ended by itself.
 */
export async function launch(
  mode: 'production' | 'development',
  part: Part = 'all',
): Promise<number> {
  endOnSignals(0);
  const settings = ownSettings();
  await needWholeLanguages();
  needDataDirectory(settings.dataDirectory);
  holdDataDirectory(settings.dataDirectory, part);
  if (part !== 'worker') await needPort(settings.host, settings.port);
  await needBucket(settings);
  const firstTime = !existsSync(join(settings.dataDirectory, 'secret'));
  const environment = environmentOf(settings, secretOf(settings), mode);

  if (firstTime) say('Preparing the database …');
  const database = await openDatabase(settings);
  atEnd(() => database.close());
  await haveClient();
  const preparing = prepareData(settings, database);
  preparing.catch(() => {});
  if (mode === 'production' && part !== 'worker') await haveBuild();
  const link = await preparing;

  const owned = { ...environment, ...databaseEnvironment(database) };
  const working = part !== 'web' && keepWorking(owned);
  if (part === 'worker') {
    say('The worker runs.');
    process.send?.('ready');
    await working;
    return 1;
  }
  const several = mode === 'production' && settings.webProcesses > 1;
  const alone =
    mode === 'production' ? [...heapOf(settings), 'scripts/web.mjs'] : ['scripts/web.mjs'];
  const web = startChild(several ? ['scripts/web-processes.mjs', ...heapOf(settings)] : alone, {
    ...environment,
    ...confined(database),
  });
  await web.ready;
  if (database.elsewhere) say(`The database lives in ${database.elsewhere}.`);
  if (link) say(`The first administrator signs in once with ${link}`);
  if (several) {
    say(
      `${settings.webProcesses} web processes, each with at most ${settings.webMemory} MB of heap.`,
    );
  }
  say(`Huiyin is ready: ${settings.publicUrl}`);
  process.send?.('ready');
  // From here on it waits, and what waits never clears up by itself.
  await clearUp();

  const code = await web.ended;
  if (!isEnding()) say(`The web process ended by itself (exit code ${code}).`);
  return 1;
}

/** One launcher a part: a web process and a worker may be started apart and share one data directory. */
function holdDataDirectory(dataDirectory: string, part: Part): void {
  const names = { all: ['launcher', 'worker'], web: ['launcher'], worker: ['worker'] }[part];
  for (const name of names) {
    const lock = take(join(dataDirectory, `${name}.lock`));
    if ('heldBy' in lock) {
      throw new Refusal(
        `Huiyin is already running on HUIYIN_DATA (${dataDirectory}), as process ${lock.heldBy.pid}.`,
      );
    }
    atEnd(() => lock.release());
  }
}

/** The worker is idle most of the time and everything it does can be done again: so start it again. */
async function keepWorking(environment: Environment): Promise<void> {
  while (!isEnding()) {
    const code = bundled(root, 'scripts/worker.ts');
    await startChild([youngHeap, code], environment).ended;
    if (isEnding()) return;
    say('The worker ended by itself; it is started again.');
    await pause(2_000);
  }
}

/** MB, of which there are up to three: what a page leaves behind is cleared away after so much, and not after 16. */
const youngHeap = '--max-semi-space-size=6';

/** Without these Node lets a heap grow to half of the machine before it clears up. */
const heapOf = ({ webMemory }: Settings): string[] => [
  youngHeap,
  `--max-old-space-size=${webMemory}`,
];

/** The web needs no owner's rights. An empty variable also keeps `.env` from bringing them back. */
function confined({ appUrl }: Database): Environment {
  return { DATABASE_URL: '', DATABASE_APP_URL: appUrl };
}

/** A login that is not the web's own has no more rights on the standby than on the database. */
function replicaOf({ replicaUrl = '', databaseUrl, databaseAppUrl }: Settings): string {
  return replicaUrl && databaseUrl && !databaseAppUrl ? confinedUrl(replicaUrl) : replicaUrl;
}

function environmentOf(settings: Settings, secret: string, mode: string): Environment {
  return {
    NODE_ENV: mode,
    HOST: settings.host,
    PORT: String(settings.port),
    HUIYIN_WEB_PROCESSES: String(mode === 'production' ? settings.webProcesses : 1),
    DATABASE_REPLICA_URL: replicaOf(settings),
    HUIYIN_REPLICA_LAG: String(settings.replicaLag),
    HUIYIN_CROWD: String(settings.crowd),
    HUIYIN_DATA: settings.dataDirectory,
    HUIYIN_SECRET: secret,
    HUIYIN_DEMO: settings.demo ? '1' : '0',
    HUIYIN_TIME_ZONE: settings.timeZone,
    HUIYIN_MESSAGES: settings.moreMessages ?? '',
    HUIYIN_PUBLIC_URL: settings.publicUrl,
    HUIYIN_TRUSTED_PROXIES: settings.trustedProxies.join(','),
    LOG_LEVEL: settings.logLevel,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(secret),
    NEXT_TELEMETRY_DISABLED: '1',
    // glibc keeps what threads have let go, a part for each up to eight a core; of two parts nothing is slower.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2',
  };
}
