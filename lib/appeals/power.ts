import type { Actor } from '@/lib/people/actor';
import type { CaseFile } from './case-file';
import type { UnitKind } from './records';
import { type Refusal, refuse, refuseField } from './refusals';
import type { Context, UnitRef } from './transition';

/** What the dispatch catalogue (派单目录) says of a category; see lib/catalogue. */
export interface PowerEntry {
  id: string;
  categoryId: string;
  /** Counts the versions of this category's entry from 1. */
  number: number;
  leadKind: UnitKind;
  /** Units of that kind that lead; none: whichever of the kind has the place. */
  leadUnitIds: readonly string[];
  helpUnitIds: readonly string[];
  basis: string;
  confusedWith: string | null;
  /** The system may dispatch by itself where unit and place are certain. */
  bySystem: boolean;
}

/** A community or village the address names or, where it names none, the point lies in; with its unit. */
export interface PlaceOwner {
  by: 'address' | 'point';
  areaId: string;
  name: string;
  unitId: string;
  unitPath: string;
}

/** What a naming is measured by: the closest entry up the category tree, and whose place it is. */
export interface Grounds {
  entry: PowerEntry | null;
  owners: readonly PlaceOwner[];
}

/**
 * Whether a unit may lead: it has the power, has it elsewhere, may only help, has none, would have a
 * department's matter pushed down to it, or nobody has said.
 */
export type Power = 'leads' | 'elsewhere' | 'helps' | 'none' | 'pushedDown' | 'unsaid';

type Named = Pick<UnitRef, 'id' | 'path' | 'kind'>;

/** Kinds that have a piece of land, and not a line of law. */
const ofPlaces: readonly UnitKind[] = ['street', 'community'];

export const isOfPlaces = (kind: UnitKind): boolean => ofPlaces.includes(kind);

/** The unit has one of these places: itself, through a unit below it, or with the unit above it. */
const hasPlace = (owners: readonly PlaceOwner[], { path }: Pick<UnitRef, 'path'>): boolean =>
  owners.some((it) => it.unitPath.startsWith(path) || path.startsWith(it.unitPath));

export function powerOf({ entry, owners }: Grounds, unit: Named): Power {
  if (!entry) return 'unsaid';
  if (entry.leadUnitIds.includes(unit.id)) return 'leads';
  if (entry.leadUnitIds.length === 0 && unit.kind === entry.leadKind) {
    if (!isOfPlaces(unit.kind) || owners.length === 0) return 'leads';
    return hasPlace(owners, unit) ? 'leads' : 'elsewhere';
  }
  // 国办函〔2025〕66号 item 5: what a department must handle is not dispatched to the grassroots.
  if (isOfPlaces(unit.kind) && !isOfPlaces(entry.leadKind)) return 'pushedDown';
  if (entry.helpUnitIds.includes(unit.id)) return 'helps';
  return unit.kind === entry.leadKind && isOfPlaces(unit.kind) ? 'elsewhere' : 'none';
}

/**
 * What speaks against this lead. Without the power a unit leads only for a written reason; a department's
 * matter does not go down to a street or a community for any reason. What an import brings was named elsewhere.
 */
export function againstPower(
  { grounds }: Pick<Context, 'grounds'>,
  unit: Named,
  reason: string | undefined,
  actor: Actor,
): Refusal | null {
  if (!grounds || actor.kind === 'import') return null;
  const power = powerOf(grounds, unit);
  if (power === 'pushedDown') return refuseField('unitId', 'pushedDown');
  if (power === 'leads' || power === 'unsaid') return null;
  return reason ? null : refuseField('reason', 'withoutPower');
}

/** What the event keeps of it, so that a naming can be held against the catalogue of its day. */
export function powerData(
  { grounds }: Pick<Context, 'grounds'>,
  unit: Named,
): { power?: { entryId: string; number: number; is: Power } } {
  if (!grounds?.entry) return {};
  const { id: entryId, number } = grounds.entry;
  return { power: { entryId, number, is: powerOf(grounds, unit) } };
}

/**
 * Catalogue and place leave no choice: a unit named alone, or the one street or community within which every
 * place of the address lies. A point alone is not enough: it is easily set beside the place.
 */
export function isCertain({ entry, owners }: Grounds, unit: Named): boolean {
  if (!entry || powerOf({ entry, owners }, unit) !== 'leads') return false;
  if (entry.leadUnitIds.length > 0) return entry.leadUnitIds.length === 1;
  if (!isOfPlaces(unit.kind)) return false;
  return (
    owners.length > 0 &&
    owners.every((it) => it.by === 'address' && it.unitPath.startsWith(unit.path))
  );
}

/**
 * The system sends on only what is certain and what the category is marked for; a case from which somebody is
 * barred is left to people.
 */
export function againstSystem(
  { appeal }: Pick<CaseFile, 'appeal'>,
  { grounds }: Pick<Context, 'grounds'>,
  unit: Named,
  actor: Actor,
): Refusal | null {
  if (actor.kind !== 'system') return null;
  const sure = !appeal.recused && grounds?.entry?.bySystem && isCertain(grounds, unit);
  return sure ? null : refuse('notCertain');
}
