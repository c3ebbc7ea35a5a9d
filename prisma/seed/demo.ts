import { db } from '@/lib/db/client';
import { settings } from '@/lib/env';
import { civilDateOf } from '@/lib/time/civil';
import { now } from '@/lib/time/now';
import { installAnswers } from './answers';
import { countyScenes } from './county-scenes';
import { deskScenes } from './desk-scenes';
import { handedOverScenes } from './handed-over-scenes';
import { heldScenes } from './held-scenes';
import { installCast } from './install-cast';
import { installCatalogue } from './install-catalogue';
import { installCounty } from './install-county';
import { recusedScenes } from './recused-scenes';
import { act, type Scene, startOf } from './scene';
import { scenes } from './scenes';
import { watchedScenes } from './watched-scenes';
import { whistleScenes } from './whistle-scenes';

/** Appeals played at the same time. */
const atOnce = 8;

/** The playable county. Leaves alone a database in which anything has been filed. */
export async function seedDemo(): Promise<void> {
  if (await db().appeal.findFirst({ select: { id: true } })) return;
  const at = now();
  const cast = await installCounty(await installCast(), at);
  const days = byDay(
    [
      ...scenes,
      ...watchedScenes(at),
      ...heldScenes(at),
      ...whistleScenes(at),
      ...handedOverScenes(at),
      ...deskScenes(at),
      ...recusedScenes(at),
      ...countyScenes(at),
    ],
    at,
  ).values();
  const playDays = async () => {
    for (const day of days) for (const scene of day) await act(scene, cast, at);
  };
  await Promise.all(Array.from({ length: atOnce }, playDays));
  await installCatalogue(cast, at);
  await installAnswers(cast, at);
  // The notices of a whole year were written within seconds: nobody has to read them as new.
  await db().person.updateMany({ data: { noticesSeenAt: now() } });
  // These residents are made up, their numbers may be somebody's: nothing that was played is sent,
  // nor what falls due with it later.
  await db().notice.updateMany({
    where: { voiceId: { not: null }, settledAt: null },
    data: { settledAt: now(), outcome: 'noChannel' },
  });
  const voices = await db().voice.findMany({ select: { id: true } });
  await db().noticeChoice.createMany({
    data: voices.map(({ id }) => ({ voiceId: id, channel: 'none', at: now() })),
  });
}

/** Case numbers count up within a civil day: those of one day are filed one after another. */
function byDay(list: readonly Scene[], at: Date): Scene[][] {
  const zone = settings().timeZone;
  const days = new Map<string, Scene[]>();
  for (const scene of list.toSorted((a, b) => b.ago - a.ago)) {
    const on = civilDateOf(startOf(scene, at), zone);
    const day = days.get(on);
    if (day) day.push(scene);
    else days.set(on, [scene]);
  }
  return [...days.values()].toSorted((a, b) => b.length - a.length);
}
