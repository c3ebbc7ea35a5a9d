import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export type BackupArguments = { folder: string | undefined; keys: string | undefined };
/** Nothing is to be done but to note that other tools have taken one. */
export type Taken = { taken: true };
export type RestoreArguments = { backup: string; keys: string | undefined; data: string };
export type Wrong = { problem: string };

export const backupUsage =
  'Usage: npm run backup [-- <folder>] [--keys <folder>]\n' +
  'or, after one taken with other tools: npm run backup -- --taken';
export const restoreUsage =
  'Usage: npm run restore -- <backup folder> --keys <folder> --data <empty folder>\n' +
  'or, where the keys are lost: --without-keys instead of --keys <folder>';

/**
 * Reads what follows `npm run backup --`.
 *
 * @param calledFrom the folder from which names of folders are meant.
 */
export function readBackupArguments(
  args: string[],
  calledFrom: string,
): BackupArguments | Taken | Wrong {
  const read = parsed(args, { keys: { type: 'string' }, taken: { type: 'boolean' } });
  if ('problem' in read) return read;
  if (read.values.taken) {
    return args.length === 1 ? { taken: true } : { problem: '--taken stands alone.' };
  }
  if (read.positionals.length > 1) return { problem: 'A backup goes into one folder.' };
  const [folder] = read.positionals;
  const { keys } = read.values;
  return {
    folder: folder ? resolve(calledFrom, folder) : undefined,
    keys: typeof keys === 'string' ? resolve(calledFrom, keys) : undefined,
  };
}

/** Reads what follows `npm run restore --`. */
export function readRestoreArguments(args: string[], calledFrom: string): RestoreArguments | Wrong {
  const read = parsed(args, {
    keys: { type: 'string' },
    data: { type: 'string' },
    'without-keys': { type: 'boolean' },
  });
  if ('problem' in read) return read;
  const [backup, ...more] = read.positionals;
  const { keys, data, 'without-keys': without } = read.values;
  if (!backup || more.length > 0) return { problem: 'Name the one backup folder to restore.' };
  if (typeof data !== 'string') return { problem: 'Name the empty folder to restore to: --data.' };
  if ((typeof keys === 'string') === (without === true)) {
    return {
      problem:
        'Name the folder with the keys: --keys. Without them names and telephone numbers cannot be read.',
    };
  }
  return {
    backup: resolve(calledFrom, backup),
    keys: typeof keys === 'string' ? resolve(calledFrom, keys) : undefined,
    data: resolve(calledFrom, data),
  };
}

type Options = Record<string, { type: 'string' | 'boolean' }>;

function parsed(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    return { problem: (error as Error).message };
  }
}
