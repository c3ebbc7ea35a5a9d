import { setTimeout as pause } from 'node:timers/promises';
import { settings } from '@/lib/env';
import { serverOf } from '@/scripts/launcher/postgres-server';
import { say } from '@/scripts/launcher/say';
import { withClient } from '@/scripts/launcher/with-client';
import { type Figure, spreadOf } from '../figures';
import type { Bench } from '../frame';
import type { GeneratedCounty } from '../generated-county';
import { startBareServer } from './bare-server';
import { handWritten } from './by-hand';
import { deskJobs } from './jobs';
import { measureMixed } from './levels';
import { queueLists, searchLists } from './lists';
import { measureLives } from './lives';
import { type Measured, measureKinds } from './measure-kinds';
import { countingStatements, metersOf } from './meters';
import { pageKinds } from './operations';
import { trees } from './processor-time';
import { type ProductionServer, startProductionServer } from './production-server';
import { setScene } from './scene';

/**
 * The real pages of the production server, answered and checked: in closed loop beside bare pages and SQL by hand, whole
 * lives of cases, and in open loop a mixed load of multiples of a capital's peak.
 */
export const pages: Bench = {
  ground: 'generated',
  how: { durable: true, settings: countingStatements },
  async run({ county, hand, quick }) {
    if (!county) throw new Error('pages are served from a generated county');
    await setUp(county);
    const server = await startProductionServer(county);
    // What the worker does, it does each minute.
    const waiting = quick
      ? { windowMs: 3_000, mostMs: 5_000 }
      : { windowMs: 60_000, mostMs: 900_000 };
    await untilQuiet(server, county, waiting);
    const scene = await setScene(server.url, hand);
    const meter = await metersOf(county, server.web);
    const kinds = pageKinds(scene);
    const bare = await startBareServer(await shown(kinds), settings().webProcesses);
    const how = { clients: quick ? 4 : 16, windowMs: quick ? 400 : 2_000, turns: quick ? 1 : 2 };
    const jobs = await deskJobs(scene, quick ? 40 : 1_500);
    const measured: Measured = { meter, bare, byHand: await handWritten(scene) };
    const figures: Figure[] = [
      ...(await measureKinds([...jobs, ...kinds], measured, how)),
      ...(await measureKinds(
        [...(await queueLists(scene)), ...(await searchLists(scene))],
        measured,
        {
          ...how,
          turns: 1,
          windowMs: how.windowMs / 2,
        },
      )),
    ];
    await bare.stop();
    figures.push(await measureLives(scene, how.clients, quick ? 3_000 : 20_000));
    figures.push(...(await measureMixed(scene, kinds, quick)));
    figures.push(memoryOf(server));
    await server.stop();
    return figures;
  },
};

/**
 * From here on it is a county like any other, that residents may file with. What the worker has not held against each other
 * yet it never will: a county of years did that when each case came in, and all at once it takes hours.
 */
const setUp = ({ ownerUrl }: GeneratedCounty) =>
  withClient(ownerUrl, (client) =>
    client.query(
      `UPDATE "Installation" SET demo = false, "setUpAt" = coalesce("setUpAt", now()) WHERE id = 1;
       DELETE FROM "Seeking"`,
    ),
  );

/** Until the worker has made up for what fell due since the county was made: it and PostgreSQL take a twentieth of one core at most. */
async function untilQuiet(
  { worker }: ProductionServer,
  { cluster }: GeneratedCounty,
  { windowMs, mostMs }: { windowMs: number; mostMs: number },
): Promise<void> {
  const spentBoth = () => {
    const seen = trees();
    return seen.spentMs(worker) + seen.spentMs(serverOf(cluster.home) ?? 0);
  };
  const until = performance.now() + mostMs;
  for (;;) {
    const before = spentBoth();
    await pause(windowMs);
    if (spentBoth() - before < windowMs / 20) return;
    if (performance.now() < until) continue;
    say('  The worker is still making up for what fell due; it goes on meanwhile.');
    return;
  }
}

/** What each page answers, for a bare one that shows the same. */
async function shown(kinds: ReturnType<typeof pageKinds>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const it of kinds) {
    const { text } = await it.open(0, 0);
    if (text.includes('<main')) found.set(it.name, text);
  }
  return found;
}

function memoryOf({ web, worker }: ProductionServer): Figure {
  const seen = trees();
  const megabytes = seen.residentMb(web) + seen.residentMb(worker);
  return {
    name: 'memory',
    ours: spreadOf([megabytes]),
    reached: megabytes,
    note: `${megabytes.toFixed(0)} MB for web processes and worker; the milliseconds are megabytes`,
  };
}
