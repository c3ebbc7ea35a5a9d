import { spawnSync } from 'node:child_process';
import { readBench } from './bench/arguments';
import type { Bench } from './bench/frame';
import { say } from './launcher/say';

/**
 * Measurements by name: `npm run bench -- search`. Without a name all that need no build, one after
 * another; `--quick` in two minutes; `--cases 1000000` on as large a county.
 */
const benches: Record<string, () => Promise<Bench>> = {
  'case-file': async () => (await import('./bench/case-file')).caseFile,
  step: async () => (await import('./bench/step')).step,
  filing: async () => (await import('./bench/filing')).filing,
  search: async () => (await import('./bench/search')).search,
  caller: async () => (await import('./bench/caller')).caller,
  supervision: async () => (await import('./bench/supervision')).supervision,
  inbox: async () => (await import('./bench/inbox')).inbox,
  sweep: async () => (await import('./bench/sweep')).sweep,
  proposal: async () => (await import('./bench/proposal')).proposal,
  duplicates: async () => (await import('./bench/duplicates')).duplicates,
  plans: async () => (await import('./bench/plans/bench')).plans,
  'sealed-log': async () => (await import('./bench/sealed-log')).sealedLog,
};
/** These need a build: they ask a server in production. */
const servers: Record<string, () => Promise<Bench>> = {
  pages: async () => (await import('./bench/pages/bench')).pages,
};
/** These say what they found by themselves. */
const speaking: Record<string, () => Promise<unknown>> = {
  'inbox-page': () => import('./bench/inbox-page'),
  curves: () => import('./bench/curves'),
};

const args = process.argv.slice(2);
const given = readBench(args);
const [name = '', ...others] = given.names;
const bench = benches[name] ?? servers[name];
const itself = speaking[name];
if (others.length > 0 || !name) {
  // One process each: a bench points the whole process at its county.
  const rest = args.filter((it) => !given.names.includes(it));
  for (const it of name ? given.names : Object.keys(benches)) {
    const run = ['--import', 'tsx', 'scripts/bench.ts', it, ...rest];
    const { status } = spawnSync(process.execPath, run, { stdio: 'inherit' });
    if (status !== 0) process.exitCode = status ?? 1;
  }
} else if (bench) {
  const { runBench } = await import('./bench/frame');
  await runBench(name, await bench(), given);
} else if (itself) await itself();
else {
  say(
    `Which one? npm run bench -- ${[benches, servers, speaking].flatMap((it) => Object.keys(it)).join(' | ')}`,
  );
  process.exitCode = 2;
}
