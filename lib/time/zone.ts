import { IANAZone } from 'luxon';

export const DAY = 86_400_000;

/** What a wall clock shows: whole days since 1970-01-01, and milliseconds since midnight. */
export interface WallClock {
  day: number;
  millis: number;
}

interface KnownZone {
  zone: IANAZone;
  /** UTC day → offset in milliseconds, NaN where the offset changes within that day. */
  offsets: Map<number, number>;
}

/** Some fifty years of days: ample for one city's records, and a bound on the memory. */
const MOST_DAYS = 20_000;
const knownZones = new Map<string, KnownZone>();

function knownZone(name: string): KnownZone {
  const known = knownZones.get(name);
  if (known) return known;
  const zone = IANAZone.create(name);
  if (!zone.isValid) throw new RangeError(`Unknown time zone: ${name}`);
  const fresh = { zone, offsets: new Map<number, number>() };
  knownZones.set(name, fresh);
  return fresh;
}

/**
 * Milliseconds to add to UTC for wall time at this instant.
 * The answer is kept per day, because asking the zone database costs more than all other date work;
 * a day whose two ends agree has one offset (no zone goes and returns within a day).
 */
function offsetAt(instant: number, name: string): number {
  if (!Number.isFinite(instant)) throw new RangeError('Not an instant');
  const { zone, offsets } = knownZone(name);
  const day = Math.floor(instant / DAY);
  let offset = offsets.get(day);
  if (offset === undefined) {
    const first = zone.offset(day * DAY);
    const last = zone.offset((day + 1) * DAY - 1);
    offset = first === last ? first * 60_000 : Number.NaN;
    if (offsets.size >= MOST_DAYS) offsets.clear();
    offsets.set(day, offset);
  }
  return Number.isNaN(offset) ? zone.offset(instant) * 60_000 : offset;
}

/** What the wall clock of `zone` shows at this instant. Throws RangeError for an unknown zone. */
export function wallClockOf(at: Date, zone: string): WallClock {
  const local = at.getTime() + offsetAt(at.getTime(), zone);
  const day = Math.floor(local / DAY);
  return { day, millis: local - day * DAY };
}

/**
 * The instant at which the wall clock of `zone` shows this.
 * A time shown twice (clocks put back) means the first; one never shown (put forward) means as much
 * after the change as it would have been before.
 */
export function instantAt({ day, millis }: WallClock, zone: string): Date {
  const local = day * DAY + millis;
  const before = offsetAt(local - DAY, zone);
  const after = offsetAt(local + DAY, zone);
  const early = local - before;
  const late = local - after;
  const changed = before !== after && offsetAt(early, zone) !== before;
  return new Date(changed && offsetAt(late, zone) === after ? late : early);
}
