import { db } from '@/lib/db/client';
import { now } from '@/lib/time/now';
import { installCast } from './install-cast';
import { act } from './scene';
import { scenes } from './scenes';

/** The playable county. Leaves alone a database in which anything has been filed. */
export async function seedDemo(): Promise<void> {
  if (await db().appeal.findFirst({ select: { id: true } })) return;
  const cast = await installCast();
  const at = now();
  for (const scene of [...scenes].sort((a, b) => b.ago - a.ago)) await act(scene, cast, at);
}
