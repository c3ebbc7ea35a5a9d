import { db, type Transaction } from '@/lib/db/client';
import { settings } from '@/lib/env';
import { lookupHashes } from './cipher';

/** A keyed hash as it stands in the database, and what is to stand there. */
export interface Rehashed {
  before: string;
  now: string;
}

/**
 * Has everything that is kept of these telephones, addresses or devices stand under the hash of now, so that whoever
 * looks for them next finds all of it, and whoever compares two rows of one person finds them alike. Before any of them is looked for
 * or written; without a secret of before it does nothing.
 */
export async function underOneHash(values: readonly (string | null | undefined)[]): Promise<void> {
  if (!settings().secretBefore) return;
  const moves = values.flatMap((value) => {
    const [now, before] = value ? lookupHashes(value) : [];
    return now && before ? [{ now, before }] : [];
  });
  await moveHashes(moves);
}

/**
 * Puts hashes of now in the place of those of before, in all tables at once: one person's rows never stand under two. Those who move
 * others at the same time wait.
 *
 * @returns how many rows it changed.
 */
export async function moveHashes(moves: readonly Rehashed[]): Promise<number> {
  if (moves.length === 0) return 0;
  return db().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('huiyin: hashes'))`;
    return move(transaction, moves);
  });
}

async function move(transaction: Transaction, moves: readonly Rehashed[]): Promise<number> {
  const before = moves.map((it) => it.before);
  const now = moves.map((it) => it.now);
  const contacts = await transaction.$executeRaw`
    WITH made AS (SELECT * FROM unnest(${before}::text[], ${now}::text[]) AS made (before, now)),
    held AS (
      SELECT c."voiceId", c."phoneHash", c."emailHash", p.now AS phone, e.now AS email FROM "Contact" c
      LEFT JOIN made p ON p.before = c."phoneHash" LEFT JOIN made e ON e.before = c."emailHash"
      WHERE c."phoneHash" = ANY(${before}) OR c."emailHash" = ANY(${before}))
    UPDATE "Contact" k SET "phoneHash" = coalesce(held.phone, k."phoneHash"),
      "emailHash" = coalesce(held.email, k."emailHash")
    FROM held WHERE k."voiceId" = held."voiceId" AND k."phoneHash" IS NOT DISTINCT FROM held."phoneHash"
      AND k."emailHash" IS NOT DISTINCT FROM held."emailHash"`;
  // Those for a number that stands in no case stay as they are: nobody is shown them.
  const searches = await transaction.$executeRaw`
    UPDATE "Lookup" l SET "phoneHash" = made.now
    FROM unnest(${before}::text[], ${now}::text[]) AS made (before, now) WHERE l."phoneHash" = made.before
      AND EXISTS (SELECT FROM "Contact" k WHERE k."phoneHash" = made.now)
      AND NOT EXISTS (SELECT FROM "Contact" k WHERE k."phoneHash" = made.before)`;
  const codes = await transaction.$executeRaw`
    UPDATE "EntryCode" c SET "contactHash" = made.now
    FROM unnest(${before}::text[], ${now}::text[]) AS made (before, now) WHERE c."contactHash" = made.before`;
  // A process with the secret of before may have told a device a second time that was told already.
  await transaction.$executeRaw`
    UPDATE "PushSubscription" s SET "endedAt" = date_trunc('milliseconds', clock_timestamp()), sealed = NULL,
      "endpointHash" = NULL
    FROM unnest(${before}::text[], ${now}::text[]) AS made (before, now)
    WHERE s."endpointHash" = made.before AND s."endedAt" IS NULL AND EXISTS (
      SELECT FROM "PushSubscription" t WHERE t."voiceId" = s."voiceId" AND t."endpointHash" = made.now
        AND t."endedAt" IS NULL)`;
  const devices = await transaction.$executeRaw`
    UPDATE "PushSubscription" s SET "endpointHash" = made.now
    FROM unnest(${before}::text[], ${now}::text[]) AS made (before, now) WHERE s."endpointHash" = made.before`;
  return contacts + searches + codes + devices;
}
