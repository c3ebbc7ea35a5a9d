import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivate } from './data-directory';
import { canReach, giveTo, type LesserUser } from './lesser-user';
import { openFolder } from './postgres-binaries';
import { Refusal } from './refusal';

/** Where a lesser user's cluster goes when HUIYIN_DATA lies where that user may not enter. */
const ELSEWHERE = ['/var/lib/huiyin', '/var/tmp/huiyin'];

/** Stands in a data directory while a backup is being restored into it. */
export const UNFINISHED = 'restore.unfinished';

/** What is remembered of the cluster of a data directory, in a file only its owner can read. */
export type Kept = {
  place: string;
  port: number;
  passwords: { postgres: string; owner: string; web: string };
};

/** What is known of the cluster; a place and passwords are made up the first time. */
export function keptOf(dataDirectory: string, user: LesserUser | undefined): Kept {
  const path = keptFile(dataDirectory);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Kept;
  if (existsSync(join(dataDirectory, 'database', 'data'))) {
    throw new Refusal(`${path} is gone, and with it the passwords of the database; bring it back.`);
  }
  const made: Kept = {
    place: choosePlace(dataDirectory, user),
    port: 0,
    passwords: { postgres: password(), owner: password(), web: password() },
  };
  keep(dataDirectory, made);
  return made;
}

/** Remembers. */
export function keep(dataDirectory: string, kept: Kept): void {
  writePrivate(keptFile(dataDirectory), `${JSON.stringify(kept, null, 2)}\n`);
}

function keptFile(dataDirectory: string): string {
  return join(dataDirectory, 'database.json');
}

function choosePlace(dataDirectory: string, user: LesserUser | undefined): string {
  const near = join(dataDirectory, 'database');
  if (offered(near, user)) return near;
  rmSync(near, { recursive: true, force: true });
  const name = randomBytes(6).toString('hex');
  for (const folder of ELSEWHERE) {
    if (offered(join(folder, name), user)) return join(folder, name);
  }
  throw new Refusal(
    `User ${user?.name} can reach neither ${near} nor ${ELSEWHERE.join(' nor ')}; set HUIYIN_DATA.`,
  );
}

function offered(place: string, user: LesserUser | undefined): boolean {
  try {
    openFolder(place);
    giveTo(user, place);
    return canReach(user, place);
  } catch {
    return false;
  }
}

function password(): string {
  return randomBytes(24).toString('base64url');
}
