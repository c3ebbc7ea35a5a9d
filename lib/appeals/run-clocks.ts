import { startClock, stopClock, unstopClock } from '@/lib/sla/clock';
import { chooseLimit, type Limit } from '@/lib/sla/limit';
import { replayClock } from '@/lib/sla/recompute';
import { callsFor, ofCall, untilChosen } from './call-clocks';
import { type CaseFile, leadOf, roundOf } from './case-file';
import { heldClock, historyOf, limitOf, movedClock } from './clock-history';
import { clockKinds, clocks } from './clocks';
import type { Status } from './lifecycle';
import type { ClockKind, ClockRow, ExtensionRow } from './records';
import type { Context, Follow } from './transition';

/**
 * Starts and stops clocks as the table in clocks.ts says, from what was before and what is now. No verb
 * touches a clock itself.
 */
export function runClocks(
  before: CaseFile,
  after: CaseFile,
  follow: Follow,
  context: Context,
  fresh: boolean,
): CaseFile {
  const { status } = after.appeal;
  const entered =
    fresh || status !== before.appeal.status || after.appeal.round !== before.appeal.round;
  const lead = leadOf(after);
  const round = roundOf(after);

  const kept = after.clocks.map((old) => {
    if (old.stoppedAt !== null) {
      const back = revive(old, after, follow);
      const held = back === old ? old : heldClock(back, before, after, context);
      return held === old ? old : movedClock(held, before, follow, context);
    }
    const clock = heldClock(old, before, after, context);
    if (follow.stamps?.includes(clock.id)) {
      return { ...clock, outcome: 'late' as const, yellowAt: null, redAt: null };
    }
    const given = follow.cards?.find((it) => it.clockId === clock.id);
    if (given) return { ...clock, card: given.card };
    const rule = clocks[clock.kind];
    if (rule.belongsTo === 'request') return ofRequest(clock, after, follow, context);
    if (rule.belongsTo === 'call') return ofCall(clock, after, follow, context);
    const done = clock.kind === 'contact' && follow.tried ? 'tried' : 'done';
    if (done === 'tried' || (entered && rule.doneOn.includes(status))) {
      return { ...clock, ...stopClock(clock, context.at, done) };
    }
    if (entered && rule.voidOn?.includes(status)) {
      return { ...clock, ...stopClock(clock, context.at, 'void') };
    }
    const ownerEnded =
      rule.belongsTo === 'assignment'
        ? clock.assignmentId !== lead?.id
        : clock.roundId !== round.id;
    const merged = after.appeal.closedAs === 'merged' && clock.kind === 'promise';
    const over =
      (status === 'closed' && !merged) || ownerEnded || (rule.begins === 'resolved' && entered);
    if (over) return { ...clock, ...stopClock(clock, context.at, endOf(clock, follow, context)) };
    return tightened(movedClock(clock, before, follow, context), before, after, context);
  });

  const begun = clockKinds.flatMap((kind): ClockRow[] => {
    const { begins } = clocks[kind];
    if (begins === 'request') {
      const asked = after.requests.filter((it) => !before.requests.some((old) => old.id === it.id));
      return asked.map(({ id, roundId }) =>
        newClock(kind, after, context, { requestId: id, roundId }),
      );
    }
    if (begins === 'call') {
      return callsFor(kind, before, after).map((call) => {
        const clock = newClock(kind, after, context, { callId: call.id, roundId: call.roundId });
        return untilChosen(clock, call, context);
      });
    }
    const isNew =
      (begins === 'round' && (fresh || !before.rounds.some((it) => it.id === round.id))) ||
      (begins === 'lead' && !!lead && isNewLead(before, lead.id) && !isPast(kind, status)) ||
      (entered && begins === status);
    return isNew ? [newClock(kind, after, context)] : [];
  });
  return {
    ...after,
    clocks: [...kept, ...begun],
    extensions: extensionsOf({ ...after, clocks: kept }, follow, context),
  };
}

const isNewLead = (before: CaseFile, id: string) => !before.assignments.some((it) => it.id === id);

