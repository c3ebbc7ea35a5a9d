import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { log } from '@/lib/log';
import { type PhotoProblem, photoProblems } from './kind';

const script = () => join(process.cwd(), 'lib/photos/recode-apart.mjs');
const patienceMs = 20_000;
/** Two cores, and the pages must be served meanwhile. */
const atOnce = 2;
const mostWaiting = 24;

const made = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  bytes: z.number().int().positive(),
  sha256: z.string().length(64),
  evidence: z.object({
    takenAt: z.string().optional(),
    lat: z.number().optional(),
    lng: z.number().optional(),
  }),
});
const answer = z.union([z.object({ code: z.enum(photoProblems) }), made]);

export type Made = z.output<typeof made>;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Makes a picture anew in a process of its own: large and small, upright, without anything a camera wrote into it.
 * A process that takes longer than twenty seconds is ended.
 */
export async function recode(
  from: string,
  large: string,
  small: string,
): Promise<Made | { code: PhotoProblem }> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) return { code: 'photoBusy' };
    await new Promise<void>((go) => waiting.push(go));
  } else running += 1;
  try {
    return await apart([from, large, small]);
  } finally {
    // Whoever waits takes over the place.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function apart(files: readonly string[]): Promise<Made | { code: PhotoProblem }> {
  return new Promise((resolve) => {
    // No setting, no secret goes along.
    const child = spawn(process.execPath, ['--max-old-space-size=128', script(), ...files], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { NODE_ENV: 'production' },
      timeout: patienceMs,
      killSignal: 'SIGKILL',
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
    child.on('error', (error) => {
      log.error({ err: error }, 'no picture can be made');
      resolve({ code: 'photoBusy' });
    });
    child.on('close', () => {
      const parsed = answer.safeParse(jsonOf(said));
      resolve(parsed.success ? parsed.data : { code: 'photoBroken' });
    });
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
