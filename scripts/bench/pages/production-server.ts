import { join } from 'node:path';
import { NONE } from '@/scripts/checks/test-server';
import { type Child, startChild } from '@/scripts/launcher/child';
import { freePort } from '@/scripts/launcher/port';
import { root } from '@/scripts/launcher/root';
import { type GeneratedCounty, measuringSecret } from '../generated-county';
import { trees } from './processor-time';

/** Huiyin in production, as `npm start` starts it, on a generated county. */
export interface ProductionServer {
  url: string;
  /** The process that keeps the web processes, and the worker. */
  web: number;
  worker: number;
  stop(): Promise<void>;
}

/** A build may have to be made before it is ready; whoever waits for it waits as long as it takes. */
const leavingMs = 30_000;

/**
 * Builds what has changed and serves on a free port of this machine alone. Limits are on: each visitor comes
 * through the one proxy that is trusted, this process, with an address of their own.
 */
export async function startProductionServer(county: GeneratedCounty): Promise<ProductionServer> {
  const port = await freePort();
  const child = startChild(
    [join(root, 'scripts/start.mjs')],
    {
      ...NONE,
      HOST: '127.0.0.1',
      PORT: String(port),
      HUIYIN_DATA: county.folder,
      HUIYIN_SECRET: measuringSecret,
      HUIYIN_DEMO: '0',
      HUIYIN_TRUSTED_PROXIES: '127.0.0.1',
      LOG_LEVEL: 'warn',
    },
    leavingMs,
  );
  await child.ready;
  const { web, worker } = partsOf(child);
  return { url: `http://127.0.0.1:${port}`, web, worker, stop: child.stop };
}

function partsOf({ pid }: Child): { web: number; worker: number } {
  const below = pid ? trees().below(pid) : [];
  const named = (part: RegExp) => below.find((it) => part.test(it.command))?.pid;
  const [web, worker] = [named(/scripts\/web(-processes)?\.mjs/), named(/scripts\/worker\.mjs/)];
  if (!web || !worker) throw new Error('the parts of the server are not found in /proc');
  return { web, worker };
}
