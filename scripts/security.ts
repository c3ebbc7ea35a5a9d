import { spawnSync } from 'node:child_process';
import { readFaults } from './faults/arguments';
import type { Fault } from './faults/frame';
import { haveBuild } from './launcher/build';
import { haveClient } from './launcher/prisma-client';
import { say } from './launcher/say';

/**
 * Attacks on a county of one's own, served on this machine: `npm run security -- --only headers`. Without a name all,
 * one after another, each in a process of its own. One that was cut off goes on where it stood; `--fresh` begins
 * anew, `--times 200000` does so many instead of as many as usual. `--table` writes the table of requirements in docs/security.md anew.
 */
const attacks: Record<string, () => Promise<Fault>> = {
  'brute-force': async () => (await import('./security/brute-force')).bruteForce,
  enumeration: async () => (await import('./security/enumeration')).enumeration,
  fuzz: async () => (await import('./security/fuzz')).fuzz,
  headers: async () => (await import('./security/headers')).headers,
  scanners: async () => (await import('./security/scanners')).scanners,
};

const args = process.argv.slice(2);
const isTable = args.join() === '--table';
const given = readFaults(args, Object.keys(attacks));
const [name = '', ...others] = 'problem' in given ? [] : given.only;
const load = attacks[name];
if (isTable) {
  const { writeTable } = await import('./security/asvs');
  say(writeTable());
} else if ('problem' in given) {
  say(given.problem);
  process.exitCode = 2;
} else if (others.length > 0 || !load) {
  for (const it of [name, ...others].every(Boolean) ? given.only : Object.keys(attacks)) {
    const run = ['--import', 'tsx', 'scripts/security.ts', '--only', it, ...given.rest];
    const { status } = spawnSync(process.execPath, run, { stdio: 'inherit' });
    if (status !== 0) process.exitCode = status ?? 1;
  }
} else {
  await haveClient();
  await haveBuild();
  const { runFault } = await import('./faults/frame');
  await runFault(name, await load(), given, 'security');
}
