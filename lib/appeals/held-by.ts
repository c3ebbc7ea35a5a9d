import type { CaseFile } from './case-file';
import type { ClockRow } from './records';

/** A stretch of a clock and who holds it; without a unit it lies with the hotline's desk. */
export interface Held {
  unitId: string | null;
  unitPath: string | null;
  fromAt: Date;
  /** Null: to this day. */
  untilAt: Date | null;
}

type Claim = Pick<Held, 'unitId' | 'unitPath' | 'fromAt' | 'untilAt'>;

/** Who answers for the clock from when on, the last claim before the ones it overrules. */
function claimsOn(file: CaseFile, clock: ClockRow): Claim[] {
  const leads = file.assignments.filter((it) => it.role === 'lead' && it.roundId === clock.roundId);
  switch (clock.kind) {
    case 'accept':
    case 'contact':
      return leads.filter((it) => it.id === clock.assignmentId);
    case 'promise':
      return [
        ...file.causes
          .filter((it) => it.roundId === clock.roundId)
          .map(({ unitId, unitPath, at, endedAt }) => ({
            unitId,
            unitPath,
            fromAt: at,
            untilAt: endedAt,
          })),
        ...leads,
      ];
    default:
      return [];
  }
}

/**
 * Who holds lateness of a clock, over time. The promise is held by whoever has the case: the hotline while
 * no unit leads, then each lead; from the moment a cause is placed above them, by the cause's owner. A
 * unit's own clocks are its own; what the desk and the reviewers owe is no unit's.
 */
export function heldBy(file: CaseFile, clock: ClockRow): Held[] {
  const claims = claimsOn(file, clock);
  const end = clock.stoppedAt;
  const within = (at: Date) => at > clock.startedAt && (!end || at < end);
  const turns = claims.flatMap((it) => [it.fromAt, ...(it.untilAt ? [it.untilAt] : [])]);
  const instants = [
    ...new Set([clock.startedAt, ...turns.filter(within)].map((it) => it.getTime())),
  ].toSorted((a, b) => a - b);
  const spans: Held[] = [];
  for (const [index, from] of instants.entries()) {
    const next = instants[index + 1];
    const claim = claims.find(
      (it) => it.fromAt.getTime() <= from && (!it.untilAt || it.untilAt.getTime() > from),
    );
    const held = { unitId: claim?.unitId ?? null, unitPath: claim?.unitPath ?? null };
    const untilAt = next === undefined ? end : new Date(next);
    const last = spans.at(-1);
    if (last && last.unitId === held.unitId) last.untilAt = untilAt;
    else spans.push({ ...held, fromAt: new Date(from), untilAt });
  }
  return spans;
}

/** Who holds it at this instant. */
export const holderAt = (file: CaseFile, clock: ClockRow, at: Date): Held | undefined =>
  heldBy(file, clock).findLast((it) => it.fromAt <= at);

/** The part of a broken clock's lateness that fell to each, in order; nothing where it is not late. */
export function lateBy(file: CaseFile, clock: ClockRow, at: Date): Held[] {
  const { dueAt, stoppedAt } = clock;
  const end = stoppedAt ?? at;
  if (!dueAt || end <= dueAt) return [];
  return heldBy(file, clock).flatMap((it) => {
    const fromAt = it.fromAt < dueAt ? dueAt : it.fromAt;
    const untilAt = it.untilAt ?? end;
    return untilAt > fromAt ? [{ ...it, fromAt, untilAt }] : [];
  });
}
