import { settings } from '@/lib/env';
import { smsGateways } from './sms/gateway';

export type NoticeChannel = 'sms' | 'email';
export type Choice = NoticeChannel | 'none';

/** A telephone that takes text messages: a landline does not. */
export const takesSms = (phone: string | null | undefined): boolean =>
  /^1[3-9]\d{9}$/.test(phone ?? '');

/** What a Voice left, as far as it can be written to. */
export interface Reachable {
  phone: string | null;
  email: string | null;
}

/** What this installation can send by. */
export const channelsSetUp = (): NoticeChannel[] => [
  ...(smsGateways().length > 0 ? (['sms'] as const) : []),
  ...(settings().smtpUrl && settings().mailFrom ? (['email'] as const) : []),
];

/**
 * By which way a Voice is told: what they chose, else a message where they left a mobile number, else
 * e-mail. unwanted: they want to be told nothing · null: there is no way.
 */
export function channelFor(
  { phone, email }: Reachable,
  choice: Choice | null,
  setUp: readonly NoticeChannel[],
): NoticeChannel | 'unwanted' | null {
  if (choice === 'none') return 'unwanted';
  const open = setUp.filter((it) => (it === 'sms' ? takesSms(phone) : email !== null));
  if (choice) return open.includes(choice) ? choice : null;
  return open.includes('sms') ? 'sms' : (open[0] ?? null);
}
