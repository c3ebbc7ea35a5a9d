import prom from 'prom-client';
import type { Queue } from './queue';
import { type Figures, metrics } from './registry.mjs';

/** What this process has counted and, from the worker, the queue. */
export async function ownFigures(queue?: Queue): Promise<Figures[]> {
  const { registry, labels } = metrics();
  const momentary = new prom.Registry();
  if (queue) {
    const jobs = new prom.Gauge({
      name: 'huiyin_queue_jobs',
      help: 'Jobs of the worker’s queue: waiting, and dead after all their tries.',
      labelNames: ['state'],
      registers: [momentary],
    });
    for (const [state, count] of Object.entries(queue)) jobs.set({ state }, count);
  }
  momentary.setDefaultLabels(labels);
  return [
    ...(await registry.getMetricsAsJSON()),
    ...(await momentary.getMetricsAsJSON()),
  ] as Figures[];
}
