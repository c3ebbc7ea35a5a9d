import { DAY } from '@/lib/time/zone';

const MINUTE = 60_000;
const two = (value: number): string => String(value).padStart(2, '0');
const minutes = Array.from(
  { length: 1440 },
  (_, nth) => `T${two(Math.floor(nth / 60))}:${two(nth % 60)}:`,
);

const dates = new Map<number, string>();

function dateOf(day: number): string {
  const known = dates.get(day);
  if (known) return known;
  const fresh = new Date(day * DAY).toISOString().slice(0, 10);
  dates.set(day, fresh);
  return fresh;
}

/** `toISOString` for the same few thousand days again and again. */
export function instantsOf(at: number): string {
  const day = Math.floor(at / DAY);
  const within = at - day * DAY;
  const minute = Math.floor(within / MINUTE);
  const left = within - minute * MINUTE;
  const millis = left % 1000;
  return `${dateOf(day)}${minutes[minute]}${two((left - millis) / 1000)}.${String(millis).padStart(3, '0')}Z`;
}
