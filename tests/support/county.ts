import { v7 } from 'uuid';
import type { PersonActor } from '@/lib/people/actor';
import type { Cast } from '@/prisma/seed/install-cast';
import { ownDatabase } from './database';

/** A database of the file's own with reference data and the cast, for tests that play verbs. */

let cast: Cast | undefined;

/** The demo town in a database of its own in the cluster of the test run. */
export const ready = (): Promise<Cast> => readyIn(ownDatabase);

/** @param database makes the one it is in; scripts have no cluster of the test run. */
export async function readyIn(database: () => Promise<unknown>): Promise<Cast> {
  if (cast) return cast;
  await database();
  const { installReferenceData } = await import('@/prisma/seed/reference');
  const { installCast } = await import('@/prisma/seed/install-cast');
  await installReferenceData();
  cast = await installCast();
  return cast;
}

export function person(login: string): PersonActor {
  const found = cast?.actors.get(login);
  if (!found) throw new Error(`nobody is called ${login}, or ready() was not awaited`);
  return found;
}

export function unitId(code: string): string {
  const found = cast?.units.get(code);
  if (!found) throw new Error(`no unit ${code}, or ready() was not awaited`);
  return found;
}

export const newId = v7;
