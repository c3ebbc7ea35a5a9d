import { hostname } from 'node:os';
import type { Pool } from 'pg';
import { settings } from '@/lib/env';
import { beat, forgetOldPulses, forgetPulse } from '@/lib/health/pulse';
import { log } from '@/lib/log';
import { ownFigures } from '@/lib/metrics/own-figures';
import { readQueue } from '@/lib/metrics/queue';
import { countProcess, metrics, namedAs } from '@/lib/metrics/registry.mjs';

const beatMs = 15_000;

/**
 * Says that this process runs, also while a long round keeps its hands full, and leaves its figures where a web
 * process finds them: a worker listens on no port.
 *
 * @param owner a way into the queue's tables.
 */
export function keepBeating(owner: Pool): { stop(): Promise<void> } {
  const name = `process:${hostname()}:${process.pid}`;
  const asked = Boolean(settings().metricsToken);
  namedAs({ process: 'worker', worker: name.slice('process:'.length) });
  if (asked) countProcess(metrics().registry);
  const tell = async () => {
    await beat('worker');
    if (!asked) return;
    await beat(name, await ownFigures(await readQueue(owner)));
    await forgetOldPulses();
  };
  const trouble = (error: unknown) => log.error({ err: error }, 'no pulse can be written');
  tell().catch(trouble);
  const timer = setInterval(() => tell().catch(trouble), beatMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await forgetPulse(name).catch(trouble);
    },
  };
}
