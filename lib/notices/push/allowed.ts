import { recordChange } from '@/lib/audit/record-change';
import { type Database, db } from '@/lib/db/client';
import type { PersonActor, VoiceActor } from '@/lib/people/actor';
import { channelsSetUp, type NoticeChannel } from '../channel';
import { deviceDigests, endEveryDevice, everyDeviceCount } from './devices';
import { vapidKeys } from './vapid';

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

/** What the page of a case needs to tell a device: its key, and the devices told; null while it is not allowed. */
export async function readOwnDevices(
  actor: VoiceActor,
): Promise<{ applicationKey: string; digests: string[] } | null> {
  if (!(await pushAllowed(db()))) return null;
  return { applicationKey: vapidKeys().publicKey, digests: await deviceDigests(actor) };
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
  await db().$transaction(async (transaction) => {
    const [row] = await transaction.$queryRaw<{ name: string; was: boolean }[]>`
      SELECT name, "pushAllowedAt" IS NOT NULL AS was FROM "Installation" WHERE id = 1 FOR UPDATE`;
    if (!row || row.was === allowed) return;
    await transaction.$executeRaw`
      UPDATE "Installation" SET "pushAllowedAt" =
        CASE WHEN ${allowed} THEN date_trunc('milliseconds', clock_timestamp()) END WHERE id = 1`;
    const devices = allowed ? 0 : await endEveryDevice(transaction);
    await recordChange(transaction, actor, {
      subject: 'installation',
      subjectId: '1',
      name: row.name,
      action: 'changed',
      before: { webPush: row.was, ...(!allowed && { devices }) },
      after: { webPush: allowed, ...(!allowed && { devices: 0 }) },
    });
  });
}
