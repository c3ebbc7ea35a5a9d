import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './frame';
import { compare } from './ledger';
import type { Outcome } from './outcome';
import { killAtOnce, type OwnServer, ownServer, until, webProcesses } from './own-server';
import { type Manners, startTraffic } from './traffic';
import { untilFound } from './until-found';

/** Three that end within ten seconds of their start end all of them: so each lives longer. */
const between = () => 7_000 + Math.random() * 2_000;

/** Web processes of the production server are killed, one after another, while people file and work. */
export const webKills: Fault = {
  of: 'kills',
  usual: 200,
  portion: 10,
  async start() {
    const server = await ownServer();
    return {
      ownerUrl: server.ownerUrl,
      run: (count) => killWeb(server, count),
      controls: {
        'taken for acknowledged when it is sent': () =>
          untilFound(8, 'lost', () => killWeb(server, 2, { credulous: true }, 8)),
        'sent again without its key': () => killWeb(server, 1, { forgetful: true }),
      },
      close: server.stop,
    };
  },
};

async function killWeb(
  server: OwnServer,
  count: number,
  manners: Manners = {},
  residents = 3,
): Promise<Outcome> {
  const traffic = startTraffic(server.url, server.unitId, residents, manners);
  for (let kill = 0; kill < count; kill += 1) {
    await pause(between());
    await until(() => webProcesses(server).length === 2);
    killAtOnce(webProcesses(server).slice(0, 1));
  }
  await traffic.stop();
  const found = await compare(traffic.ledger, server.ownerUrl);
  for (const it of traffic.strangers) process.stderr.write(`  strange: ${it}\n`);
  const { strange, ...counts } = traffic.counts;
  return {
    done: count,
    wrong: { ...found, strange },
    seen: {
      ...counts,
      'filings acknowledged': [...traffic.ledger.filings.values()].filter(Boolean).length,
      'steps acknowledged':
        traffic.ledger.dispatches.size + [...traffic.ledger.notes.values()].filter(Boolean).length,
    },
    longestMs: { 'until a form was taken': traffic.longestMs() },
  };
}
