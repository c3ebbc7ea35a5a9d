import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { giveTo, type LesserUser } from './lesser-user';
import { commandOf, isRunning } from './life';
import type { Binaries } from './postgres-binaries';
import { Refusal } from './refusal';
import { withClient } from './with-client';

const LOG_LIMIT = 5_000_000;

/** A folder that holds one cluster (`data`) and its log, and who runs it. */
export type Home = { place: string; user: LesserUser | undefined };

export type StartOptions = {
  port: number;
  durable: boolean;
  /** More of PostgreSQL's own settings, as `name=value`. */
  settings?: readonly string[];
};

/** The cluster's own folder. */
export function dataOf(home: Home): string {
  return join(home.place, 'data');
}

/** The version the cluster was made with; undefined when there is none yet. */
export function majorOf(home: Home): number | undefined {
  const text = readIfThere(join(dataOf(home), 'PG_VERSION'));
  return text ? Number(text) : undefined;
}

/** Makes an empty cluster. It appears whole: a run killed half-way leaves only what is made anew. */
export function makeCluster(home: Home, binaries: Binaries, password: string, durable: boolean) {
  const half = join(home.place, 'data.new');
  const passwordFile = join(home.place, 'password.new');
  rmSync(half, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(home.user, passwordFile);
  const answer = spawnSync(
    join(binaries.folder, 'initdb'),
    [
      ...['-D', half, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
      ...['--encoding=UTF8', '--no-instructions', ...localeFlags(binaries.major)],
      ...(durable ? [] : ['--no-sync']),
    ],
    asServer(home),
  );
  rmSync(passwordFile, { force: true });
  if (answer.status !== 0) {
    const said = answer.stderr?.toString().trim().split('\n').at(-1) || answer.error?.message;
    throw new Refusal(`The database could not be made in ${home.place}: ${said}`);
  }
  renameSync(half, dataOf(home));
}

/** The process id of the server on this cluster, also when another process started it. */
export function serverOf(home: Home): number | undefined {
  const pidFile = join(dataOf(home), 'postmaster.pid');
  const pid = Number.parseInt(readIfThere(pidFile) ?? '', 10);
  if (!pid || !isRunning(pid)) return undefined;
  if (commandOf(pid).includes(dataOf(home))) return pid;
  // The id has passed to a stranger since the server was killed; PostgreSQL alone cannot tell.
  rmSync(pidFile, { force: true });
  return undefined;
}

/** Starts the server in a session of its own, so that Ctrl-C reaches its clients before it. */
export function startServer(
  home: Home,
  binaries: Binaries,
  { port, durable, settings = [] }: StartOptions,
): void {
  const logFile = join(home.place, 'server.log');
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) {
    renameSync(logFile, `${logFile}.old`);
  }
  const log = openSync(logFile, 'a', 0o600);
  const options = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'jit=off',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
    ...settings,
  ];
  const server = spawn(
    join(binaries.folder, 'postgres'),
    ['-D', dataOf(home), ...options.flatMap((option) => ['-c', option])],
    { ...asServer(home), detached: true, stdio: ['ignore', log, log] },
  );
  server.on('error', () => {});
  server.unref();
  closeSync(log);
}

/**
 * Waits until the server answers.
 *
 * @returns false when it has ended instead.
 */
export async function serverAnswers(home: Home, url: string): Promise<boolean> {
  let startedYet = Date.now() + 5_000;
  for (;;) {
    if (serverOf(home)) startedYet = 0;
    else if (Date.now() > startedYet) return false;
    try {
      await withClient(url, (client) => client.query('SELECT 1'));
      return true;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === '28P01') {
        throw new Refusal(`The database in ${home.place} does not accept its kept password.`);
      }
      await pause(50);
    }
  }
}

/** Ends the server: open transactions are rolled back, then it writes everything down and leaves. */
export async function stopServer(home: Home): Promise<void> {
  const pid = serverOf(home);
  if (!pid) return;
  for (const [signal, patience] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    process.kill(pid, signal);
    const giveUpAt = Date.now() + patience;
    while (isRunning(pid) && Date.now() < giveUpAt) await pause(25);
    if (!isRunning(pid)) return;
  }
  process.kill(pid, 'SIGKILL');
}

/**
 * Does statements, one a line, on a cluster nobody serves, as its superuser and without a password.
 *
 * @throws Refusal when one of them fails.
 */
export function runAlone(home: Home, binaries: Binaries, statements: readonly string[]): void {
  const answer = spawnSync(
    join(binaries.folder, 'postgres'),
    ['--single', '-D', dataOf(home), '-c', 'exit_on_error=on', 'postgres'],
    { ...asServer(home), input: `${statements.join('\n')}\n` },
  );
  if (answer.status === 0) return;
  const said = answer.stderr?.toString().split('\n') ?? [];
  const complaint = said.find((line) => /ERROR|FATAL|PANIC/.test(line)) ?? answer.error?.message;
  throw new Refusal(`The database in ${home.place} cannot be changed: ${complaint}`);
}

/** What whoever asks too early is told; it is no reason for anything. */
const NOT_YET = 'the database system is ';

/** The last complaint in the server's log. */
export function lastComplaint(home: Home): string {
  const lines = (readIfThere(join(home.place, 'server.log')) ?? '').split('\n');
  const complaint = lines.findLast((line) => line.includes('FATAL') && !line.includes(NOT_YET));
  return complaint ?? lines.at(-2) ?? '';
}

function asServer(home: Home) {
  const who = home.user && { uid: home.user.uid, gid: home.user.gid };
  const { NODE_ENV, PATH } = process.env;
  return { ...who, cwd: home.place, env: { NODE_ENV, PATH, LC_ALL: 'C', TZ: 'UTC' } };
}

/** The plain C locale would take Chinese for punctuation: no trigrams, no search. */
function localeFlags(major: number): string[] {
  if (major < 17) return ['--locale=C.UTF-8'];
  const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  if (process.platform === 'win32') return builtin;
  return [...builtin, `--lc-ctype=${ctype}`, `--lc-collate=${ctype}`];
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
