import type { FormProblem } from '@/lib/forms';
import { type Outline, overlap } from './outline';
import { keysOf, leastLetters } from './place-keys';

export interface AreaFacts {
  unitId: string;
  name: string;
  aliases: readonly string[];
  outline: Outline | null;
}

export interface KnownArea extends AreaFacts {
  id: string;
  keys: readonly string[];
  unitPath: string;
  unitName: string;
}

const related = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/**
 * What speaks against an area beside those there are. Two places of one name in different streets are
 * possible, and then the address alone does not decide; twice the same in one street is a mistake, and so is
 * land that belongs to two.
 */
export function againstArea(
  area: AreaFacts & { unitPath: string },
  others: readonly KnownArea[],
): FormProblem[] {
  const keys = keysOf(area.name, area.aliases);
  const short = keys.filter((it) => it.length < leastLetters);
  if (short.length > 0)
    return [{ field: 'name', code: 'nameTooShort', values: { least: leastLetters } }];
  const twin = others.find(
    (it) => related(it.unitPath, area.unitPath) && it.keys.some((key) => keys.includes(key)),
  );
  if (twin) {
    return [{ field: 'name', code: 'areaTwice', values: { name: twin.name, unit: twin.unitName } }];
  }
  const { outline } = area;
  const crossed =
    outline &&
    others.find(
      (it) => !related(it.unitPath, area.unitPath) && it.outline && overlap(it.outline, outline),
    );
  return crossed
    ? [
        {
          field: 'outline',
          code: 'outlineOverlaps',
          values: { name: crossed.name, unit: crossed.unitName },
        },
      ]
    : [];
}

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((it) => other.includes(it));

export const sameArea = (one: AreaFacts, other: AreaFacts): boolean =>
  one.unitId === other.unitId &&
  one.name === other.name &&
  sameList(one.aliases, other.aliases) &&
  JSON.stringify(one.outline) === JSON.stringify(other.outline);
