import { addDays, civilDateOf, instantOf } from '@/lib/time/civil';
import type { Dice } from './dice';
import { type Scene, startOf } from './scene';

const hour = 3_600_000;

/**
 * A moment so many days before, between half past six in the morning and ten at night. Where none of those
 * days is in season, one of the whole year is.
 */
export function momentOf(
  at: Date,
  zone: string,
  [from, to]: readonly [number, number],
  roll: Dice,
  inSeason: (moment: Date) => boolean = () => true,
): Date {
  const on = addDays(civilDateOf(at, zone), -Math.round(roll.between(from, to)));
  const dawn = instantOf(on, '06:30', zone).getTime();
  const moment = new Date(dawn + roll.next() ** 1.3 * 15.5 * hour);
  return inSeason(moment) ? moment : momentOf(at, zone, [9, 360], roll, inSeason);
}

/** Somebody is at the counter. */
export const inOffice = (moment: Date, zone: string): boolean =>
  isBetween(moment, '08:30', '17:30', zone);

function isBetween(moment: Date, from: string, until: string, zone: string): boolean {
  const on = civilDateOf(moment, zone);
  return moment >= instantOf(on, from, zone) && moment <= instantOf(on, until, zone);
}

/** The scene with what staff would have done in the small hours done the evening before. */
export function awake(scene: Scene, at: Date, zone: string): Scene {
  const start = startOf(scene, at);
  let last = 0;
  const acts = scene.acts.map((act) => {
    const moment = new Date(start.getTime() + act.after * hour);
    const asleep = act.by !== 'voice' && isBetween(moment, '00:00', '07:20', zone);
    const evening = instantOf(addDays(civilDateOf(moment, zone), -1), '20:10', zone);
    const after = asleep ? (evening.getTime() - start.getTime()) / hour : act.after;
    last = Math.max(after, Math.min(last + 0.1, act.after));
    return { ...act, after: last };
  });
  return { ...scene, acts };
}
