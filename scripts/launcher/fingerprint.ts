import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root';

const MADE_HERE = 'lib/db/generated';

/** One value for the names and contents of files and whole folders of the project. */
export function fingerprint(paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesIn)) {
    hash.update(`${path}\0${statSync(join(root, path)).size}\0`);
    hash.update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

/** The files below a path of the project, in a fixed order, without what is made from others. */
export function filesIn(path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full) || path === MADE_HERE) return [];
  if (!statSync(full).isDirectory()) return [path];
  const names = readdirSync(full).sort();
  return names.flatMap((name) => filesIn(`${path}/${name}`));
}
