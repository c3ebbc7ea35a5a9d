import { type CaseFile, leadOf } from './case-file';
import type { UnitRef } from './transition';

/** Units that make rules, plans and budgets for others or hold what others need. */
const owningKinds: readonly string[] = ['city', 'district', 'department', 'utility'];

/** Kinds a form offers: a street may stand above the community that has the case. */
export const causeOwnerKinds: readonly string[] = [...owningKinds, 'street'];

/**
 * Why a unit may not be named as owner of the cause, or null: it stands above the one that has the case, or
 * is a department. A cause is never pushed to the unit itself or down (国办函〔2025〕66号：不得层层转嫁).
 */
export function mayOwn(file: CaseFile, unit: UnitRef | undefined): string | null {
  if (!unit) return 'unknownUnit';
  if (unit.closedAt) return 'unitClosed';
  const lead = leadOf(file);
  if (lead?.unitId === unit.id) return 'sameUnit';
  if (lead && unit.path.startsWith(lead.unitPath)) return 'ownerBelow';
  const above = !!lead && lead.unitPath.startsWith(unit.path);
  return above || owningKinds.includes(unit.kind) ? null : 'ownerBelow';
}
