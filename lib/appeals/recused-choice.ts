import type { CaseFile } from './case-file';
import { barsPerson, barsUnit } from './recusals';
import { type Refusal, refuseField } from './refusals';
import type { Context } from './transition';

/**
 * Whoever is barred is not sent, called, asked or named to it either. Refused at the field that names
 * them, in words that say of nobody why. Whatever a step looks up is looked at, so a new verb needs no
 * rule of its own.
 */
export function namesRecused(
  file: CaseFile,
  input: unknown,
  { units, people }: Pick<Context, 'units' | 'people'>,
): Refusal | null {
  if (!file.appeal.recused || typeof input !== 'object' || input === null) return null;
  const named = Object.entries(input).flatMap(([field, value]) =>
    [value].flat().map((id: unknown) => ({ field, id })),
  );
  for (const { field, id } of named) {
    if (typeof id !== 'string') continue;
    const unit = units.get(id);
    if (unit && barsUnit(file, unit.path)) return refuseField(field, 'cannotTakeIt');
    const person = people.get(id);
    if (person && barsPerson(file, { personId: id, unitPath: person.unitPath })) {
      return refuseField(field, 'cannotTakeIt');
    }
  }
  return null;
}
