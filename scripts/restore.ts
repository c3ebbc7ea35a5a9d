import { readRestoreArguments, restoreUsage } from './backup/arguments';
import { inDiskWords } from './backup/disk-words';
import { type Restored, restoreBackup } from './backup/restore-backup';
import { endOnSignals } from './launcher/ending';
import { ownSettings } from './launcher/own-settings';
import { runScript } from './launcher/refusal';
import { say } from './launcher/say';

const done = 0;
const faulty = 1;
const notDone = 2;

await runScript(async () => {
  endOnSignals(1);
  // npm goes to the project's folder; names of folders are meant from where it was called.
  const calledFrom = process.env.INIT_CWD || process.cwd();
  const wanted = readRestoreArguments(process.argv.slice(2), calledFrom);
  if ('problem' in wanted) {
    process.stderr.write(`${wanted.problem}\n${restoreUsage}\n`);
    return notDone;
  }
  const settings = ownSettings(false);
  const restored = await inDiskWords(() => restoreBackup(settings, wanted));
  tellOf(restored);
  if (!wanted.keys) {
    say(
      'Without the keys, names, telephone numbers and e-mail addresses stay sealed, callers are not found ' +
        'by their number, and private links given out before do not open.',
    );
  }
  if (settings.databaseUrl) say('DATABASE_URL is set; unset it, or that database is used instead.');
  if (settings.photoBucket) {
    say(
      'Its photos are in the folder photos and are read from there; the bucket of HUIYIN_S3_URL was not touched. ' +
        'New ones need a bucket of their own: see docs/operations.md.',
    );
  }
  say(`Start it with: HUIYIN_DATA=${wanted.data} npm start`);
  return restored.log.faults.length > 0 ? faulty : done;
});

function tellOf({ manifest, log, elsewhere }: Restored): void {
  const { takenAt, files, tables } = manifest;
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  say(`The backup of ${takenAt} is restored: ${files.count} files and ${rows} rows, as noted.`);
  for (const line of log.faults) say(line);
  say(`Its log: ${log.appeals} appeals, ${log.events} events, ${log.faults.length} faults.`);
  if (elsewhere) say(`The database lives in ${elsewhere}.`);
}
