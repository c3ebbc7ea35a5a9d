import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { needDataDirectory, writePrivate } from './data-directory';
import { holderOf, holding } from './hold';
import { type Kept, keep, keptOf, UNFINISHED } from './home';
import { lesserUser } from './lesser-user';
import { isAlive, ownLife } from './life';
import { freePort } from './port';
import { type Binaries, findBinaries } from './postgres-binaries';
import * as server from './postgres-server';
import { Refusal } from './refusal';
import { withClient } from './with-client';

/**
 * The embedded PostgreSQL of one data directory. Several scripts may use it at once: the first one
 * starts it, the last one to leave stops it, and one that was killed counts no more.
 */
export type Cluster = {
  /** As the superuser, for what only it may do. */
  adminUrl: string;
  ownerUrl: string;
  webUrl: string;
  webPassword: string;
  home: server.Home;
  binaries(): Binaries;
  /** Where it lives, when that is not inside the data directory. */
  elsewhere: string | undefined;
  leave(): Promise<void>;
};

/**
 * Starts the server of a data directory, or joins it where it is running.
 *
 * @param durable false only for tests: a power cut may then ruin the cluster.
 * @param settings more of PostgreSQL's own, as `name=value`; they count where this script starts the server.
 */
export async function joinCluster(
  directory: string,
  durable = true,
  settings: readonly string[] = [],
): Promise<Cluster> {
  needDataDirectory(directory);
  const dataDirectory = realpathSync(directory);
  needWhole(dataDirectory);
  const users = join(dataDirectory, 'database.users');
  const mine = join(users, String(process.pid));
  const lock = join(dataDirectory, 'database.lock');
  const user = lesserUser();

  const run = () =>
    holding(lock, async () => {
      const home = { place: keptOf(dataDirectory, user).place, user };
      mkdirSync(users, { recursive: true });
      writePrivate(mine, JSON.stringify(ownLife()));
      return { home, kept: await running(dataDirectory, home, { durable, settings }) };
    });

  const { home, kept } = await run();
  await holding(lock, () => haveOwner(kept));
  // One try after another, however long it lasts: a full disk keeps it from starting for hours.
  let trying = false;
  const watch = setInterval(async () => {
    if (trying || server.serverOf(home)) return;
    trying = true;
    await run().catch(() => {});
    trying = false;
  }, 1_000).unref();

  return {
    adminUrl: urlOf(kept, 'postgres', 'postgres'),
    ownerUrl: urlOf(kept, 'owner', 'huiyin'),
    webUrl: urlOf(kept, 'web', 'huiyin'),
    webPassword: kept.passwords.web,
    home,
    binaries: () => binariesOf(dataDirectory, home, server.majorOf(home)),
    elsewhere: home.place.startsWith(dataDirectory) ? undefined : home.place,
    leave: () => {
      clearInterval(watch);
      return holding(lock, async () => {
        rmSync(mine, { force: true });
        if (!othersIn(users)) await server.stopServer(home);
      });
    },
  };
}

/** An empty cluster would be made where half a backup lies. */
function needWhole(dataDirectory: string): void {
  if (!existsSync(join(dataDirectory, UNFINISHED))) return;
  throw new Refusal(
    `A restore into ${dataDirectory} was cut off; empty the folder, restore again.`,
  );
}

/**
 * What the server of a data directory is run with.
 *
 * @param major the version its cluster was made with.
 */
export function binariesOf(dataDirectory: string, home: server.Home, major?: number): Binaries {
  const copies = home.place.startsWith(dataDirectory) ? dataDirectory : dirname(home.place);
  return findBinaries(home.user, copies, major);
}

/** Stops whatever runs on a data directory and removes the cluster, for directories of tests. */
export async function destroyCluster(dataDirectory: string): Promise<void> {
  const user = lesserUser();
  const { place } = keptOf(realpathSync(dataDirectory), user);
  await server.stopServer({ place, user });
  rmSync(place, { recursive: true, force: true });
}

async function running(
  dataDirectory: string,
  home: server.Home,
  { durable, settings }: Pick<server.StartOptions, 'durable' | 'settings'>,
): Promise<Kept> {
  let kept = keptOf(dataDirectory, home.user);
  // What a killed launcher or server left may be on its way out just now and hold on to the folder
  // for a moment: hence more than one try.
  for (let tries = 0; tries < 6; tries += 1) {
    await pause(tries * 300);
    if (!server.serverOf(home)) {
      kept = { ...kept, port: await freePort(kept.port) };
      keep(dataDirectory, kept);
      const binaries = binariesOf(dataDirectory, home, server.majorOf(home));
      if (!server.majorOf(home)) {
        server.makeCluster(home, binaries, kept.passwords.postgres, durable);
      }
      server.startServer(home, binaries, { port: kept.port, durable, settings });
    }
    if (await server.serverAnswers(home, urlOf(kept, 'postgres', 'postgres'))) return kept;
  }
  throw new Refusal(`The database does not start: ${server.lastComplaint(home)}`);
}

/** The owner makes roles in the first migration, so it may; it is no superuser all the same. */
async function haveOwner(kept: Kept): Promise<void> {
  await withClient(urlOf(kept, 'postgres', 'postgres'), async (client) => {
    const { rows } = await client.query(
      `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'huiyin_owner') AS owner,
              EXISTS (SELECT FROM pg_database WHERE datname = 'huiyin') AS database`,
    );
    const secret = client.escapeLiteral(kept.passwords.owner);
    if (!rows[0].owner) {
      await client.query(`CREATE ROLE huiyin_owner LOGIN CREATEROLE PASSWORD ${secret}`);
    }
    if (!rows[0].database) await client.query('CREATE DATABASE huiyin OWNER huiyin_owner');
  });
}

/** The address of a database of the cluster, for one of its logins. */
export function urlOf(kept: Kept, role: keyof Kept['passwords'], database: string): string {
  const login = role === 'postgres' ? role : `huiyin_${role}`;
  return `postgresql://${login}:${kept.passwords[role]}@127.0.0.1:${kept.port}/${database}`;
}

function othersIn(users: string): boolean {
  const lives = readdirSync(users).map((name) => holderOf(join(users, name)));
  return lives.some((life) => life && isAlive(life));
}
