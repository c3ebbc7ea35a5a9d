import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { decrypt, encrypt, lookupHash } from '@/lib/contacts/cipher';
import { underOneHash } from '@/lib/contacts/one-hash';
import { type Database, db } from '@/lib/db/client';
import type { VoiceActor } from '@/lib/people/actor';

/** What a browser gives to be told by (RFC 8030, RFC 8291), base64url. */
export interface Address {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

export interface Device {
  id: string;
  address: Address;
}

/** Told of one case; with one more the oldest goes. */
const mostDevices = 4;

/** Rows of one Voice in a day, ended ones too: more is no resident with telephones. */
const mostADay = 20;

/**
 * Tells a device of the case from now on, and has that as the resident's choice. Sent twice it is one device.
 * off: administration does not allow it (any more) · tooMany: too often today.
 */
export async function addDevice(
  { voiceId }: VoiceActor,
  address: Address,
): Promise<'added' | 'off' | 'tooMany'> {
  await underOneHash([address.endpoint]);
  const endpointHash = lookupHash(address.endpoint);
  return db().$transaction(async (transaction) => {
    const [allowed] = await transaction.$queryRaw<{ at: Date; today: number }[]>`
      SELECT date_trunc('milliseconds', clock_timestamp()) AS at,
        (SELECT count(*)::int FROM "PushSubscription" WHERE "voiceId" = ${voiceId}::uuid
          AND "createdAt" > clock_timestamp() - interval '1 day') AS today
      FROM "Installation" WHERE id = 1 AND "pushAllowedAt" IS NOT NULL FOR SHARE`;
    if (!allowed) return 'off';
    const { at: createdAt, today } = allowed;
    if (today >= mostADay) return 'tooMany';
    const sealed = encrypt(JSON.stringify(address), voiceId);
    await transaction.$executeRaw`
      INSERT INTO "PushSubscription" (id, "voiceId", sealed, "endpointHash", "createdAt")
      VALUES (${newId()}::uuid, ${voiceId}::uuid, ${sealed}, ${endpointHash}, ${createdAt})
      ON CONFLICT ("voiceId", "endpointHash") WHERE "endedAt" IS NULL DO UPDATE SET sealed = EXCLUDED.sealed`;
    const rest = await transaction.pushSubscription.findMany({
      where: { voiceId, endedAt: null },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: mostDevices,
      select: { id: true },
    });
    await endDevices(
      transaction,
      rest.map((it) => it.id),
    );
    await transaction.$executeRaw`
      INSERT INTO "NoticeChoice" ("voiceId", channel, at) VALUES (${voiceId}::uuid, 'push', ${createdAt})
      ON CONFLICT ("voiceId") DO UPDATE SET channel = 'push', at = EXCLUDED.at`;
    return 'added';
  });
}

/** Ends it for this case. Answers whether the device is still told of another, so that its browser keeps it. */
export async function removeDevice({ voiceId }: VoiceActor, endpoint: string): Promise<boolean> {
  await underOneHash([endpoint]);
  const endpointHash = lookupHash(endpoint);
  const rows = await db().pushSubscription.findMany({
    where: { endpointHash, endedAt: null },
    select: { id: true, voiceId: true },
  });
  const own = rows.filter((it) => it.voiceId === voiceId);
  await endDevices(
    db(),
    own.map((it) => it.id),
  );
  return rows.length > own.length;
}

/** As it is kept, readable. */
export const openDevice = (
  { id, sealed }: { id: string; sealed: string | null },
  voiceId: string,
): Device => ({ id, address: JSON.parse(decrypt(sealed ?? '', voiceId)) });

/** SHA-256 of each endpoint, base64: by it a browser knows itself, and nobody learns where another is told. */
export const digestsOf = (devices: readonly Device[]): string[] =>
  devices.map((it) => createHash('sha256').update(it.address.endpoint).digest('base64'));

/** How many devices are told of anything. */
export const everyDeviceCount = (): Promise<number> =>
  db().pushSubscription.count({ where: { endedAt: null } });

export async function endDevices(database: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await database.$executeRaw`
    UPDATE "PushSubscription" SET "endedAt" = date_trunc('milliseconds', clock_timestamp()),
      sealed = NULL, "endpointHash" = NULL
    WHERE id = ANY(${ids}::uuid[]) AND "endedAt" IS NULL`;
}

export function endEveryDevice(database: Database): Promise<number> {
  return database.$executeRaw`
    UPDATE "PushSubscription" SET "endedAt" = date_trunc('milliseconds', clock_timestamp()),
      sealed = NULL, "endpointHash" = NULL
    WHERE "endedAt" IS NULL`;
}
