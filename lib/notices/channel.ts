import { settings } from '@/lib/env';
import { smsGateways } from './sms/gateway';

/** Ways that need a number or an address. */
export type ContactChannel = 'sms' | 'email';
export type NoticeChannel = ContactChannel | 'push';
export type Choice = NoticeChannel | 'none';

/** A telephone that takes text messages: a landline does not. */
export const takesSms = (phone: string | null | undefined): boolean =>
  /^1[3-9]\d{9}$/.test(phone ?? '');

/** What a Voice left, as far as it can be written to. */
export interface Reachable {
  phone: string | null;
  email: string | null;
  /** How many devices of theirs are told. */
  devices: number;
}

/** What this installation can send by to whoever left a number or an address. */
export const channelsSetUp = (): ContactChannel[] => [
  ...(smsGateways().length > 0 ? (['sms'] as const) : []),
  ...(settings().smtpUrl && settings().mailFrom ? (['email'] as const) : []),
];

/** The ways that lead to a Voice, of those set up. */
export function waysTo(
  { phone, email, devices }: Reachable,
  setUp: readonly NoticeChannel[],
): NoticeChannel[] {
  const leads = { sms: takesSms(phone), email: email !== null, push: devices > 0 };
  return setUp.filter((it) => leads[it]);
}

/**
 * By which way a Voice is told: what they chose, else a message where they left a mobile number, else
 * e-mail. A device may be gone tomorrow: where none is left it is as if nothing had been chosen.
 * unwanted: they want to be told nothing · null: there is no way.
 */
export function channelFor(
  reachable: Reachable,
  choice: Choice | null,
  setUp: readonly NoticeChannel[],
): NoticeChannel | 'unwanted' | null {
  if (choice === 'none') return 'unwanted';
  const open = waysTo(reachable, setUp);
  if (choice && open.includes(choice)) return choice;
  if (choice && choice !== 'push') return null;
  return (['sms', 'email', 'push'] as const).find((it) => open.includes(it)) ?? null;
}
