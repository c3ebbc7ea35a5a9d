import { runWorker } from '@/lib/jobs/worker';

const worker = await runWorker();

let leaving = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (leaving) return;
    leaving = true;
    worker.stop().finally(() => process.exit());
  });
}
