import { parentPort, workerData } from 'node:worker_threads';
import { batchOf } from './batch';
import { type Ground, sceneOf } from './scene';
import type { FilingDay } from './seasons';

/** Plays batches in a thread of its own; the rows go back without being copied. */
const scene = sceneOf(workerData as Ground);

parentPort?.on('message', (days: FilingDay[]) => {
  const batch = batchOf(scene, days);
  const buffers = batch.tables.map((it) => it.rows.buffer as ArrayBuffer);
  parentPort?.postMessage(batch, buffers);
});
