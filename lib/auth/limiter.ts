import { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { appDatabaseUrl } from '@/lib/env';
import { log } from '@/lib/log';
import { noteInAnswer } from '@/lib/request-at-hand';
import { now } from '@/lib/time/now';

const kept = globalThis as { limiterPoolOfHuiyin?: Pool };

/** Counters must outlive a transaction that is undone, hence connections of their own. */
function pool(): Pool {
  if (!kept.limiterPoolOfHuiyin) {
    const made = new Pool({
      connectionString: appDatabaseUrl(),
      max: 2,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 15_000,
    });
    made.on('error', (error) => log.warn({ error: error.message }, 'counter connection lost'));
    kept.limiterPoolOfHuiyin = made;
  }
  return kept.limiterPoolOfHuiyin;
}

export async function closeLimiter(): Promise<void> {
  await kept.limiterPoolOfHuiyin?.end();
  delete kept.limiterPoolOfHuiyin;
}

export type Allowed = { ok: true; left: number } | { ok: false; until: Date };

/** Whole minutes to wait, at least one: for words. */
export const minutesUntil = (until: Date): number =>
  Math.max(1, Math.ceil((until.getTime() - now().getTime()) / 60_000));

export interface Limit {
  /** Uses one of the key's tries; beyond the last, says when there will be more. */
  take(key: string): Promise<Allowed>;
  /** Gives one try back. */
  giveBack(key: string): Promise<void>;
  /** All tries are there again. */
  forget(key: string): Promise<void>;
}

/**
 * At most `tries` within `minutes` for each key, in all processes together. Counted before the deed,
 * so that a hundred attempts at once are a hundred.
 */
export function limit(name: string, tries: number, minutes: number): Limit {
  let made: RateLimiterPostgres | undefined;
  const limiter = () => {
    made ??= new RateLimiterPostgres({
      storeClient: pool(),
      storeType: 'pool',
      tableName: 'Attempt',
      tableCreated: true,
      keyPrefix: name,
      points: tries,
      duration: minutes * 60,
    });
    return made;
  };
  return {
    async take(key) {
      try {
        return { ok: true, left: (await limiter().consume(key)).remainingPoints };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        noteInAnswer({ refusal: `limit ${name}` });
        return { ok: false, until: new Date(now().getTime() + refusal.msBeforeNext) };
      }
    },
    async giveBack(key) {
      await limiter().reward(key);
    },
    async forget(key) {
      await limiter().delete(key);
    },
  };
}
