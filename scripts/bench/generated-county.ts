import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '@/lib/env';
import type { Wanted } from '@/scripts/generate/arguments';
import { type Cluster, destroyCluster, joinCluster } from '@/scripts/launcher/cluster';
import { needDataDirectory } from '@/scripts/launcher/data-directory';
import { atEnd, endOnSignals } from '@/scripts/launcher/ending';
import { fingerprint } from '@/scripts/launcher/fingerprint';
import { prepareReferenceData } from '@/scripts/launcher/prepare';
import { haveClient } from '@/scripts/launcher/prisma-client';
import { say } from '@/scripts/launcher/say';
import { bringUpToDate } from '@/scripts/launcher/up-to-date';
import { withClient } from '@/scripts/launcher/with-client';

/** Known to everyone: what lies there is invented and stays on this machine. */
export const measuringSecret = 'known to everyone, for measuring alone';

/** What the rows of a generated county depend on beside its arguments. */
const sources = [
  'prisma/migrations',
  'scripts/generate',
  'lib/appeals',
  'lib/sla',
  'lib/rule-sets',
  'lib/similar',
];

/** One name for a county of these arguments, as this version of the code makes it. */
const countyKey = (wanted: Wanted): string =>
  createHash('sha256')
    .update(JSON.stringify(wanted) + fingerprint(sources))
    .digest('hex')
    .slice(0, 16);

export interface GeneratedCounty {
  /** Its data directory. */
  folder: string;
  cluster: Cluster;
  ownerUrl: string;
  webUrl: string;
  /** The same for the same arguments and code. */
  key: string;
}

/**
 * A generated county for measuring, kept between runs: the second run starts at once. It was not made with
 * care for power cuts, and measuring writes into it; whoever wants it fresh removes the folder.
 *
 * @param how `durable`: what is written now survives a power cut, as with `npm start`; `settings`: more of PostgreSQL's own.
 */
export async function generatedCounty(
  dataDirectory: string,
  wanted: Wanted,
  how: { durable?: boolean; settings?: readonly string[] } = {},
): Promise<GeneratedCounty> {
  endOnSignals(1);
  const key = countyKey(wanted);
  const parent = join(dataDirectory, 'bench');
  const folder = join(parent, `county-${key}`);
  const ready = join(folder, 'ready.json');
  needDataDirectory(dataDirectory);
  mkdirSync(folder, { recursive: true });
  // A lesser user's server lives inside and must be able to get there.
  for (const it of [parent, folder]) chmodSync(it, 0o711);
  if (!existsSync(ready)) {
    await destroyCluster(folder);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { mode: 0o711 });
  }
  const cluster = await joinCluster(folder, how.durable ?? false, how.settings);
  atEnd(() => cluster.leave());
  const { adminUrl, ownerUrl, webUrl, webPassword } = cluster;
  await bringUpToDate({ adminUrl, ownerUrl, webPassword });
  await haveClient();
  const environment = { DATABASE_URL: ownerUrl, DATABASE_APP_URL: webUrl };
  Object.assign(process.env, environment, { HUIYIN_SECRET: measuringSecret });
  if (!existsSync(ready)) {
    const settings = readSettings({
      HUIYIN_DATA: folder,
      HUIYIN_SECRET: measuringSecret,
      HUIYIN_DEMO: '0',
    });
    await prepareReferenceData(settings, { ownerUrl, appUrl: webUrl });
    await make(ownerUrl, wanted);
    writeFileSync(ready, `${JSON.stringify(wanted)}\n`);
  }
  return { folder, cluster, ownerUrl, webUrl, key };
}

async function make(ownerUrl: string, wanted: Wanted): Promise<void> {
  const { loadRules } = await import('@/lib/appeals/rules');
  const { fill } = await import('@/scripts/generate/fill');
  const { fillingLine } = await import('@/scripts/generate/filling-line');
  const { withCrew } = await import('@/scripts/generate/workers');
  const line = fillingLine(process.stderr, () => performance.now());
  const rules = await loadRules();
  const filled = await withCrew((crew) => fill(ownerUrl, wanted, rules, line.show, crew));
  line.quiet();
  for (const it of line.summary(filled)) say(it);
  await withClient(ownerUrl, (client) => client.query('VACUUM ANALYZE'));
}
