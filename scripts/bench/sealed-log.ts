import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLines } from '@/scripts/sealed-log/write-lines';
import { type Figure, spreadOf } from './figures';
import type { Bench } from './frame';

/** What it costs to seal a whole county at once, to export its log, and to recompute what was exported. */
export const sealedLog: Bench = {
  ground: 'generated',
  async run() {
    const { sealDue } = await import('@/lib/integrity/sealer');
    const { logLines } = await import('@/lib/integrity/read-log');
    const { verifyLog } = await import('@/lib/integrity/verify-log');
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-bench-log-'));
    const path = join(folder, 'log');
    try {
      const seal = await timed('seal all that is not sealed', async () => {
        const seals = await sealDue();
        return { count: seals, what: 'seals' };
      });
      const exported = await timed('export the log', async () => {
        const count = await writeLines(path, logLines(), (it) => it.startsWith('{"event":'));
        return { count, what: 'steps' };
      });
      const verified = await timed('recompute the exported log', async () => {
        const pieces = createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 });
        const found = await verifyLog(pieces);
        if (found.fault !== null) throw new Error(found.fault);
        return { count: found.sums.events, what: 'steps' };
      });
      return [seal, exported, verified];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** How long it took, how many a second, and how large the process was at most while it did. */
async function timed(
  name: string,
  work: () => Promise<{ count: number; what: string }>,
): Promise<Figure> {
  const megabytes = () => Math.round(process.memoryUsage.rss() / 1e6);
  const before = megabytes();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, megabytes());
  }, 100);
  const begun = performance.now();
  const { count, what } = await work();
  const spent = performance.now() - begun;
  clearInterval(watch);
  const rate = Math.round((count * 1000) / spent);
  const note = `${count} ${what}, ${rate} a second, from ${before} to at most ${most} MB`;
  return { name, ours: spreadOf([spent]), note };
}
