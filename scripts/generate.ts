import { generateUsage, readWanted, type Wanted } from './generate/arguments';
import { fillingLine } from './generate/filling-line';
import { type Crew, withCrew } from './generate/workers';
import { enterDatabase } from './launcher/enter-database';
import { runScript } from './launcher/refusal';
import { say } from './launcher/say';

/**
 * Rows copied into tables emptied by the same transaction need no write-ahead log at this level: what is not
 * committed is thrown away with its files (PostgreSQL manual, 14.4.7). Nobody archives a generated county.
 */
const unlogged = [
  'wal_level=minimal',
  'max_wal_senders=0',
  'archive_mode=off',
  'max_wal_size=8GB',
  'checkpoint_timeout=1h',
];

/** A county of invented people and cases in the database of HUIYIN_DATA, for measuring and trying out. */
await runScript(async () => {
  const wanted = readWanted(process.argv.slice(2));
  if ('problem' in wanted) {
    process.stderr.write(`${wanted.problem}\n${generateUsage}\n`);
    return 2;
  }
  return withCrew((crew) => generate(wanted, crew));
});

async function generate(wanted: Wanted, crew: Crew): Promise<number> {
  const { ownerUrl } = await enterDatabase(unlogged);
  const { installReferenceData } = await import('@/prisma/seed/reference');
  const { loadRules } = await import('@/lib/appeals/rules');
  const { fill } = await import('./generate/fill');
  await installReferenceData();
  const line = fillingLine(process.stderr, () => performance.now());
  const filled = await fill(ownerUrl, wanted, await loadRules(), line.show, crew);
  line.quiet();
  for (const it of line.summary(filled)) say(it);
  return 0;
}
