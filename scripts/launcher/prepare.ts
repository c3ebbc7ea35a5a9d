import type { Settings } from '@/lib/env';
import { runTool } from './child';
import { type Database, databaseEnvironment } from './database';
import { secretOf } from './secret';

type Urls = Pick<Database, 'ownerUrl' | 'appUrl'>;

/**
 * Fills in what a fresh database needs, and the demo if it is wanted, in a process of its own: the
 * code that does it reads its database from the environment.
 *
 * @returns the one-time link of the first administrator, while there is none.
 */
export async function prepareData(settings: Settings, urls: Urls): Promise<string | undefined> {
  const link = await run([], settings, urls);
  return typeof link === 'string' ? link : undefined;
}

/** Fills in the reference data alone: calendars, limits, categories. */
export async function prepareReferenceData(settings: Settings, urls: Urls): Promise<void> {
  await run(['--reference-only'], settings, urls);
}

function run(args: string[], settings: Settings, urls: Urls): Promise<unknown> {
  const script = ['--import', 'tsx', 'scripts/prepare-data.ts', ...args];
  return runTool('Preparing the data', script, {
    ...databaseEnvironment(urls),
    HUIYIN_DATA: settings.dataDirectory,
    HUIYIN_SECRET: secretOf(settings),
    HUIYIN_DEMO: settings.demo ? '1' : '0',
    HUIYIN_PUBLIC_URL: settings.publicUrl,
    HUIYIN_TIME_ZONE: settings.timeZone,
  });
}
