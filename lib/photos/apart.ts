import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { settings } from '@/lib/env';
import { log } from '@/lib/log';

const patienceMs = 20_000;
/** Two in all web processes together, or one in each: the pages must be served meanwhile. */
const atOnce = (): number => Math.max(1, Math.floor(2 / settings().webProcesses));
const mostWaiting = 24;

let running = 0;
const waiting: (() => void)[] = [];

/** busy: too many wait, or no process could be started. */
export type Said = { ok: true; said: unknown } | { ok: false; busy: boolean };

/**
 * Runs one of the scripts beside this file in a process of its own, few at once, and answers with the JSON it
 * printed. It knows no setting and no secret, and is ended after twenty seconds.
 */
export async function apart(script: string, given: readonly string[]): Promise<Said> {
  if (running >= atOnce()) {
    if (waiting.length >= mostWaiting) return { ok: false, busy: true };
    await new Promise<void>((go) => waiting.push(go));
  } else running += 1;
  try {
    return await run(script, given);
  } finally {
    // Whoever waits takes over the place.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** It lives for one picture, most of whose memory is the decoder's own. */
const little = ['--max-old-space-size=128', '--max-semi-space-size=1', '--v8-pool-size=0'];

function run(script: string, given: readonly string[]): Promise<Said> {
  const path = join(process.cwd(), 'lib/photos', script);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...little, path, ...given], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '1' },
      timeout: patienceMs,
      killSignal: 'SIGKILL',
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
    child.on('error', (error) => {
      log.error({ err: error }, 'no picture can be made');
      resolve({ ok: false, busy: true });
    });
    child.on('close', () => {
      const json = jsonOf(said);
      resolve(json === undefined ? { ok: false, busy: false } : { ok: true, said: json });
    });
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
