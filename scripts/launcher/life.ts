import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process, told apart from a later one with the same id by when it began. */
export type Life = { pid: number; began: string };

/** This process. */
export function ownLife(): Life {
  return { pid: process.pid, began: beginningOf(process.pid) };
}

/** Whether that very process is still running. */
export function isAlive({ pid, began }: Life): boolean {
  return isRunning(pid) && beginningOf(pid) === began;
}

/** Whether some process has this id. A dead one that nobody has collected does not count. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statusOf(pid)[0] !== 'Z';
}

/** The command line of a process, its parts divided by NUL or spaces; empty when it is gone. */
export function commandOf(pid: number): string {
  if (process.platform === 'linux') return textOf(`/proc/${pid}/cmdline`);
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)]).stdout?.toString() ?? '';
}

/**
 * The process that npm is, for a script it started: it puts a shell in between, which outlives it.
 */
export function starter(): number {
  const inShell = /^(\S*\/)?sh[\0 ]-c/.test(commandOf(process.ppid));
  return inShell ? Number(statusOf(process.ppid)[1] ?? process.ppid) : process.ppid;
}

function beginningOf(pid: number): string {
  if (process.platform === 'linux') return statusOf(pid)[19] ?? '';
  if (process.platform === 'win32') return '';
  return (
    spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)])
      .stdout?.toString()
      .trim() ?? ''
  );
}

/** The fields of /proc/<pid>/stat from the third on: the second, a name, may hold spaces. */
function statusOf(pid: number): string[] {
  if (process.platform !== 'linux') return [];
  const line = textOf(`/proc/${pid}/stat`);
  return line ? line.slice(line.lastIndexOf(')') + 2).split(' ') : [];
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
