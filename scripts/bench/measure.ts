import { type Figure, type Spread, spreadOf } from './figures';

/** One job, done for the nth time. */
type Job = (nth: number) => Promise<unknown>;

/**
 * The same job, ours and by hand, turn by turn, so that a busy moment of the machine meets both. The first
 * tenth of the turns only warms both up.
 */
export async function measure(
  name: string,
  times: number,
  ours: Job,
  byHand?: Job,
): Promise<Figure> {
  const spent: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  const warming = Math.ceil(times / 10);
  for (let nth = 0; nth < times + warming; nth++) {
    const one = await timed(() => ours(nth));
    const other = byHand ? await timed(() => byHand(nth)) : 0;
    if (nth < warming) continue;
    spent.ours.push(one);
    spent.bare.push(other);
  }
  const bare: { bare?: Spread } = byHand ? { bare: spreadOf(spent.bare) } : {};
  return { name, ours: spreadOf(spent.ours), ...bare };
}

async function timed(job: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await job();
  return performance.now() - begun;
}
