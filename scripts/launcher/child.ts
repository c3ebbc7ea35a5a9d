import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { atEnd } from './ending';
import { Refusal } from './refusal';
import { root } from './root';

const PATIENCE_MS = 8_000;
const LEAVE = join(root, 'scripts/launcher/leave-with-launcher.mjs');

export type Environment = Record<string, string | undefined>;

/** A process of ours that serves until it is stopped. */
export type Child = {
  /** Its process id; undefined where it could not be started. */
  pid: number | undefined;
  /** Its exit code, once it has ended. */
  ended: Promise<number>;
  /** Settles when it says that it is ready; refused when it ends before. */
  ready: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts a Node script that lives no longer than this process.
 *
 * @param patience how many milliseconds it has for leaving once it is told to.
 * @param heard gets all it writes, beside the terminal.
 * @param folder of the code, where it is not this project's own.
 */
export function startChild(
  args: string[],
  environment: Environment,
  patience = PATIENCE_MS,
  heard?: (part: Buffer) => void,
  folder = root,
): Child {
  const output = heard ? 'pipe' : 'inherit';
  const child = spawn(process.execPath, ['--import', LEAVE, ...args], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', output, output, 'ipc'],
  });
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from?.on('data', (part: Buffer) => {
      to.write(part);
      heard?.(part);
    });
  }
  const ended = endOf(child);
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message) => message === 'ready' && resolve());
    ended.then(() =>
      reject(new Refusal(`${args.find((it) => !it.startsWith('-'))} ended before it was ready.`)),
    );
  });
  ready.catch(() => {});
  const stop = () => stopAndWait(child, ended, patience);
  ended.then(atEnd(stop));
  return { pid: child.pid, ended, ready, stop };
}

/**
 * Runs a Node script to its end. What it writes is shown only when it fails.
 *
 * @returns the last message it sent, if any.
 * @throws Refusal when it fails.
 */
export async function runTool(
  name: string,
  args: string[],
  environment: Environment,
): Promise<unknown> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const written: Buffer[] = [];
  let message: unknown;
  child.stdout?.on('data', (part) => written.push(part));
  child.stderr?.on('data', (part) => written.push(part));
  child.on('message', (sent) => {
    message = sent;
  });
  const ended = endOf(child);
  const forget = atEnd(() => stopAndWait(child, ended, PATIENCE_MS));
  const code = await ended;
  forget();
  if (code === 0) return message;
  throw new Refusal(`${Buffer.concat(written)}\n${name} failed; what it said stands above.`);
}

async function stopAndWait(child: ChildProcess, ended: Promise<number>, patience: number) {
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended;
  clearTimeout(force);
}

function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
