import { createHmac } from 'node:crypto';
import { addressIn, networkOf } from '@/lib/auth/address';
import { keyFor } from '@/lib/auth/keys';
import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { log } from '@/lib/log';

/** Where a request came from, in keyed hashes: the same place gives the same hash, and no hash gives a place. */
export interface Trace {
  /** Of what one customer of a network has: an IPv4 address, or the first 64 bits of an IPv6 address. */
  network: string;
  /** Of that and of what the browser calls itself. */
  device: string;
}

const hash = (...parts: string[]): string =>
  createHmac('sha256', keyFor('traces')).update(parts.join('\n')).digest('base64url');

/** Null where nobody knows where the request came from. */
export function traceOf(
  forwardedFor: string | null | undefined,
  userAgent: string | null | undefined,
): Trace | null {
  const address = addressIn(forwardedFor);
  if (address === 'unknown') return null;
  const network = networkOf(address);
  return { network: hash('network', network), device: hash('device', network, userAgent ?? '') };
}

/**
 * Notes where the verdict a Voice has just given came from. It comes after the verdict, which stands whatever
 * becomes of this: a trace that is missing takes nothing from anybody.
 */
export async function noteTrace(voiceId: string, trace: Trace | null): Promise<void> {
  if (!trace) return;
  try {
    const at = await databaseClock(db());
    await db().$executeRaw`
      INSERT INTO "VerdictTrace" ("verdictId", network, device, at)
      SELECT v.id, ${trace.network}, ${trace.device}, ${at} FROM "Verdict" v
      WHERE v."voiceId" = ${voiceId}::uuid AND NOT EXISTS (
        SELECT FROM "VerdictTrace" t WHERE t."verdictId" = v.id)
      ORDER BY v.at DESC, v.seq DESC LIMIT 1
      ON CONFLICT DO NOTHING`;
  } catch (error) {
    log.warn({ err: error }, 'where a verdict came from was not noted');
  }
}

/** Days for which it is known where a verdict or a session came from: a quarter, and time to judge it. */
const keptDays = 120;

/**
 * Forgets where verdicts and sessions came from.
 *
 * @returns how many.
 */
export async function sweepTraces(): Promise<number> {
  const verdicts = await db().$executeRaw`
    DELETE FROM "VerdictTrace" WHERE at < clock_timestamp() - make_interval(days => ${keptDays}::int)`;
  const sessions = await db().$executeRaw`
    UPDATE "Session" SET trace = NULL
    WHERE trace IS NOT NULL AND "createdAt" < clock_timestamp() - make_interval(days => ${keptDays}::int)`;
  return verdicts + sessions;
}
