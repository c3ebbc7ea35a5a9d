import { say } from '@/scripts/launcher/say';
import type { Figure } from '../figures';
import { heldMs, type MixedRun, mixedLoad } from './mixed-load';
import type { PageKind } from './operations';
import type { Scene } from './scene';

const multiples = [0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1];

/** Higher and higher until one is not held; the highest that was is named. */
export async function measureMixed(
  scene: Scene,
  kinds: readonly PageKind[],
  quick: boolean,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  const forMs = quick ? 5_000 : 30_000;
  let highest = 0;
  for (const [nth, multiple] of (quick ? [0.05] : multiples).entries()) {
    const run = await mixedLoad(scene, kinds, { multiple, forMs, seed: nth + 1 });
    say(`  ${told(run)}`);
    if (run.held) highest = multiple;
    figures.push({
      name: `mixed load, ${multiple} × peak`,
      ours: run.spread,
      reached: run.held ? multiple : 0,
      note: told(run),
    });
    if (!run.held) break;
  }
  say(`  Highest multiple of the peak held: ${highest}.`);
  return figures;
}

function told({ multiple, asked, spread, errors, lost, lateMs, held }: MixedRun): string {
  const what = held ? 'held' : `not held (${heldMs} ms, no errors, nothing lost)`;
  const first = errors.length > 0 ? `, ${errors.length} errors, the first: ${errors[0]}` : '';
  return (
    `${multiple} × peak ${what}: ${asked} asked, 95th ${spread.p95.toFixed(0)} ms, ${lost} lost, ` +
    `asked ${lateMs.toFixed(0)} ms late${first}`
  );
}
