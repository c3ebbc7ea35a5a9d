import { DAY, instantAt, wallClockOf } from '@/lib/time/zone';
import type { Dice } from '@/prisma/seed/dice';

const minutes = (hour: number, minute = 0): number => (hour * 60 + minute) * 60_000;

/** From when until when somebody acts, in milliseconds after midnight. */
const spans = {
  /** Hotline and whoever is on call. */
  onCall: [0, DAY],
  staff: [minutes(8, 10), minutes(18, 50)],
  resident: [minutes(6, 40), minutes(22, 50)],
} as const;

export type Waking = keyof typeof spans;

const HOUR = 3_600_000;

/**
 * So many hours after `from`, at a time at which people of that kind act: what would fall into the night
 * falls into the hour after they begin.
 */
export function laterBy(
  from: number,
  [least, most]: readonly [number, number],
  who: Waking,
  zone: string,
  roll: Dice,
): number {
  const wanted = Math.floor(from + roll.between(least, most) * HOUR);
  const [opens, closes] = spans[who];
  if (opens === 0 && closes === DAY) return wanted;
  const { day, millis } = wallClockOf(new Date(wanted), zone);
  if (millis >= opens && millis <= closes) return wanted;
  const soon = Math.floor(roll.between(0.02, 0.9) * HOUR);
  return instantAt({ day: millis < opens ? day : day + 1, millis: opens + soon }, zone).getTime();
}
