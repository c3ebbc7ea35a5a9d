import { enterDatabase } from './launcher/enter-database';
import { Refusal, runScript } from './launcher/refusal';
import { say } from './launcher/say';

/**
 * What the worker deletes of large pictures and PDFs, told beforehand: now, and within so many days more
 * (`npm run retention -- 30`). It changes nothing.
 */
await runScript(async () => {
  const [given = '30'] = process.argv.slice(2);
  const days = Number(given);
  if (!Number.isInteger(days) || days < 1 || days > 36_500) {
    throw new Refusal('Within how many days? npm run retention -- 30');
  }
  await enterDatabase();
  const { photoDays, wouldGo } = await import('@/lib/photos/retention');
  say(`Large pictures and PDFs are deleted ${await photoDays()} days after their case is closed.`);
  for (const [when, ahead] of [
    ['Due now', 0],
    [`Due within ${days} days`, days],
  ] as const) {
    const { pictures, pdfs, cases, bytes } = await wouldGo(ahead);
    const size = (bytes / 1_000_000).toFixed(1);
    say(`${when}: ${pictures} pictures and ${pdfs} PDFs of ${cases} cases, ${size} MB.`);
  }
  say('Nothing was deleted; the worker does it, once an hour.');
  return 0;
});
