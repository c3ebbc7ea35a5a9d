import { decrypt } from '@/lib/contacts/cipher';
import { type Database, db, planned } from '@/lib/db/client';
import { type Choice, channelsSetUp, type NoticeChannel } from './channel';
import { type Device, openDevice } from './push/devices';

/** Every way that leads to a Voice, and what they chose. */
export interface Reach {
  phone: string | null;
  email: string | null;
  /** Devices that are told of the case, the oldest first. */
  devices: Device[];
  choice: Choice | null;
  /** Every way this installation can send by. */
  setUp: NoticeChannel[];
}

interface Kept {
  phone: string | null;
  email: string | null;
  choice: Choice | null;
  push: boolean;
  devices: { id: string; sealed: string | null }[];
}

/** In one statement: each notice asks, and each page of a case of whoever follows it. */
export async function readReach(voiceId: string, database: Database = db()): Promise<Reach> {
  const [kept] = await database.$queryRaw<Kept[]>`${planned}
    SELECT k.phone, k.email, c.channel AS choice, i."pushAllowedAt" IS NOT NULL AS push,
      (SELECT coalesce(json_agg(json_build_object('id', d.id, 'sealed', d.sealed) ORDER BY d."createdAt", d.id), '[]')
        FROM "PushSubscription" d WHERE d."voiceId" = ${voiceId}::uuid AND d."endedAt" IS NULL) AS devices
    FROM "Installation" i LEFT JOIN "Contact" k ON k."voiceId" = ${voiceId}::uuid
      LEFT JOIN "NoticeChoice" c ON c."voiceId" = ${voiceId}::uuid
    WHERE i.id = 1`;
  if (!kept) throw new Error('there is no installation');
  const open = (sealed: string | null) => (sealed ? decrypt(sealed, voiceId) : null);
  return {
    phone: open(kept.phone),
    email: open(kept.email),
    devices: kept.devices.map((it) => openDevice(it, voiceId)),
    choice: kept.choice,
    setUp: [...channelsSetUp(), ...(kept.push ? (['push'] as const) : [])],
  };
}
