import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const root = resolve(import.meta.dirname, '../..');

export type Answer = { code: number | null; said: string };

export type Run = { child: ChildProcess; answer: Promise<Answer> };

/** The settings of whoever runs the tests must not reach a script; an empty one counts as absent. */
const NONE = {
  DATABASE_URL: '',
  DATABASE_APP_URL: '',
  DATABASE_REPLICA_URL: '',
  HUIYIN_SECRET: '',
  INIT_CWD: '',
};

/** Runs one of the scripts as npm does; what it says is its output and its errors in one. */
export function runScript(name: string, args: string[], settings: Record<string, string>): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${name}.ts`, ...args], {
    cwd: root,
    env: { ...process.env, ...NONE, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const ended = new Promise<number | null>((end) => child.on('exit', end));
  const answer = Promise.all([ended, said]).then(([code, parts]) => ({
    code,
    said: parts.join('').trim(),
  }));
  return { child, answer };
}
