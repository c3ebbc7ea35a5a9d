import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { Refusal } from '../launcher/refusal';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const pids = (): number[] =>
  readdirSync('/proc')
    .filter((it) => /^\d+$/.test(it))
    .map(Number);

/** The parent of a process, from proc_pid_stat(5): after the name in brackets, which may hold anything. */
const parentOf = (pid: number): number =>
  Number(read(`/proc/${pid}/stat`).replace(/^.*\)/s, '').trim().split(' ')[1] ?? 0);

function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((it) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${it}`);
      } catch {
        return '';
      }
    });
  } catch {
    return [];
  }
}

/**
 * The process that listens on a port of this machine.
 *
 * @throws Refusal where none of this machine does, or it is somebody else's.
 */
export function listenerOf(port: number): number {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  // proc_net(5): a line a socket; 0A listens, its inode is the tenth field.
  const inodes = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((it) =>
    read(it)
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((field) => field[1]?.endsWith(`:${hex}`) && field[3] === '0A')
      .map((field) => `socket:[${field[9]}]`),
  );
  const found = pids().filter((pid) => socketsOf(pid).some((it) => inodes.includes(it)));
  const [first] = found.toSorted((a, b) => a - b);
  if (first === undefined) throw new Refusal(`No process of this machine listens on port ${port}.`);
  return first;
}

/** The launcher above a process where there is one, else the process itself. */
export function serviceOf(pid: number): number {
  const parent = parentOf(pid);
  return /scripts\/start\.mjs/.test(read(`/proc/${parent}/cmdline`)) ? serviceOf(parent) : pid;
}

export interface Part {
  pid: number;
  called: string;
  /** Proportional set size, bytes: what several share is counted once among them. */
  bytes: number;
}

/** What a process and all that it started hold in memory right now. */
export function memoryOf(root: number): Part[] {
  const parents = new Map(pids().map((pid) => [pid, parentOf(pid)]));
  const within = (pid: number): boolean =>
    pid === root || (pid > 1 && within(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(within).flatMap((pid) => {
    const pss = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
    if (!pss) return [];
    const called = read(`/proc/${pid}/cmdline`).split('\0').join(' ').trim();
    return [{ pid, called, bytes: Number(pss) * 1024 }];
  });
}
