import { settings } from '@/lib/env';
import { readArchiveArguments } from './archive/arguments';
import { archiveDue, wouldArchive } from './archive/fold';
import { type Weighed, weighCases } from './archive/weigh';
import { enterDatabase } from './launcher/enter-database';
import { Refusal, runScript } from './launcher/refusal';
import { say } from './launcher/say';
import { withClient } from './launcher/with-client';

/**
 * Folds the steps of cases closed long ago into one row a case, as the owner of the tables: exit code 1 where the log of
 * a case does not add up. What serves people may not do it.
 */
await runScript(async () => {
  const { dryRun, weigh, years: asked } = readArchiveArguments(process.argv.slice(2));
  const { ownerUrl } = await enterDatabase();
  if (weigh) {
    for (const it of weightWords(await withClient(ownerUrl, weighCases))) say(it);
    return 0;
  }
  const years = asked ?? settings().archiveYears;
  if (years === 0) {
    throw new Refusal(
      'Nothing is archived: HUIYIN_ARCHIVE_YEARS is not set. To see what would go: npm run archive -- --dry-run --years 10',
    );
  }
  if (dryRun) {
    const { cases, steps, bytes } = await withClient(ownerUrl, (it) => wouldArchive(it, years));
    const size = (bytes / 1e6).toFixed(1);
    say(`${steps} steps of ${cases} cases closed ${years} years ago are rows: ${size} MB.`);
    say('Nothing was changed by this; without --dry-run they are folded into one row a case.');
    return 0;
  }
  return archive(ownerUrl, years);
});

async function archive(ownerUrl: string, years: number): Promise<number> {
  const { note } = await import('./archive/note');
  const begun = performance.now();
  const done = await withClient(ownerUrl, async (owner) => {
    const found = await archiveDue(owner, years, {
      progress: (cases) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${cases} cases`);
      },
    });
    // What went is room for new rows; the planner learns how few are left.
    if (found.cases > 0) await owner.query('VACUUM (ANALYZE) "Event", "ArchivedCase"');
    return found;
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  await note(done, years);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  say(`${done.steps} steps of ${done.cases} cases were archived in ${seconds} s.`);
  if (done.waiting > 0)
    say(`${done.waiting} cases wait until the root of a day covers all of them.`);
  for (const it of done.left) say(`${it}: its log does not add up, and it was left as it is.`);
  if (done.left.length > 0) say('npm run verify says what is wrong with them.');
  return done.left.length > 0 ? 1 : 0;
}

function weightWords({ live, archived, tables }: Weighed): string[] {
  const kB = (bytes: number) => (bytes / 1000).toFixed(2).padStart(10);
  const all = (of: 'live' | 'archived') => tables.reduce((sum, it) => sum + it[of], 0);
  return [
    `kB a case, indexes counted: ${live} cases as rows, ${archived} archived`,
    ...[...tables, { table: 'all', live: all('live'), archived: all('archived') }].map(
      (it) => `${it.table.padEnd(18)}${kB(it.live)}${kB(it.archived)}`,
    ),
  ];
}
