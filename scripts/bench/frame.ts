import { join } from 'node:path';
import type { Client } from 'pg';
import { readWanted, type Wanted } from '@/scripts/generate/arguments';
import { ownSettings } from '@/scripts/launcher/own-settings';
import { Refusal, runScript } from '@/scripts/launcher/refusal';
import { say } from '@/scripts/launcher/say';
import { withClient } from '@/scripts/launcher/with-client';
import type { BenchArguments } from './arguments';
import { type Figure, lineOf, worsened } from './figures';
import { type GeneratedCounty, generatedCounty } from './generated-county';
import { groundOf, keepRun, lastRun } from './kept-runs';
import { machineLine, machineOf } from './machine';
import { ownCounty } from './own-county';

/** What a bench works on. */
export interface Ground {
  ownerUrl: string;
  webUrl: string;
  /** A connection of its own, as the restricted login, for SQL written by hand. */
  hand: Client;
  /** So many times, a tenth of it where there is little time. */
  times(usual: number): number;
  quick: boolean;
  /** Where it is a generated one. */
  county: GeneratedCounty | null;
}

export interface Bench {
  /** `generated`: a generated county, kept between runs. `own`: a fresh one it fills itself. */
  ground: 'generated' | 'own';
  /** How a generated one is served; see generatedCounty. */
  how?: { durable: boolean; settings: readonly string[] };
  run(ground: Ground): Promise<Figure[]>;
}

/** Runs one bench: says where and when, prints its figures, keeps them, names what got worse. */
export function runBench(name: string, bench: Bench, given: BenchArguments): Promise<void> {
  return runScript(async () => {
    // Pools that lose their server when all is over are no news.
    process.env.LOG_LEVEL = 'error';
    const { dataDirectory } = ownSettings();
    const wanted = wantedOf(given);
    const county =
      bench.ground === 'generated' ? await generatedCounty(dataDirectory, wanted, bench.how) : null;
    const { ownerUrl, webUrl } = county ?? (await ownCounty());
    const at = new Date().toISOString();
    const run = await withClient(webUrl, async (hand) => {
      const times = (usual: number) => (given.quick ? Math.max(10, Math.ceil(usual / 10)) : usual);
      const machine = await machineOf(hand);
      const about = bench.ground === 'generated' ? `${wanted.cases} cases` : 'a county of its own';
      say(`${name}, ${at.slice(0, 10)}, ${about}, ${machineLine(machine)}`);
      const figures = await bench.run({
        ...{ ownerUrl, webUrl, hand, times, county },
        quick: given.quick,
      });
      const ground = groundOf(county?.key ?? 'own', given.quick);
      return {
        bench: name,
        at,
        machine,
        ground,
        ...(county ? { cases: wanted.cases } : {}),
        figures,
      };
    });
    for (const it of run.figures) say(`  ${lineOf(it)}`);
    const folder = join(dataDirectory, 'bench', 'runs');
    const before = lastRun(folder, name, run.ground);
    if (before) for (const it of worsened(before.figures, run.figures)) say(`  ${it}`);
    say(`  kept in ${keepRun(folder, run)}`);
    await leaveDatabase();
    return 0;
  });
}

function wantedOf({ quick, county }: BenchArguments): Wanted {
  const usual = quick ? ['--cases', '2000', '--years', '1', '--units', '100'] : [];
  const wanted = readWanted([...usual, ...county]);
  if ('problem' in wanted) throw new Refusal(wanted.problem);
  return wanted;
}

/** Pools keep a script alive and a server busy. */
async function leaveDatabase(): Promise<void> {
  const { db } = await import('@/lib/db/client');
  const { closeLimiter } = await import('@/lib/auth/limiter');
  await Promise.all([db().$disconnect(), closeLimiter()]);
}
