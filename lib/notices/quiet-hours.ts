import { addDays, civilDateOf, instantOf, millisOfTime } from '@/lib/time/civil';

/**
 * When a message that is not urgent may go out: now, or at the end of the quiet hours in which it falls.
 *
 * @param quiet two times of day, `21:00-08:00`, or `none`.
 */
export function afterQuietHours(at: Date, quiet: string, zone: string): Date {
  const [from = '', until = ''] = quiet.split('-');
  if (!until || from === until) return at;
  const on = civilDateOf(at, zone);
  const time = at.getTime() - instantOf(on, '00:00', zone).getTime();
  const [begins, ends] = [millisOfTime(from), millisOfTime(until)];
  if (begins < ends) {
    return time >= begins && time < ends ? instantOf(on, until, zone) : at;
  }
  if (time < ends) return instantOf(on, until, zone);
  return time >= begins ? instantOf(addDays(on, 1), until, zone) : at;
}
