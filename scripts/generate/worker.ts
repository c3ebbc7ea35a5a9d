import { parentPort } from 'node:worker_threads';
import { batchOf } from './batch';
import { type Ground, type Scene, sceneOf } from './scene';
import type { FilingDay } from './seasons';

/** What a thread is told: first where it plays, then what. */
type Told = { ground: Ground } | { days: FilingDay[] };

let scene: Scene | undefined;

/** Plays batches in a thread of its own; the rows go back without being copied. */
parentPort?.on('message', (told: Told) => {
  if ('ground' in told) {
    scene = sceneOf(told.ground);
    return;
  }
  if (!scene) throw new Error('a batch came before the ground it is played on');
  const batch = batchOf(scene, told.days);
  const buffers = batch.tables.map((it) => it.rows.buffer as ArrayBuffer);
  parentPort?.postMessage(batch, buffers);
});
