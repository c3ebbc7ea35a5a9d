import { v7 as newId } from 'uuid';
import { readInstallation } from '@/lib/appeals/queries/front';
import { loadRules } from '@/lib/appeals/rules';
import { db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { settings } from '@/lib/env';
import { log } from '@/lib/log';
import type { NoticeChannel } from '@/lib/notices/channel';
import { mailer } from '@/lib/notices/mailer';
import { afterQuietHours } from '@/lib/notices/quiet-hours';
import { nextTry, retriesMs, staleMs } from '@/lib/notices/retries';
import { type PastTry, sendSms } from '@/lib/notices/sms/send-sms';
import { composeLetter, type Letters, type NoticeOfVoice, type Sending } from './compose-letter';

/** What became of a notice; null: another has it, it was settled before, or it is to wait. */
export type NoticeOutcome =
  | 'inApp'
  | 'noChannel'
  | 'unwanted'
  | 'left'
  | 'sent'
  | 'refused'
  | 'late'
  | 'dead';

/** A gateway may take its time, two of them twice; the row stays locked meanwhile, and nothing else does. */
const patience = { maxWait: 30_000, timeout: 120_000 };

/**
 * Settles one row of the outbox. Staff read theirs in the application, so theirs are delivered by being
 * there. A resident's is sent while its row is locked: where the worker dies after the gateway took it and
 * before the row says so, the next try sends it once more under the same key. Claiming it as sent
 * beforehand would lose notices instead.
 */
export async function deliverNotice(noticeId: string): Promise<NoticeOutcome | null> {
  const inApp = await db().$executeRaw`
    UPDATE "Notice" SET "settledAt" = date_trunc('milliseconds', clock_timestamp()), outcome = 'inApp'
    WHERE id = ${noticeId}::uuid AND "settledAt" IS NULL AND "voiceId" IS NULL`;
  if (inApp > 0) return 'inApp';
  const [installation, { calendar }] = await Promise.all([readInstallation(), loadRules()]);
  const place = { installation, zone: calendar.zone };
  return db().$transaction(async (transaction) => {
    const [notice] = await transaction.$queryRaw<NoticeOfVoice[]>`
      SELECT id, "appealId", seq, kind, "voiceId", "createdAt", "againAt" FROM "Notice"
      WHERE id = ${noticeId}::uuid AND "settledAt" IS NULL AND "voiceId" IS NOT NULL
        AND ("dueAt" IS NULL OR "dueAt" <= clock_timestamp()) FOR UPDATE SKIP LOCKED`;
    return notice ? deliver(transaction, notice, place) : null;
  }, patience);
}

interface Attempt extends PastTry {
  channel: NoticeChannel;
  code: string | null;
}

async function deliver(
  transaction: Transaction,
  notice: NoticeOfVoice,
  place: Omit<Sending, 'at'>,
): Promise<NoticeOutcome | null> {
  const at = await databaseClock(transaction);
  const settled = async (outcome: NoticeOutcome) => {
    const data = { settledAt: at, outcome, dueAt: null };
    await transaction.notice.update({ where: { id: notice.id }, data });
    return outcome;
  };
  const later = async (dueAt: Date) => {
    await transaction.notice.update({ where: { id: notice.id }, data: { dueAt } });
    return null;
  };
  const composed = await composeLetter(transaction, notice, { at, ...place });
  if (typeof composed === 'string') return settled(composed);
  const all = await transaction.delivery.findMany({
    where: { noticeId: notice.id },
    orderBy: { attempt: 'asc' },
  });
  const past = all.filter((it) => !notice.againAt || it.at >= notice.againAt);
  const since = notice.againAt ?? notice.createdAt;
  if (past.length === 0 && at.getTime() - since.getTime() > staleMs) return settled('late');
  if (composed.channel === 'sms' && !composed.urgent) {
    const opens = afterQuietHours(at, settings().quietHours, place.zone);
    if (opens > at) return later(opens);
  }
  const tries = await send(composed, keyOf(notice), past, at);
  const now = await databaseClock(transaction);
  await transaction.delivery.createMany({
    data: tries.map((it, nth) => ({
      id: newId(),
      noticeId: notice.id,
      attempt: all.length + nth + 1,
      ...it,
      at: now,
    })),
  });
  const last = tries.at(-1);
  if (last?.outcome === 'sent' || last?.outcome === 'refused') return settled(last.outcome);
  log.warn(
    { noticeId: notice.id, outcome: last?.outcome, code: last?.code },
    'a notice did not go',
  );
  const failures = new Set(past.map((it) => it.at.getTime())).size + 1;
  const again = nextTry(failures, now);
  const over = past[0] && now.getTime() - past[0].at.getTime() > retriesMs;
  return again && !over ? later(again) : settled('dead');
}

/** The same on every try; another once a person has it sent again, for then it is meant to go out again. */
const keyOf = ({ id, againAt }: NoticeOfVoice): string =>
  againAt ? `${id}-${againAt.getTime()}` : id;

async function send(
  { channel, to, text, letter }: Letters,
  key: string,
  past: readonly PastTry[],
  at: Date,
): Promise<Attempt[]> {
  if (channel === 'sms') {
    const tries = await sendSms({ to, text, key }, { past, at });
    return tries.map((it) => ({ channel, at, ...it }));
  }
  const sent = await mailer()?.send(to, letter, `notice-${key}`);
  const outcome = sent?.ok ? 'sent' : (sent?.why ?? 'failed');
  return [{ channel, at, gateway: 'smtp', outcome, code: sent && !sent.ok ? sent.code : null }];
}
