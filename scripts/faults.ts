import { spawnSync } from 'node:child_process';
import { readFaults } from './faults/arguments';
import type { Fault } from './faults/frame';
import { haveClient } from './launcher/prisma-client';
import { say } from './launcher/say';

/**
 * What must not break it, broken on purpose: `npm run faults -- --only conflicts`. Without a name all, one after
 * another, each in a process of its own. One that was cut off goes on where it stood; `--fresh` begins anew,
 * `--times 200` does so many instead of as many as usual.
 */
const faults: Record<string, () => Promise<Fault>> = {
  conflicts: async () => (await import('./faults/conflicts')).conflicts,
  'list-append': async () => (await import('./faults/list-append')).listAppend,
  'web-kills': async () => (await import('./faults/web-kills')).webKills,
  'database-kills': async () => (await import('./faults/database-kills')).databaseKills,
  'disk-full': async () => (await import('./faults/disk-full')).diskFull,
  'hold-ups': async () => (await import('./faults/hold-ups')).holdUps,
  flood: async () => (await import('./faults/flood')).flood,
  rolling: async () => (await import('./faults/rolling')).rolling,
  versions: async () => (await import('./faults/versions')).versions,
  clock: async () => (await import('./faults/clock')).clock,
  'worker-kills': async () => (await import('./faults/worker-kills')).workerKills,
};

const args = process.argv.slice(2);
const given = readFaults(args, Object.keys(faults));
const [name = '', ...others] = 'problem' in given ? [] : given.only;
const load = faults[name];
if ('problem' in given) {
  say(given.problem);
  process.exitCode = 2;
} else if (others.length > 0 || !load) {
  for (const it of [name, ...others].every(Boolean) ? given.only : Object.keys(faults)) {
    const run = ['--import', 'tsx', 'scripts/faults.ts', '--only', it, ...given.rest];
    const { status } = spawnSync(process.execPath, run, { stdio: 'inherit' });
    if (status !== 0) process.exitCode = status ?? 1;
  }
} else {
  await haveClient();
  const { runFault } = await import('./faults/frame');
  await runFault(name, await load(), given);
}
