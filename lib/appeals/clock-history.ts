import { cardOf, extendClock, pauseClock, resumeClock } from '@/lib/sla/clock';
import type { Limit } from '@/lib/sla/limit';
import { type ClockStep, recountClock, replayClock, stepsOf } from '@/lib/sla/recompute';
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

/** A clock that neither stops nor begins: extended, or counted again. */
export function movedClock(
  clock: ClockRow,
  before: CaseFile,
  follow: Follow,
  context: Context,
): ClockRow {
  const fresh = follow.recount ? recounted(clock, before, context) : clock;
  if (fresh.kind !== 'promise' || !follow.extend) return fresh;
  const { at, rules } = context;
  const present = recounted(fresh, before, context);
  const times = extendClock(present, at, follow.extend, limitOf(present), rules.calendar);
  return withCard({ ...present, ...times, calendarVersion: rules.calendar.version }, present, at);
}

/** What a step did to the pauses of a clock, in order: when it came to stand still, when it ran again. */
function standsAndRuns(clockId: string, before: CaseFile, after: CaseFile) {
  const now = after.pauses.filter((it) => it.clockId === clockId);
  const open = before.pauses.filter((it) => it.clockId === clockId && !it.untilAt);
  const ends = open.flatMap(({ id }) => {
    const at = now.find((it) => it.id === id)?.untilAt;
    return at ? [{ at, by: -1 }] : [];
  });
  const begins = now
    .filter(({ id }) => !before.pauses.some((it) => it.id === id))
    .map(({ fromAt }) => ({ at: fromAt, by: 1 }));
  let count = open.length;
  // One that begins as another ends leaves no gap.
  return [...ends, ...begins]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || b.by - a.by)
    .flatMap(({ at, by }) => {
      const was = count > 0;
      count += by;
      if (was === count > 0) return [];
      return [{ at, what: was ? ('runs' as const) : ('stands' as const) }];
    });
}

/** It stands still from the very instant it began to run: it never ran, and gains no day off by it. */
function goesOnStanding({ id }: ClockRow, before: CaseFile, after: CaseFile): boolean {
  const ended = before.pauses.filter((it) => it.clockId === id && it.untilAt);
  return after.pauses
    .filter((it) => it.clockId === id && !before.pauses.some((old) => old.id === it.id))
    .some(({ fromAt }) => ended.some(({ untilAt }) => untilAt?.getTime() === fromAt.getTime()));
}

/** The clock as the pauses of this step leave it: it runs when none is open. */
export function heldClock(
  clock: ClockRow,
  before: CaseFile,
  after: CaseFile,
  context: Context,
): ClockRow {
  if (after.pauses.length === 0) return clock;
  const changes = standsAndRuns(clock.id, before, after);
  if (changes.length === 0) return clock;
  const { calendar } = context.rules;
  // Under an older calendar it is counted again first, or the days to come would be the old ones.
  const present = recounted(clock, before, context);
  const limit = limitOf(present);
  let times: ClockRow = { ...present, calendarVersion: calendar.version };
  if (goesOnStanding(clock, before, after)) {
    const told = (file: CaseFile) =>
      replayClock(clock.startedAt, historyOf(file, clock), limit, calendar);
    // Not where a correction set the end anew, apart from when the clock began.
    if (told(before).dueAt?.getTime() === present.dueAt?.getTime()) {
      return withCard({ ...times, ...told(after) }, present, context.at);
    }
  }
  for (const { at, what } of changes) {
    const change = what === 'stands' ? pauseClock : resumeClock;
    times = { ...times, ...change(times, at, limit, calendar) };
  }
  return withCard(times, present, context.at);
}

/** A date moved away takes back what is no longer true, so that a card can be given again when it is due. */
function withCard(clock: ClockRow, old: ClockRow, at: Date): ClockRow {
  const later = clock.dueAt && (!old.dueAt || clock.dueAt > old.dueAt);
  if (!later || !clock.card) return clock;
  const due = cardOf(clock, at);
  return { ...clock, card: due === 'none' ? null : due };
}
