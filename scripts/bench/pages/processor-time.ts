import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  pid: number;
  parent: number;
  command: string;
  /** Processor time of it and of children that have ended, in milliseconds. */
  spentMs: number;
  residentMb: number;
}

/** Linux counts in hundredths of a second wherever it is run. */
const tickMs = 10;
const pageMb = 4096 / 1_048_576;

/** All processes of this machine, as /proc shows them at this moment. */
export function trees(): {
  below(pid: number): Process[];
  /** Of a process and all below it. */
  spentMs(pid: number): number;
  residentMb(pid: number): number;
} {
  const all = new Map<number, Process>();
  const children = new Map<number, Process[]>();
  for (const name of readdirSync('/proc')) {
    const found = /^\d+$/.test(name) ? read(Number(name)) : undefined;
    if (!found) continue;
    all.set(found.pid, found);
    children.set(found.parent, [...(children.get(found.parent) ?? []), found]);
  }
  const below = (pid: number): Process[] =>
    (children.get(pid) ?? []).flatMap((it) => [it, ...below(it.pid)]);
  const whole = (pid: number): Process[] => {
    const top = all.get(pid);
    return [...(top ? [top] : []), ...below(pid)];
  };
  const sum = (pid: number, of: (it: Process) => number) =>
    whole(pid).reduce((total, it) => total + of(it), 0);
  return {
    below,
    spentMs: (pid) => sum(pid, (it) => it.spentMs),
    residentMb: (pid) => sum(pid, (it) => it.residentMb),
  };
}

/** Undefined where it has ended meanwhile. */
function read(pid: number): Process | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, a name in brackets, may hold spaces: what follows it begins with the third.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    const at = (nth: number) => Number(fields[nth - 3] ?? 0);
    const spent = at(14) + at(15) + at(16) + at(17);
    return {
      pid,
      parent: at(4),
      command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
      spentMs: spent * tickMs,
      residentMb: at(24) * pageMb,
    };
  } catch {
    return undefined;
  }
}
