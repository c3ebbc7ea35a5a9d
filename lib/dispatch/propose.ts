import type { CaseFile } from '@/lib/appeals/case-file';
import { type Grounds, isCertain, isOfPlaces, powerOf } from '@/lib/appeals/power';
import { barsUnit } from '@/lib/appeals/recusals';
import type { UnitRef } from '@/lib/appeals/transition';

/** Why a unit is proposed: the catalogue leaves no other, or of those it leaves (or of all) likeness chose it. */
export type Why = 'catalogue' | 'similar';

export interface Proposed {
  unit: UnitRef;
  why: Why;
  /** Catalogue and place leave no choice. */
  certain: boolean;
  /** The place's unit that the catalogue lets help: one order for two (一单双派). */
  second: UnitRef | null;
}

/** A unit that led a similar case, with how much that case counts. */
export interface Vote {
  unitId: string;
  weight: number;
}

/** Less likeness than this is chance. */
const leastVotes = 0.5;

/** Units that may lead by catalogue and place. One of a place only where the address says whose it is. */
function candidatesOf(
  grounds: Grounds,
  units: readonly UnitRef[],
  file: Pick<CaseFile, 'recusals'>,
): UnitRef[] {
  return units.filter(
    (it) =>
      !it.closedAt &&
      powerOf(grounds, it) === 'leads' &&
      (!isOfPlaces(it.kind) || grounds.owners.length > 0 || named(grounds, it)) &&
      !barsUnit(file, it.path),
  );
}

const named = ({ entry }: Grounds, { id }: UnitRef): boolean =>
  entry?.leadUnitIds.includes(id) ?? false;

/** The unit to begin with, or null where nothing speaks for one more than for another. */
export function proposeUnit(
  grounds: Grounds,
  units: readonly UnitRef[],
  file: Pick<CaseFile, 'recusals'>,
  votes: readonly Vote[] = [],
): Proposed | null {
  const candidates = candidatesOf(grounds, units, file);
  const [only, another] = candidates;
  if (only && !another) return withSecond(only, 'catalogue', grounds, units, file);
  // Where the catalogue says nothing, whoever had such cases; never against what it says.
  const open = grounds.entry
    ? candidates
    : units.filter((it) => !it.closedAt && !barsUnit(file, it.path));
  const chosen = mostVoted(open, votes);
  return chosen && withSecond(chosen, 'similar', grounds, units, file);
}

function mostVoted(units: readonly UnitRef[], votes: readonly Vote[]): UnitRef | null {
  const weightOf = (unit: UnitRef) =>
    votes.filter((it) => it.unitId === unit.id).reduce((sum, it) => sum + it.weight, 0);
  const [best, next] = units
    .map((unit) => ({ unit, weight: weightOf(unit) }))
    .filter((it) => it.weight >= leastVotes)
    .sort((a, b) => b.weight - a.weight);
  return best && best.weight > (next?.weight ?? 0) ? best.unit : null;
}

function withSecond(
  unit: UnitRef,
  why: Why,
  grounds: Grounds,
  units: readonly UnitRef[],
  file: Pick<CaseFile, 'recusals'>,
): Proposed {
  const helpers = units.filter(
    (it) =>
      it.id !== unit.id &&
      !it.closedAt &&
      isOfPlaces(it.kind) &&
      grounds.entry?.helpUnitIds.includes(it.id) &&
      grounds.owners.some((owner) => owner.unitPath.startsWith(it.path)) &&
      !barsUnit(file, it.path),
  );
  const second = helpers.length === 1 ? (helpers[0] ?? null) : null;
  return { unit, why, certain: why === 'catalogue' && isCertain(grounds, unit), second };
}
