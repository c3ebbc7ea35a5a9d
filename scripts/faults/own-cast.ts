import type { PersonActor } from '@/lib/people/actor';
import type { Cast } from '@/prisma/seed/install-cast';
import { ownCounty } from '@/scripts/bench/own-county';

/** A fresh county with the cast in it; it goes when the script ends. */
export async function ownCast(): Promise<{ cast: Cast; ownerUrl: string }> {
  const { ownerUrl } = await ownCounty();
  const { installCast } = await import('@/prisma/seed/install-cast');
  return { cast: await installCast(), ownerUrl };
}

export function personOf(cast: Cast, login: string): PersonActor {
  const found = cast.actors.get(login);
  if (!found) throw new Error(`nobody is called ${login}`);
  return found;
}

export function unitOf(cast: Cast, code: string): string {
  const found = cast.units.get(code);
  if (!found) throw new Error(`no unit ${code}`);
  return found;
}

/** Pools keep a script alive and a server busy. */
export async function leaveDatabase(): Promise<void> {
  const { db } = await import('@/lib/db/client');
  await db().$disconnect();
}
