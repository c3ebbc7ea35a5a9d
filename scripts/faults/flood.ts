import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '@/scripts/launcher/root';
import type { Flood } from './flood-apart';
import type { Fault } from './frame';
import { compare, emptyLedger } from './ledger';
import type { Outcome } from './outcome';
import { type OwnServer, ownServer, until } from './own-server';
import { startReaders } from './readers';
import { startTraffic } from './traffic';

const times = 10;
/** At the 95th, others wait no longer for a page. */
const othersWithinMs = 3_000;
const backWithinMs = 30_000;
const measuredMs = 15_000;

/**
 * Ten times as many filings as it can take, all of one street and from one range of addresses, while others file, work
 * and read: `--times 300` floods for five minutes.
 */
export const flood: Fault = {
  of: 'seconds of flood',
  usual: 60,
  portion: 30,
  async start() {
    const server = await ownServer();
    const rate = times * (await sustained(server));
    tell(`flooded with ${rate.toFixed(1)} filings a second`);
    return {
      ownerUrl: server.ownerUrl,
      run: (seconds) => floodFor(server, rate, seconds),
      controls: {
        'nobody is turned away': async () => {
          const open = await ownServer({ HUIYIN_CROWD: '0' });
          try {
            return await floodFor(open, rate, 20);
          } finally {
            await open.stop();
          }
        },
      },
      close: server.stop,
    };
  },
};

/** Whole filings a second that were taken of six people who file one after another. */
async function sustained(server: OwnServer): Promise<number> {
  const traffic = startTraffic(server.url, server.unitId, 6);
  await until(() => traffic.takenSince(0) > 0);
  const taken = () => [...traffic.ledger.filings.values()].filter(Boolean).length;
  const before = taken();
  await pause(measuredMs);
  const rate = ((taken() - before) * 1_000) / measuredMs;
  await traffic.stop();
  return Math.max(rate, 0.5);
}

async function floodFor(server: OwnServer, rate: number, seconds: number): Promise<Outcome> {
  const traffic = startTraffic(server.url, server.unitId, 2);
  const readers = await startReaders(server.url);
  await until(() => traffic.takenSince(0) > 0);
  const quiet = Date.now();
  await pause(5_000);
  const before = readers.since(quiet).shownMs;
  const at = Date.now();
  const sentBefore = traffic.refusals().length;
  const args = ['--import', 'tsx', 'scripts/faults/flood-apart.ts', server.url, `${rate}`];
  const flooding = spawn(process.execPath, [...args, `${seconds}`], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [said] = (await once(flooding, 'message')) as [Flood];
  const ends = Date.now();
  const { shownMs, failed } = readers.since(at);
  const refusedOthers = traffic.refusals().length - sentBefore;
  await until(() => traffic.takenSince(ends) > 0, 120_000);
  const back = traffic.takenSince(ends) - ends;
  await traffic.stop();
  await readers.stop();
  const ledger = { ...emptyLedger(), filings: new Map(said.filings) };
  const [others, flooded] = [
    await compare(traffic.ledger, server.ownerUrl),
    await compare(ledger, server.ownerUrl),
  ];
  for (const it of [...traffic.strangers, ...failed, ...new Set(said.others)]) tell(it);
  const { 'turned away unclearly': unclear, ...counts } = said.counts;
  const slowest = at95(shownMs);
  return {
    done: seconds,
    wrong: {
      lost: others.lost + flooded.lost,
      doubled: others.doubled + flooded.doubled,
      orphaned: flooded.orphaned,
      'turned away unclearly': unclear + said.others.length,
      'pages not shown to others': failed.length,
      'portions in which others waited more than 3 s at the 95th': slowest > othersWithinMs ? 1 : 0,
      'not back after 30 s': back > backWithinMs ? 1 : 0,
    },
    seen: {
      ...counts,
      'filings of others taken': [...traffic.ledger.filings.values()].filter(Boolean).length,
      'forms of others turned away': refusedOthers,
      'pages shown to others': shownMs.length,
    },
    longestMs: {
      '95th of pages of others before': at95(before),
      '95th of pages of others': slowest,
      'until taken again': back,
    },
  };
}

const at95 = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.95)] ?? 0;

const tell = (line: string) => process.stderr.write(`  ${line}\n`);