/** A case that is given back as it stood owes again only what had not been done. */
const isPast = (kind: ClockKind, status: Status): boolean => {
  const way: readonly Status[] = ['dispatched', 'accepted', 'contacted', 'parked'];
  const { doneOn, voidOn = [] } = clocks[kind];
  return [...doneOn, ...voidOn].some(
    (done) => way.includes(done) && way.indexOf(done) <= way.indexOf(status),
  );
};

/** Concluding a case does not undo that its promise was broken. */
export function endOf({ kind, dueAt }: ClockRow, follow: Follow, { at }: Context): 'done' | 'void' {
  const broken = kind === 'promise' && dueAt !== null && dueAt < at;
  return broken && follow.closedAs === 'concluded' ? 'done' : 'void';
}

/** redo: the last clock of that kind in this round runs on with the date it had. */
function revive(clock: ClockRow, file: CaseFile, follow: Follow): ClockRow {
  const named = follow.unstop?.includes(clock.kind) && clock.roundId === roundOf(file).id;
  return named ? { ...clock, ...unstopClock(clock) } : clock;
}

/** A decision is owed until the request has ended; a void one was owed to nobody. */
function ofRequest(clock: ClockRow, after: CaseFile, follow: Follow, context: Context): ClockRow {
  const request = after.requests.find((it) => it.id === clock.requestId);
  if (request?.endedAt) {
    const how = request.outcome === 'void' ? 'void' : 'done';
    return { ...clock, ...stopClock(clock, context.at, how) };
  }
  return movedClock(clock, after, follow, context);
}

const runningPromise = (file: CaseFile) =>
  file.clocks.find((it) => it.kind === 'promise' && it.stoppedAt === null);

function extensionsOf(
  after: CaseFile,
  follow: Follow,
  { at, newId }: Context,
): readonly ExtensionRow[] {
  const promise = runningPromise(after);
  if (!follow.extend || !promise) return after.extensions;
  return [...after.extensions, { id: newId(), clockId: promise.id, at, ...follow.extend }];
}

function limitFor(kind: ClockKind, file: CaseFile, context: Context): Limit {
  const limit = chooseLimit(context.rules.limits, {
    kind,
    urgency: file.appeal.urgency,
    categoryPath: context.categoryPath,
  });
  if (!limit) throw new Error(`the rule set has no limit for the clock ${kind}`);
  return limit;
}

function newClock(
  kind: ClockKind,
  file: CaseFile,
  context: Context,
  owner: Partial<Pick<ClockRow, 'requestId' | 'callId' | 'roundId'>> = {},
): ClockRow {
  const limit = limitFor(kind, file, context);
  return {
    id: context.newId(),
    appealId: file.appeal.id,
    roundId: owner.roundId ?? roundOf(file).id,
    assignmentId: clocks[kind].belongsTo === 'assignment' ? (leadOf(file)?.id ?? null) : null,
    kind,
    amount: limit.amount,
    unit: limit.unit,
    source: limit.source,
    calendarVersion: context.rules.calendar.version,
    requestId: owner.requestId ?? null,
    callId: owner.callId ?? null,
    card: null,
    ...startClock(context.at, limit, context.rules.calendar),
  };
}

/** A corrected urgency or category may bring the promised date nearer, never move it away. */
function tightened(clock: ClockRow, before: CaseFile, after: CaseFile, context: Context): ClockRow {
  const corrected =
    before.appeal.urgency !== after.appeal.urgency ||
    before.appeal.categoryId !== after.appeal.categoryId;
  if (clock.kind !== 'promise' || !corrected || clock.dueAt === null) return clock;
  const limit = limitFor('promise', after, context);
  const { calendar } = context.rules;
  // Recognised too late for the shorter limit: then it counts from now, never from before.
  const counted = replayClock(clock.startedAt, historyOf(after, clock), limit, calendar);
  const past = counted.dueAt !== null && counted.dueAt <= context.at;
  const fresh = past ? startClock(context.at, limit, calendar) : counted;
  if (!fresh.dueAt || fresh.dueAt >= clock.dueAt) return clock;
  return {
    ...clock,
    ...fresh,
    startedAt: clock.startedAt,
    ...limitOf(limit),
    calendarVersion: calendar.version,
  };
}
