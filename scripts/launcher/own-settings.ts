import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, type Settings, WrongSetting } from '@/lib/env';
import { keysInFiles } from './key-files';
import { root } from './root';

/**
 * The settings of a script: the environment first, then `.env` in the project's folder, then the keys that lie as files in
 * the data directory. What was found stands in the environment from then on, for processes this one starts.
 *
 * @param keyFiles false where the script is about another data directory than HUIYIN_DATA.
 * @throws WrongSetting
 */
export function ownSettings(keyFiles = true): Settings {
  process.chdir(root);
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  if (keyFiles) {
    const { dataDirectory } = readSettings(process.env);
    Object.assign(process.env, keysInFiles(dataDirectory, process.env));
  }
  const settings = readSettings(process.env);
  if (settings.databaseAppUrl && !settings.databaseUrl) {
    throw new WrongSetting('DATABASE_APP_URL needs DATABASE_URL beside it, for the migrations.');
  }
  return settings;
}
