import { appDatabaseUrl } from '@/lib/env';
import { runWorker } from '@/lib/jobs/worker';
import { log } from '@/lib/log';
import { keepClock } from '@/lib/time/keep-clock.mjs';

await keepClock(appDatabaseUrl(), (err) => log.warn({ err }, 'the database’s clock was not told'));

const worker = await runWorker();

let leaving = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (leaving) return;
    leaving = true;
    worker.stop().finally(() => process.exit());
  });
}
