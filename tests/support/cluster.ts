import type { TestProject } from 'vitest/node';
import { readSettings } from '@/lib/env';
import { joinCluster } from '@/scripts/launcher/cluster';
import { passingData } from '@/scripts/launcher/passing-data';
import { prepareReferenceData } from '@/scripts/launcher/prepare';
import { haveClient } from '@/scripts/launcher/prisma-client';
import { bringUpToDate } from '@/scripts/launcher/up-to-date';

declare module 'vitest' {
  interface ProvidedContext {
    cluster: { adminUrl: string; ownerUrl: string; webUrl: string };
  }
}

/** One cluster for the run; its database `huiyin` is the template each test file gets a copy of. */
export default async function setup({ provide }: TestProject) {
  const data = passingData();
  const { adminUrl, ownerUrl, webUrl, leave, webPassword } = await joinCluster(data.path, false);
  const teardown = async () => {
    await leave();
    await data.remove();
  };
  try {
    await bringUpToDate({ adminUrl, ownerUrl, webPassword });
    await haveClient();
    await prepareReferenceData(readSettings({ HUIYIN_DATA: data.path }), {
      ownerUrl,
      appUrl: webUrl,
    });
    provide('cluster', { adminUrl, ownerUrl, webUrl });
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}
