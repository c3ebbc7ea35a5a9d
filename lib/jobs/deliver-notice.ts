import { v7 as newId } from 'uuid';
import { readInstallation } from '@/lib/appeals/queries/front';
import { loadRules } from '@/lib/appeals/rules';
import { db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { settings } from '@/lib/env';
import { log } from '@/lib/log';
import type { NoticeChannel } from '@/lib/notices/channel';
import { mailer } from '@/lib/notices/mailer';
import { endDevices } from '@/lib/notices/push/devices';
import { type PushTry, sendPush } from '@/lib/notices/push/send-push';
import { afterQuietHours } from '@/lib/notices/quiet-hours';
import { nextTry, retriesMs, staleMs, triesInAnHour } from '@/lib/notices/retries';
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
 * Settles one row of the outbox. Staff read theirs in the application: theirs come settled, but for those the
 * release before wrote. A resident's is sent while its row is locked: where the worker dies after the gateway took it and
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

/** What asking once, by one way or by one after another, came to. */
interface Round {
  tries: Attempt[];
  /** waits: the way that is left is a text message, in quiet hours. */
  outcome: 'sent' | 'refused' | 'failed' | 'waits';
  /** Not to be asked again before. */
  notBefore: Date | null;
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
  const past = all.filter((it) => !notice.againAt || it.at >= notice.againAt) as Attempt[];
  const since = notice.againAt ?? notice.createdAt;
  if (past.length === 0 && at.getTime() - since.getTime() > staleMs) return settled('late');
  const pushed = past.some((it) => it.channel === 'push' && it.outcome === 'sent');
  // Told on one device while another could not be reached, and since then none is left.
  if (pushed && composed.channel !== 'push') return settled('sent');
  const round = await ask(transaction, notice, composed, { past, at, ...place });
  const now = await databaseClock(transaction);
  await transaction.delivery.createMany({
    data: round.tries.map((it, nth) => ({
      id: newId(),
      noticeId: notice.id,
      attempt: all.length + nth + 1,
      ...it,
      at: now,
    })),
  });
  if (round.outcome === 'sent' || round.outcome === 'refused') return settled(round.outcome);
  if (round.outcome === 'waits' && round.notBefore) return later(round.notBefore);
  const last = round.tries.at(-1);
  log.warn(
    { noticeId: notice.id, outcome: last?.outcome, code: last?.code },
    'a notice did not go',
  );
  const failures = triesOf(past) + 1;
  const again = nextTry(failures, now);
  const over = past[0] && now.getTime() - past[0].at.getTime() > retriesMs;
  if (again && !over) return later(latest(again, round.notBefore));
  // Of several devices one may have taken it while another could not be reached.
  const took = [...past, ...round.tries].some((it) => it.outcome === 'sent');
  return settled(took ? 'sent' : 'dead');
}

/** How often it was tried: what was asked at once, of several devices or gateways, is one try. */
const triesOf = (past: readonly PastTry[]): number =>
  new Set(past.map((it) => it.at.getTime())).size;

const latest = (a: Date, b: Date | null): Date => (b && b > a ? b : a);

interface Asking extends Sending {
  past: readonly Attempt[];
}

/**
 * By the way the notice takes. Where its devices are all gone or refuse it, or none could be reached in an hour
 * of tries, by the one that is left as well.
 */
async function ask(
  transaction: Transaction,
  notice: NoticeOfVoice,
  letters: Letters,
  asking: Asking,
): Promise<Round> {
  const opens = afterQuietHours(asking.at, settings().quietHours, asking.zone);
  if (letters.channel !== 'email' && !letters.urgent && opens > asking.at) {
    return { tries: [], outcome: 'waits', notBefore: opens };
  }
  const key = keyOf(notice);
  if (letters.channel !== 'push') {
    const own = asking.past.filter((it) => it.channel === letters.channel);
    const tries = await send(letters, key, own, asking.at);
    const last = tries.at(-1)?.outcome;
    const outcome = last === 'sent' || last === 'refused' ? last : 'failed';
    return { tries, outcome, notBefore: null };
  }
  const round = await askDevices(transaction, letters, key, asking);
  if (round.outcome !== 'refused' && !inVain(asking.past, round)) return round;
  const other = await composeLetter(transaction, notice, asking, 'push');
  if (typeof other === 'string') return round;
  const rest = await ask(transaction, notice, other, asking);
  return { ...rest, tries: [...round.tries, ...rest.tries] };
}

/** No device took it in an hour. One may have it without having said so: told twice is then the lesser evil. */
const inVain = (past: readonly Attempt[], { tries, outcome }: Round): boolean => {
  const pushed = past.filter((it) => it.channel === 'push');
  const took = [...pushed, ...tries].some((it) => it.outcome === 'sent');
  return outcome === 'failed' && !took && triesOf(pushed) >= triesInAnHour;
};

/** Sent once no device is left to ask and one has taken it; those that are gone are told no more. */
async function askDevices(
  transaction: Transaction,
  { devices, note, urgent }: Letters,
  key: string,
  { past, at }: Asking,
): Promise<Round> {
  const asked = await sendPush(note, devices, { key, urgent, past });
  const gone = asked.filter((it) => it.gone).map((it) => it.gateway);
  await endDevices(transaction, gone);
  const tries = asked.map(
    ({ gateway, outcome, code }): Attempt => ({
      channel: 'push',
      gateway,
      outcome,
      code,
      at,
    }),
  );
  const open = asked.some((it) => it.outcome === 'failed' || it.outcome === 'unknown');
  const took = [...past, ...tries].some((it) => it.channel === 'push' && it.outcome === 'sent');
  return {
    tries,
    outcome: open ? 'failed' : took ? 'sent' : 'refused',
    notBefore: awaited(asked, at),
  };
}

/** A service may ask to be left alone for a while, but not for longer than a notice is tried at all. */
function awaited(asked: readonly PushTry[], at: Date): Date | null {
  const longest = Math.max(0, ...asked.map((it) => it.retryAfter ?? 0));
  return longest ? new Date(at.getTime() + Math.min(longest * 1_000, retriesMs)) : null;
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
