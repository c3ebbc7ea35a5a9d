import { enterDatabase } from './launcher/enter-database';
import { Refusal, runScript } from './launcher/refusal';
import { say } from './launcher/say';

/**
 * What the worker erases of closed cases, told beforehand: now, and within so many days more
 * (`npm run retention -- 30`); and when it last did what. It changes nothing.
 */
await runScript(async () => {
  const [given = '30'] = process.argv.slice(2);
  const days = Number(given);
  if (!Number.isInteger(days) || days < 1 || days > 36_500) {
    throw new Refusal('Within how many days? npm run retention -- 30');
  }
  await enterDatabase();
  const { photoDays, wouldGo } = await import('@/lib/photos/retention');
  const { keptDays, wouldErase } = await import('@/lib/retention/erase');
  const { lastRun } = await import('@/lib/retention/last-run');
  const { contactDays, wordDays, erasesFrom } = await keptDays();
  say(`After closing: large pictures and PDFs stay ${await photoDays()} days,`);
  say(`contacts ${contactDays} days, and words ${wordDays} days; then only figures are left.`);
  if (erasesFrom > new Date()) {
    say(`Nothing that has fallen due is erased before ${erasesFrom.toISOString()}.`);
  }
  for (const [when, ahead] of [
    ['Due now', 0],
    [`Due within ${days} days`, days],
  ] as const) {
    const { pictures, pdfs, cases, bytes } = await wouldGo(ahead);
    const size = (bytes / 1_000_000).toFixed(1);
    const { asked, contacts, words, lookups } = await wouldErase(ahead);
    say(`${when}: ${pictures} large pictures and ${pdfs} PDFs of ${cases} cases, ${size} MB;`);
    say(
      `  ${contacts.contacts} contacts and ${contacts.devices} devices of ${contacts.cases} cases;`,
    );
    say(`  ${words.texts} texts and ${words.pictures} pictures of ${words.cases} cases;`);
    say(`  ${asked} cases whose residents asked for it; ${lookups} numbers searched for.`);
  }
  const last = await lastRun();
  say(
    last
      ? `The worker last looked at ${last.at.toISOString()}: ${told(last.erased)}.`
      : 'The worker has not looked yet.',
  );
  say('Nothing was erased by this; the worker does it, once an hour.');
  return 0;
});

const told = (erased: object): string =>
  Object.entries(erased)
    .map(([what, n]) => `${what} ${n}`)
    .join(', ');
