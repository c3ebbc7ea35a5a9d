import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, wherever the script was called from and whether it runs as it was written or in one file. */
export const root = above(dirname(fileURLToPath(import.meta.url)));

function above(folder: string): string {
  if (existsSync(join(folder, 'next.config.js')) || existsSync(join(folder, 'next.config.ts'))) {
    return folder;
  }
  const next = dirname(folder);
  if (next === folder) throw new Error('this code lies outside the project');
  return above(next);
}
