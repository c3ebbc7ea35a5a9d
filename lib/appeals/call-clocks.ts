import { runUntil, stopClock } from '@/lib/sla/clock';
import type { Limit } from '@/lib/sla/limit';
import type { CaseFile } from './case-file';
import { movedClock } from './clock-history';
import type { CallRow, ClockKind, ClockRow } from './records';
import type { Context, Follow } from './transition';

/** The source of a limit that the caller set. */
const chosen = '吹哨单位约定';

/** Calls that have just been made and need a clock of this kind: presence is owed only where it was asked. */
export const callsFor = (kind: ClockKind, before: CaseFile, after: CaseFile): CallRow[] =>
  after.calls.filter(
    (it) => !before.calls.some((old) => old.id === it.id) && (kind !== 'arrive' || it.onSite),
  );

/** The rule set's own limit gives way to the time the caller named. */
export function untilChosen(clock: ClockRow, call: CallRow, { rules }: Context): ClockRow {
  const by = wanted(clock.kind, call);
  if (!by) return clock;
  // Rounded down, so that counting again under another calendar never makes it later than was named.
  const minutes = Math.floor((by.getTime() - clock.startedAt.getTime()) / 60_000);
  const limit: Limit = { amount: Math.max(1, minutes), unit: 'minutes', source: chosen };
  return { ...clock, ...runUntil(clock, by, limit, rules.calendar), ...limit };
}

/**
 * A duty is fulfilled when the call says so. Whatever else ends the call leaves what was due by then late,
 * and lets go of the rest.
 */
export function ofCall(
  clock: ClockRow,
  after: CaseFile,
  follow: Follow,
  context: Context,
): ClockRow {
  const call = after.calls.find((it) => it.id === clock.callId);
  if (!call) throw new Error(`the clock ${clock.id} has no call`);
  const { at } = context;
  if (doneAt(clock.kind, call)) return { ...clock, ...stopClock(clock, at, 'done') };
  if (!call.endedAt) return movedClock(clock, after, follow, context);
  const broken = clock.dueAt !== null && clock.dueAt < at;
  return { ...clock, ...stopClock(clock, at, broken ? 'done' : 'void') };
}

function wanted(kind: ClockKind, call: CallRow): Date | null {
  if (kind === 'reportIn') return call.reportInBy;
  return kind === 'arrive' ? call.arriveBy : call.reportBackBy;
}

function doneAt(kind: ClockKind, call: CallRow): Date | null {
  if (kind === 'reportIn') return call.reportedInAt;
  return kind === 'arrive' ? call.arrivedAt : call.reportedBackAt;
}
