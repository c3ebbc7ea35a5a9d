import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { atEnd } from '../launcher/ending';
import { root } from '../launcher/root';

const PATIENCE_MS = 10_000;

/** The programs of the checks, as Node scripts: their launchers on PATH may be missing. */
export const PROGRAMS = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  knip: 'node_modules/knip/bin/knip.js',
  next: 'node_modules/next/dist/bin/next',
  playwright: 'node_modules/@playwright/test/cli.js',
  typescript: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** Runs one of them to its end, showing what it writes, and returns its exit code. */
export function runProgram(
  name: keyof typeof PROGRAMS,
  args: string[],
  environment: Record<string, string> = {},
): Promise<number> {
  const child = spawn(process.execPath, [join(root, PROGRAMS[name]), ...args], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise<number>((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
  const forget = atEnd(async () => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref();
    await ended;
  });
  return ended.finally(forget);
}
