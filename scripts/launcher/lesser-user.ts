import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { Refusal } from './refusal';

/** Whom the database server runs as. PostgreSQL refuses to run as root. */
export type LesserUser = { name: string; uid: number; gid: number };

/** The user a server started by root is run as; undefined when we are no root ourselves. */
export function lesserUser(): LesserUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid && gid) return { name, uid, gid };
  }
  throw new Refusal('PostgreSQL refuses to run as root, and there is no user postgres or nobody.');
}

/** Whether that user gets to a folder and may read it, by asking the system as that user. */
export function canReach(user: LesserUser | undefined, folder: string): boolean {
  if (!user) return true;
  const { uid, gid } = user;
  const command = ['-c', 'test -r "$0" && test -x "$0"', folder];
  return spawnSync('/bin/sh', command, { uid, gid, cwd: '/' }).status === 0;
}

/** Makes that user the owner of a path of ours. */
export function giveTo(user: LesserUser | undefined, path: string): void {
  if (user) chownSync(path, user.uid, user.gid);
}

function idOf(option: string, name: string): number {
  const answer = spawnSync('id', [option, name]);
  return answer.status === 0 ? Number(answer.stdout) : 0;
}
