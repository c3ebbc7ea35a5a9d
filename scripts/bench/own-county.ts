import { readSettings } from '@/lib/env';
import { joinCluster } from '@/scripts/launcher/cluster';
import { atEnd, endOnSignals } from '@/scripts/launcher/ending';
import { passingData } from '@/scripts/launcher/passing-data';
import { prepareReferenceData } from '@/scripts/launcher/prepare';
import { haveClient } from '@/scripts/launcher/prisma-client';
import { bringUpToDate } from '@/scripts/launcher/up-to-date';

/** A database of one's own with reference data, for measuring; it goes when the script ends. */
export async function ownCounty(): Promise<{ ownerUrl: string; webUrl: string }> {
  endOnSignals(1);
  const data = passingData();
  const cluster = await joinCluster(data.path, false);
  atEnd(async () => {
    await cluster.leave();
    await data.remove();
  });
  const { adminUrl, ownerUrl, webUrl, webPassword } = cluster;
  await bringUpToDate({ adminUrl, ownerUrl, webPassword });
  await haveClient();
  process.env.HUIYIN_SECRET ??= 'known to everyone, for measuring alone';
  await prepareReferenceData(readSettings({ HUIYIN_DATA: data.path }), {
    ownerUrl,
    appUrl: webUrl,
  });
  Object.assign(process.env, { DATABASE_URL: ownerUrl, DATABASE_APP_URL: webUrl });
  return { ownerUrl, webUrl };
}
