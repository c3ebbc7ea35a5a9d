import type { Fault } from './frame';
import { nothing, plus } from './outcome';
import { type Busy, passingCluster, type Site, twoOfEach, whileBusy } from './two-of-each';

/**
 * Two web processes and two workers on one PostgreSQL, behind a plain proxy: each is restarted in turn while people
 * file, work and read, and nobody may notice.
 */
export const rolling: Fault = {
  of: 'rounds of restarts',
  usual: 10,
  portion: 1,
  async start() {
    const cluster = await passingCluster();
    const site = await twoOfEach(cluster.ownerUrl);
    return {
      ownerUrl: cluster.ownerUrl,
      async run(rounds) {
        let outcome = nothing;
        for (let round = 0; round < rounds; round += 1) {
          outcome = plus(outcome, await whileBusy(site, (busy) => restart(site, busy)));
        }
        return outcome;
      },
      controls: {
        'a proxy that does not go to the next': () =>
          whileBusy(site, (busy) => restart(site, busy), false),
      },
      async close() {
        await site.stop();
        await cluster.leave();
      },
    };
  },
};

async function restart(site: Site, { taken }: Busy): Promise<void> {
  for (const it of [...site.webs, ...site.workers]) {
    await it.restart();
    await taken();
  }
}
