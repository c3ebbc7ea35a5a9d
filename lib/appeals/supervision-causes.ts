import { workingDaysBetween } from '@/lib/sla/calendar';
import { cardOf } from '@/lib/sla/clock';
import { addDays, civilDateOf, instantOf } from '@/lib/time/civil';
import { type CaseFile, handOversOf, roundOf, runningClock, unsolvedRounds } from './case-file';
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
      return !!promise && !promise.outcome && cardOf(promise, at) === 'red';
    case 'overdue': {
      // One that an import marked late warns of nothing any more.
      if (!promise?.dueAt || promise.outcome || promise.dueAt >= at) return false;
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
 * Whether what a rule orders has been ordered already: the case is at that level or above, or was when a
 * person released it in this round. Silence may be ordered again, being a new one. That somebody was
 * pressed is asked for itself: no other order answers it, and only a release after the last such word does.
 */
export function alreadyOrdered({ cause, level }: Rule, file: CaseFile): boolean {
  if (cause === 'pressed') {
    const said = file.pressures.filter((it) => it.pressed).map((it) => it.at.getTime());
    const last = Math.max(...said);
    return file.supervisions.some(
      (it) => it.cause === 'pressed' && (it.releasedAt === null || it.releasedAt.getTime() >= last),
    );
  }
  const since = roundOf(file).startedAt;
  return file.supervisions.some(
    (it) =>
      it.level >= level &&
      (it.releasedAt === null || (it.releasedAt >= since && it.cause !== 'silent')),
  );
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
