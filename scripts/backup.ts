import { backupUsage, readBackupArguments } from './backup/arguments';
import { inDiskWords } from './backup/disk-words';
import { keysInUse } from './backup/keys';
import { noteBackup } from './backup/note-backup';
import { type Backup, takeBackup } from './backup/take-backup';
import { withDatabase } from './launcher/database';
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
  const wanted = readBackupArguments(process.argv.slice(2), calledFrom);
  if ('problem' in wanted) {
    process.stderr.write(`${wanted.problem}\n${backupUsage}\n`);
    return notDone;
  }
  const settings = ownSettings();
  if ('taken' in wanted) {
    await withDatabase(settings, ({ ownerUrl }) => noteBackup(ownerUrl, null));
    say('It is noted that a backup was taken just now.');
    return done;
  }
  const backup = await inDiskWords(() => takeBackup(settings, wanted));
  tellOf(backup);
  if (settings.photoBucket) {
    say(
      `${backup.fromBucket} files of photos were copied out of the bucket into its folder photos.`,
    );
  }
  const inUse = [...keysInUse(settings).keys()].join(', ');
  say(
    wanted.keys
      ? `The keys are apart from it, in ${wanted.keys}: ${inUse}.`
      : `Not in it are the keys: ${inUse || 'there are none yet'}. Keep a copy of them in another place (--keys <folder>): without them names and telephone numbers in this backup cannot be read.`,
  );
  return backup.faults.length > 0 ? faulty : done;
});

function tellOf({ folder, manifest, faults }: Backup): void {
  const { log, files, tables } = manifest;
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  say(
    `${files.count} files, ${(files.bytes / 1e6).toFixed(1)} MB, ${rows} rows. The copy was started.`,
  );
  for (const line of faults) say(line);
  say(
    log
      ? `Its log: ${log.appeals} appeals, ${log.events} events, ${log.faults} faults.`
      : 'Its tables are of another version of Huiyin, so its log was not recomputed.',
  );
  say(`Backup: ${folder}`);
  if (faults.length > 0) say('The database itself has these faults: see npm run verify.');
}
