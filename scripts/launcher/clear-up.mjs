import { Session } from 'node:inspector';
import { getHeapStatistics } from 'node:v8';

/** So long nobody must have asked for anything. */
const quietMs = 3_000;
/** Bytes; fewer are not worth the tenth of a second. */
const litter = 12_000_000;

/**
 * Lets go of what nothing holds any more, and of the room it took, which the engine's own `gc()` keeps. Nothing else
 * runs meanwhile: 60 ms in the launcher, 130 in a process that has served every page.
 *
 * @returns {Promise<void>}
 */
export function clearUp() {
  const session = new Session();
  session.connect();
  return new Promise((resolve) => {
    session.post('HeapProfiler.collectGarbage', () => {
      // Within its own answer it would wait for itself, and the process with it, for ever.
      setImmediate(() => {
        session.disconnect();
        resolve();
      });
    });
  });
}

/**
 * The engine clears up when it needs room, so a process that fell quiet keeps what its last visitors left behind, up
 * to a third of its memory, for hours. This clears up in the first quiet moment after enough was left.
 *
 * @param {() => Promise<void>} clear what does it
 * @returns {(response: import('node:events').EventEmitter) => void} to be told of each answer that is begun
 */
export function clearUpWhenQuiet(clear = clearUp) {
  let open = 0;
  let least = 0;
  const look = async () => {
    if (open > 0) return;
    if (getHeapStatistics().used_heap_size < least + litter) return;
    await clear();
    least = getHeapStatistics().used_heap_size;
  };
  let timer;
  return (response) => {
    open += 1;
    response.once('close', () => {
      open -= 1;
      clearTimeout(timer);
      timer = setTimeout(look, quietMs).unref();
    });
  };
}
