import { say } from './launcher/say';

/** Measurements by name: `npm run bench -- inbox`. Each makes a database of its own and prints its figures. */
const benches: Record<string, () => Promise<unknown>> = {
  inbox: () => import('./bench/inbox'),
  'inbox-page': () => import('./bench/inbox-page'),
  sweep: () => import('./bench/sweep'),
};

const [name = ''] = process.argv.slice(2);
const bench = benches[name];
if (bench) await bench();
else {
  say(`Which one? npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exitCode = 2;
}
