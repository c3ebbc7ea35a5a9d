import { readdirSync, readFileSync } from 'node:fs';
import { commandOf } from '@/scripts/launcher/life';

/** Processes that descend from one of ours, so that none of somebody else's is ever killed. Reads /proc: Linux alone. */
function descendantsOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name)) parents.set(Number(name), statusOf(Number(name), PARENT));
  }
  const own = new Set([pid]);
  for (let before = 0; before < own.size; ) {
    before = own.size;
    for (const [child, parent] of parents) if (own.has(parent)) own.add(child);
  }
  own.delete(pid);
  return [...own];
}

/** Those of them whose command line holds a word, the one that has lived longest first. Ids say nothing: they begin again. */
export const descendantsNamed = (pid: number, word: string): number[] =>
  descendantsOf(pid)
    .filter((it) => commandOf(it).includes(word))
    .sort((a, b) => statusOf(a, BEGAN) - statusOf(b, BEGAN));

/** Places in /proc/<pid>/stat, counted from the third: the second, a name, may hold spaces. */
const PARENT = 1;
const BEGAN = 19;

function statusOf(pid: number, place: number): number {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[place]);
  } catch {
    return 0;
  }
}
