import { cardOf, extendClock, pauseClock, resumeClock } from '@/lib/sla/clock';
import type { Limit } from '@/lib/sla/limit';
import { type ClockStep, recountClock, stepsOf } from '@/lib/sla/recompute';
import type { CaseFile } from './case-file';
import type { ClockRow } from './records';
import type { Context, Follow } from './transition';

/** A clock's own limit, as it was copied onto it. */
export const limitOf = ({ amount, unit, source }: Limit): Limit => ({ amount, unit, source });

/** What happened to a clock since it started, in order. */
export const historyOf = (file: CaseFile, clock: ClockRow): ClockStep[] =>
  stepsOf(
    file.pauses.filter((it) => it.clockId === clock.id),
    file.extensions.filter((it) => it.clockId === clock.id),
  );

/** The clock under the newest calendar; the same one where it is under it already. */
export function recounted(clock: ClockRow, file: CaseFile, { rules, at }: Context): ClockRow {
  const { calendar } = rules;
  if (clock.stoppedAt || clock.calendarVersion >= calendar.version) return clock;
  const times = recountClock(clock, historyOf(file, clock), limitOf(clock), calendar);
  return withCard({ ...clock, ...times, calendarVersion: calendar.version }, clock, at);
}

/** A clock that neither stops nor begins: extended, paused, resumed or counted again. */
export function movedClock(
  clock: ClockRow,
  before: CaseFile,
  after: CaseFile,
  follow: Follow,
  context: Context,
): ClockRow {
  const { at, rules } = context;
  const fresh = follow.recount ? recounted(clock, before, context) : clock;
  if (fresh.kind !== 'promise') return fresh;
  const was = before.appeal.status === 'parked';
  const is = after.appeal.status === 'parked';
  if (!follow.extend && was === is) return fresh;
  // Under an older calendar it is counted again first, or the days to come would be the old ones.
  const present = recounted(fresh, before, context);
  const limit = limitOf(present);
  let times: ClockRow = present;
  if (follow.extend) {
    times = { ...times, ...extendClock(times, at, follow.extend, limit, rules.calendar) };
  }
  if (is && !was) times = { ...times, ...pauseClock(times, at, limit, rules.calendar) };
  if (was && !is) {
    times = { ...times, ...resumeClock(times, follow.resumedAt ?? at, limit, rules.calendar) };
  }
  return withCard({ ...times, calendarVersion: rules.calendar.version }, present, at);
}

/** A date moved away takes back what is no longer true, so that a card can be given again when it is due. */
function withCard(clock: ClockRow, old: ClockRow, at: Date): ClockRow {
  const later = clock.dueAt && (!old.dueAt || clock.dueAt > old.dueAt);
  if (!later || !clock.card) return clock;
  const due = cardOf(clock, at);
  return { ...clock, card: due === 'none' ? null : due };
}
