import type { CaseFile } from './case-file';
import { isOpen } from './lifecycle';
import type { AssignmentRow } from './records';
import { barsUnit } from './recusals';

/**
 * The unit that answers for an open case right now (首接负责, Beijing regulation 2021, Art. 14): the first
 * that was given it, until another has accepted it; whoever sends it back stays responsible meanwhile, and
 * whoever sent it back in vain is so anyway. Undefined: the hotline, before any unit was named, after an
 * answer of its own, where the unit is no more or barred, or nobody once the case is closed.
 */
export function responsibleOf(file: CaseFile): AssignmentRow | undefined {
  if (!isOpen(file.appeal.status)) return undefined;
  const answered = file.rounds.findLast((it) => it.atDesk && it.resolvedAt !== null)?.number ?? 0;
  const since = file.rounds.filter((it) => it.number > answered).map((it) => it.id);
  const leads = file.assignments.filter(
    (it) => it.role === 'lead' && since.includes(it.roundId) && isThere(file, it),
  );
  return leads.findLast((it) => hasAccepted(file, it)) ?? leads[0];
}

const isThere = (file: CaseFile, { unitId, unitPath }: AssignmentRow): boolean =>
  !file.closedUnitIds.includes(unitId) && !barsUnit(file, unitPath);

/** Its accept clock was fulfilled. A new round goes to a unit that is known to have it. */
const hasAccepted = (file: CaseFile, lead: AssignmentRow): boolean =>
  file.clocks.some(
    (it) =>
      it.kind === 'accept' &&
      it.assignmentId === lead.id &&
      it.stoppedAt !== null &&
      (it.outcome === 'met' || it.outcome === 'late'),
  );
