import { withClient } from '@/scripts/launcher/with-client';
import type { Fault } from './frame';
import { olderCode } from './older-code';
import { nothing, plus } from './outcome';
import { type Busy, passingCluster, type Site, twoOfEach, whileBusy } from './two-of-each';

/** Forms that are taken while older and newer processes stand beside each other, at each step of an upgrade. */
const beside = 3;

/**
 * Two web processes and two workers of the code before the last migration are replaced by this code one after another, while
 * people file, work and read: the first one changes the tables beneath the three others. Then back again, without a backup.
 */
export const versions: Fault = {
  of: 'upgrades process by process, and back',
  usual: 5,
  portion: 1,
  async start() {
    const older = await olderCode();
    const cluster = await passingCluster();
    const { ownerUrl, adminUrl } = cluster;
    const site = async () => twoOfEach(await anotherDatabase(adminUrl, ownerUrl), older);
    const upgraded = async () => {
      const four = await site();
      const outcome = await whileBusy(four, async (busy) => {
        await replace(four, busy);
        await replace(four, busy, older);
      });
      await four.stop();
      return outcome;
    };
    return {
      ownerUrl,
      async run(times) {
        let outcome = nothing;
        for (let nth = 0; nth < times; nth += 1) outcome = plus(outcome, await upgraded());
        return outcome;
      },
      controls: {
        'tables that take away what the older code uses': async () => {
          const four = await site();
          const outcome = await whileBusy(four, async ({ taken }) => {
            await rename(four, 'place', 'where');
            await four.webs[0]?.restart();
            await rename(four, 'where', 'place');
            await taken();
          });
          await four.stop();
          return outcome;
        },
      },
      close: cluster.leave,
    };
  },
};

async function replace(site: Site, { taken }: Busy, code?: string): Promise<void> {
  for (const it of [...site.webs, ...site.workers]) {
    await it.restart(code);
    for (let nth = 0; nth < beside; nth += 1) await taken();
  }
}

const rename = (site: Site, from: string, to: string) =>
  withClient(site.ownerUrl, (client) =>
    client.query(`ALTER TABLE "Detail" RENAME COLUMN "${from}" TO "${to}"`),
  );

let made = 0;

/** Each upgrade begins with tables as the older code makes them. */
async function anotherDatabase(adminUrl: string, ownerUrl: string): Promise<string> {
  const name = `upgrade_${++made}`;
  const url = new URL(ownerUrl);
  await withClient(adminUrl, (client) =>
    client.query(`CREATE DATABASE ${name} OWNER ${client.escapeIdentifier(url.username)}`),
  );
  url.pathname = `/${name}`;
  return url.href;
}
