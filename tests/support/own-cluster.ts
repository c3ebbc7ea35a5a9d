import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cluster, joinCluster } from '@/scripts/launcher/cluster';
import { passingData } from '@/scripts/launcher/passing-data';
import { bringUpToDate } from '@/scripts/launcher/up-to-date';

export type OwnCluster = { data: string; cluster: Cluster; remove(): Promise<void> };

/**
 * A whole data directory with a cluster for one test file, up to date and without any rows, and its
 * keys in a file. The environment points at it.
 *
 * @param settings more of PostgreSQL's own, as `name=value`.
 */
export async function ownCluster(settings?: readonly string[]): Promise<OwnCluster> {
  const { path: data, remove } = passingData();
  const cluster = await joinCluster(data, false, settings);
  await bringUpToDate(cluster);
  writeFileSync(join(data, 'secret'), `${process.env.HUIYIN_SECRET}\n`, { mode: 0o600 });
  process.env.DATABASE_URL = cluster.ownerUrl;
  process.env.DATABASE_APP_URL = cluster.webUrl;
  return {
    data,
    cluster,
    async remove() {
      await cluster.leave();
      await remove();
    },
  };
}
