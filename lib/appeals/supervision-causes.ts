import { workingDaysBetween } from '@/lib/sla/calendar';
import { cardOf } from '@/lib/sla/clock';
import { addDays, civilDateOf, instantOf } from '@/lib/time/civil';
import { type CaseFile, handOversOf, runningClock, unsolvedRounds } from './case-file';
import { isOpen, type Status } from './lifecycle';
import type { Rules } from './transition';

/** Statuses in which somebody of the staff is expected to act; what is parked or answered may rest. */
export const actives: readonly Status[] = ['filed', 'dispatched', 'accepted', 'contacted'];

type Rule = Rules['supervision'][number];

/** Whether what a supervision rule names is true of this case now. What it asks in SQL, see lib/jobs. */
export function causeHolds(
  { cause, threshold }: Rule,
  file: CaseFile,
  at: Date,
  { calendar }: Rules,
): boolean {
  if (cause === 'pressed') return file.pressures.filter((it) => it.pressed).length >= threshold;
  if (!isOpen(file.appeal.status)) return false;
  const promise = runningClock(file, 'promise');
  switch (cause) {
    case 'redCard':
      return !!promise && cardOf(promise, at) === 'red';
    case 'overdue': {
      if (!promise?.dueAt || promise.dueAt >= at) return false;
      const due = civilDateOf(promise.dueAt, calendar.zone);
      return workingDaysBetween(calendar, due, civilDateOf(at, calendar.zone)) >= threshold;
    }
    case 'unsolvedRounds':
      return unsolvedRounds(file) >= threshold;
    case 'handOvers':
      return handOversOf(file) >= threshold;
    case 'silent':
      return (
        actives.includes(file.appeal.status) &&
        at.getTime() - file.appeal.lastAt.getTime() >= threshold * 86_400_000
      );
    default:
      return false;
  }
}

/**
 * The instant before which a promise must have been due to be this many working days overdue at `at`:
 * the same rule as above, for whoever looks for such cases.
 */
export function overdueSince(threshold: number, at: Date, calendar: Rules['calendar']): Date {
  if (threshold === 0) return at;
  const today = civilDateOf(at, calendar.zone);
  let due = today;
  while (workingDaysBetween(calendar, due, today) < threshold) due = addDays(due, -1);
  return instantOf(addDays(due, 1), '00:00', calendar.zone);
}
