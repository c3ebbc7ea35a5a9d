import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, type Settings, WrongSetting } from '@/lib/env';
import { root } from './root';

/**
 * The settings of a script: the environment first, then `.env` in the project's folder.
 *
 * @throws WrongSetting
 */
export function ownSettings(): Settings {
  process.chdir(root);
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const settings = readSettings(process.env);
  if (settings.databaseAppUrl && !settings.databaseUrl) {
    throw new WrongSetting('DATABASE_APP_URL needs DATABASE_URL beside it, for the migrations.');
  }
  return settings;
}
