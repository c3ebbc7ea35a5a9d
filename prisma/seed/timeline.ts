import { addDays, civilDateOf, instantOf } from '@/lib/time/civil';
import type { Dice } from './dice';

const hour = 3_600_000;

/** Moments of one appeal, one after another, as hours after filing. */
export interface Timeline {
  /** So many hours later; staff who are not on call by night answer in the morning. */
  staff(from: number, to: number): number;
  /** So many hours later, never in the dead of night. */
  resident(from: number, to: number): number;
  /** So many hours later, whatever the hour. */
  any(from: number, to: number): number;
}

export function timeline(start: Date, zone: string, onCall: boolean, dice: Dice): Timeline {
  let at = start.getTime();
  const go = (from: number, to: number, opens: string, closes: string) => {
    at = awake(at + dice.between(from, to) * hour, opens, closes);
    return (at - start.getTime()) / hour;
  };
  /** The instant itself where it lies in waking hours, else soon after they begin. */
  const awake = (wanted: number, opens: string, closes: string): number => {
    const on = civilDateOf(new Date(wanted), zone);
    const begin = instantOf(on, opens, zone).getTime();
    if (wanted < begin) return begin + dice.between(0.02, 0.9) * hour;
    if (wanted <= instantOf(on, closes, zone).getTime()) return wanted;
    return instantOf(addDays(on, 1), opens, zone).getTime() + dice.between(0.02, 0.9) * hour;
  };
  const always = (from: number, to: number) => go(from, to, '00:00', '23:59');
  return {
    staff: (from, to) => (onCall ? go(from, to, '06:10', '23:10') : go(from, to, '08:20', '18:40')),
    resident: (from, to) => go(from, to, '06:40', '22:40'),
    any: always,
  };
}
