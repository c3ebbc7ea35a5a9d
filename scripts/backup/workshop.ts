import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { atEnd } from '../launcher/ending';
import { holderOf } from '../launcher/hold';
import { canReach, giveTo, type LesserUser } from '../launcher/lesser-user';
import { isAlive, ownLife } from '../launcher/life';
import { type Home, stopServer } from '../launcher/postgres-server';
import { Refusal } from '../launcher/refusal';
import { copyTree } from './copy-tree';
import { isInside } from './inside';
import { takeBack } from './tree';

/** Names the process that works in a folder, so that a later one knows what a killed one left. */
const MAKER = 'maker';
const UNFINISHED = '.partial';

/**
 * A folder in which a backup is made, and what turns it into the backup. Until then it has a name and a
 * content no one takes for one.
 */
export type Workshop = {
  home: Home;
  finish(as?: string): Promise<string>;
  remove(): Promise<void>;
};

/**
 * Makes a workshop beside where the backup will lie, or with the cluster when the server's user
 * cannot get there, and removes what killed backups left in both places.
 *
 * @throws Refusal when something is in the backup's place.
 */
export async function openWorkshop(target: string, cluster: Home): Promise<Workshop> {
  const { user } = cluster;
  if (existsSync(target) && !isEmpty(target)) {
    throw new Refusal(`${target} is not empty; a backup goes into a folder of its own.`);
  }
  if (isInside(target, cluster.place)) {
    throw new Refusal(`${target} lies in the database itself; name a folder outside of it.`);
  }
  mkdirSync(dirname(target), { recursive: true, mode: 0o711 });
  await removeLeft(dirname(target), user);
  await removeLeft(cluster.place, user);
  const near = await open(`${target}${UNFINISHED}`, user);
  if (canReach(user, near.place)) return workshop(near, near, target);
  const far = await open(join(cluster.place, `${basename(target)}${UNFINISHED}`), user);
  return workshop(far, near, target);
}

async function open(place: string, user: LesserUser | undefined): Promise<Home> {
  if (existsSync(place)) throw new Refusal(`${place} is in the way; remove it.`);
  mkdirSync(place, { mode: 0o711 });
  writeFileSync(join(place, MAKER), JSON.stringify(ownLife()), { mode: 0o600 });
  try {
    giveTo(user, place);
  } catch {
    // A file system without owners: the server's user will not get there either.
  }
  return { place, user };
}

function workshop(made: Home, near: Home, target: string): Workshop {
  const remove = async () => {
    for (const home of new Set([made, near])) await clear(home);
  };
  const forget = atEnd(remove);
  return {
    home: made,
    async finish(as = target) {
      if (made !== near) {
        const leftOut = (path: string) => path === MAKER;
        await copyTree(made.place, near.place, { sync: true, leftOut });
        await clear(made);
      }
      if (near.user) takeBack(near.place);
      for (const name of [MAKER, 'server.log']) rmSync(join(near.place, name), { force: true });
      chmodSync(near.place, 0o700);
      if (existsSync(as)) rmdirSync(as);
      renameSync(near.place, as);
      forget();
      return as;
    },
    async remove() {
      forget();
      await remove();
    },
  };
}

async function removeLeft(folder: string, user: LesserUser | undefined): Promise<void> {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(UNFINISHED)) continue;
    const place = join(folder, name);
    const maker = holderOf(join(place, MAKER));
    if (maker && !isAlive(maker)) await clear({ place, user });
  }
}

async function clear(home: Home): Promise<void> {
  await stopServer(home);
  rmSync(home.place, { recursive: true, force: true });
}

const isEmpty = (folder: string) => readdirSync(folder).length === 0;
