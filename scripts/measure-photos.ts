import { availableParallelism, cpus } from 'node:os';
import { Refusal, runScript } from './launcher/refusal';
import { say } from './launcher/say';
import { listenerOf, memoryOf, type Part, serviceOf } from './measure-photos/process-tree';
import { sendersAt, twelveMegapixels } from './measure-photos/senders';

/**
 * How long a photo of twelve megapixels takes to be accepted, and what the service holds in memory while ten come at
 * once, taken from a running production server on this machine: `npm run measure-photos -- http://127.0.0.1:3000`.
 * Linux alone, and as the user the server runs as, or root: memory is read from /proc. It files nothing, and takes off what it sent.
 */
const budget = { acceptedMs: 3_000, memory: 700_000_000 };
const singles = 5;
const atOnce = 10;

const mB = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const ofDatabase = ({ called }: Part): boolean => /^(postgres:|.*\/postgres )/.test(called);
const together = (parts: readonly Part[]): number => parts.reduce((sum, it) => sum + it.bytes, 0);

/** The service and its database, which may as well live on another machine. */
function apart(parts: readonly Part[]): string {
  const database = parts.filter(ofDatabase);
  const service = parts.filter((it) => !ofDatabase(it));
  return `${mB(together(service))} in ${service.length} processes, and ${mB(together(database))} in ${database.length} of PostgreSQL`;
}

/** Looks at the memory as often as it can until the work is done; the fullest it was. */
async function fullest(root: number, work: Promise<unknown>): Promise<Part[]> {
  let most = memoryOf(root);
  let done = false;
  const ended = work.finally(() => {
    done = true;
  });
  while (!done) {
    const seen = memoryOf(root);
    if (together(seen) > together(most)) most = seen;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await ended;
  return most;
}

await runScript(async () => {
  const home = process.argv[2] ?? 'http://127.0.0.1:3000';
  if (process.platform !== 'linux') throw new Refusal('Memory can be read on Linux alone.');
  const { port } = new URL(home);
  const root = serviceOf(listenerOf(Number(port || 80)));
  const photo = await twelveMegapixels();
  const senders = await sendersAt(home, 3);
  const [one] = senders;
  if (!one) throw new Error('nobody sends');
  say(
    `${new Date().toISOString()} · ${availableParallelism()} cores (${cpus()[0]?.model ?? 'processor'})`,
  );
  say(`A photo of 12 megapixels, ${(photo.length / 1_000_000).toFixed(1)} MB.`);
  const before = memoryOf(root);
  say(`At rest: ${apart(before)}.`);
  const spent: number[] = [];
  for (let nth = 0; nth < singles; nth++) spent.push(await one.send(photo));
  const slowest = Math.max(...spent);
  say(
    `One by one: ${spent.map(seconds).join(', ')}; budget ${seconds(budget.acceptedMs)}, the slowest counts.`,
  );
  await one.takeOff();

  const begun = performance.now();
  const all = Promise.all(
    Array.from({ length: atOnce }, (_, nth) => senders[1 + (nth % 2)]?.send(photo)),
  );
  const most = await fullest(root, all);
  const ended = performance.now() - begun;
  for (const it of senders) await it.takeOff();
  say(`${atOnce} at once: the last was accepted after ${seconds(ended)}.`);
  say(`Fullest: ${apart(most)}; budget of the service ${mB(budget.memory)}.`);
  for (const { called, bytes } of most.toSorted((a, b) => b.bytes - a.bytes).slice(0, 10)) {
    say(`  ${mB(bytes).padStart(7)}  ${called.slice(0, 90)}`);
  }
  const service = most.filter((it) => !ofDatabase(it));
  const within = slowest <= budget.acceptedMs && together(service) <= budget.memory;
  say(within ? 'Within the budget.' : 'Over the budget.');
  return within ? 0 : 1;
});
