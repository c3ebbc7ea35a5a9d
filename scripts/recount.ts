import { enterDatabase } from './launcher/enter-database';
import { runScript } from './launcher/refusal';
import { say } from './launcher/say';
import { readRecountArguments } from './recount/arguments';
import { summaryWords, tableWords } from './recount/words';

/** Every published figure once more from the log alone: exit code 1 and the cases where anything differs. */
await runScript(async () => {
  const { from, to, units, json } = readRecountArguments(process.argv.slice(2));
  await enterDatabase();
  const { db } = await import('@/lib/db/client');
  const { figuresOf } = await import('@/lib/recount/figures');
  const { isSound } = await import('@/lib/recount/results');
  const { recount } = await import('@/lib/recount/recount');
  const { wholePeriod } = await import('@/lib/recount/whole-period');
  const { zone } = await db().installation.findUniqueOrThrow({ where: { id: 1 } });
  const begun = performance.now();
  const at = new Date();
  const found = await recount({
    period: wholePeriod(from, to, zone),
    zone,
    at,
    progress: (done, all) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} cases`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  const tree = await db().unit.findMany({
    select: { id: true, code: true, path: true },
    orderBy: { path: 'asc' },
  });
  const figures = figuresOf(found.counts, tree);
  if (json) {
    const { counts: _, ...rest } = found;
    say(JSON.stringify({ ...rest, figures }));
  } else {
    for (const line of tableWords(figures, units)) say(line);
    for (const line of summaryWords(found, figures, (performance.now() - begun) / 1000)) say(line);
  }
  return isSound(found) && !figures.some((it) => it.differs) ? 0 : 1;
});
