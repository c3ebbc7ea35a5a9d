import { type Database, db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { changeInstallation } from '@/lib/installation/change-installation';
import type { PersonActor } from '@/lib/people/actor';
import { channelsSetUp, type NoticeChannel } from '../channel';
import { endEveryDevice, everyDeviceCount } from './devices';

/** Whether administration allows devices to be told; asked each time, for off means off at once. */
async function pushAllowed(database: Database): Promise<boolean> {
  const found = await database.installation.findUniqueOrThrow({
    where: { id: 1 },
    select: { pushAllowedAt: true },
  });
  return found.pushAllowedAt !== null;
}

/** Whether it is allowed, and how many devices are told, for administration. */
export async function readPush(): Promise<{ allowed: boolean; devices: number }> {
  const [allowed, devices] = await Promise.all([pushAllowed(db()), everyDeviceCount()]);
  return { allowed, devices };
}

/** Every way this installation can send by. */
export async function everyChannelSetUp(database: Database): Promise<NoticeChannel[]> {
  return [...channelsSetUp(), ...((await pushAllowed(database)) ? (['push'] as const) : [])];
}

/**
 * Allows Web Push, or ends it: then every device is forgotten in the same transaction, and whoever was told
 * there is told as if they had chosen nothing.
 */
export async function allowPush(actor: PersonActor, allowed: boolean): Promise<void> {
  await changeInstallation(actor, async (transaction, { pushAllowedAt }) => {
    const was = pushAllowedAt !== null;
    if (was === allowed) return null;
    await transaction.installation.update({
      where: { id: 1 },
      data: { pushAllowedAt: allowed ? await databaseClock(transaction) : null },
    });
    const devices = allowed ? 0 : await endEveryDevice(transaction);
    return {
      before: { webPush: was, ...(!allowed && { devices }) },
      after: { webPush: allowed, ...(!allowed && { devices: 0 }) },
    };
  });
}
