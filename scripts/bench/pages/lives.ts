import { type Figure, spreadOf } from '../figures';
import { closedLoop } from './closed-loop';
import { closedByWord, walksOf, wholeLife } from './lifecycle';
import type { Scene } from './scene';

/** How many cases a second live from filing to their resident's word; each is looked for afterwards. */
export async function measureLives(scene: Scene, clients: number, forMs: number): Promise<Figure> {
  const walks = await walksOf(scene);
  const numbers: string[] = [];
  const live = async (_: number, nth: number) => {
    const begun = performance.now();
    numbers.push(await wholeLife(scene, walks, 600_000 + nth));
    return performance.now() - begun;
  };
  const { millis, lasted } = await closedLoop(clients, forMs, live);
  const closed = await closedByWord(scene.hand, numbers);
  if (closed !== numbers.length) {
    throw new Error(`${numbers.length} lives were lived, ${closed} are closed by their word`);
  }
  const rate = (millis.length * 1000) / lasted;
  return {
    name: 'whole lives',
    ours: spreadOf(millis),
    reached: rate,
    note: `${rate.toFixed(1)} lives a second, ${(rate * 12).toFixed(0)} requests a second, none lost`,
  };
}
