import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { civilDateOf, instantOf } from '@/lib/time/civil';
import type { NoticeChannel } from './channel';
import { everyChannelSetUp } from './push/allowed';

export interface ChannelState {
  channel: NoticeChannel;
  setUp: boolean;
  sentToday: number;
  /** Tries of today that came to nothing. */
  failedToday: number;
  lastSentAt: Date | null;
}

/** What each way to residents did today, for administration; numbers alone. */
export async function readChannels(
  zone: string,
): Promise<{ at: Date; waiting: number; channels: ChannelState[] }> {
  const at = await databaseClock(db());
  const today = instantOf(civilDateOf(at, zone), '00:00', zone);
  const [rows, last, waiting, setUp] = await Promise.all([
    db().delivery.groupBy({
      by: ['channel', 'outcome'],
      where: { at: { gte: today } },
      _count: true,
    }),
    db().$queryRaw<{ channel: string; at: Date }[]>`
      SELECT channel, max(at) AS at FROM "Delivery" WHERE outcome = 'sent'
        AND at > clock_timestamp() - interval '30 days' GROUP BY channel`,
    db().notice.count({ where: { settledAt: null, voiceId: { not: null } } }),
    everyChannelSetUp(db()),
  ]);
  const count = (channel: string, sent: boolean) =>
    rows
      .filter((it) => it.channel === channel && (it.outcome === 'sent') === sent)
      .reduce((sum, it) => sum + it._count, 0);
  const channels = (['sms', 'email', 'push'] as const).map((channel) => ({
    channel,
    setUp: setUp.includes(channel),
    sentToday: count(channel, true),
    failedToday: count(channel, false),
    lastSentAt: last.find((it) => it.channel === channel)?.at ?? null,
  }));
  return { at, waiting, channels };
}
