import { z } from 'zod';
import type { UnitKind } from '@/lib/db/generated/enums';
import { choice, key, line, optional } from '@/lib/fields';
import { type Entries, entryOf, type FormProblem, problemsOf } from '@/lib/forms';
import type { FirstUnit } from './first-units';

/** Rows of the quick table; whoever has more goes to the import or sends the form again. */
export const unitRows = [1, 2, 3, 4, 5] as const;

/** Kinds one adds by hand: the hotline is there already. */
export const addedKinds = [
  'district',
  'street',
  'department',
  'utility',
  'community',
  'city',
] as const satisfies readonly UnitKind[];

const rowInput = z.object({
  name: line(40),
  nameEn: optional(line(80)),
  kind: choice(addedKinds),
  parent: optional(key()),
});

/** A row without a name is left out; without an English name the Chinese one stands in for it. */
export function readUnitRows(entries: Entries): { units: FirstUnit[]; problems: FormProblem[] } {
  const units: FirstUnit[] = [];
  const problems: FormProblem[] = [];
  for (const row of unitRows) {
    const given = Object.fromEntries(
      (['name', 'nameEn', 'kind', 'parent'] as const).map((it) => [it, entryOf(entries, it + row)]),
    );
    if (!given.name?.trim() && !given.nameEn?.trim()) continue;
    const read = rowInput.safeParse(given);
    if (!read.success) {
      problems.push(
        ...problemsOf(read.error).map((it) => ({ ...it, field: it.field && `${it.field}${row}` })),
      );
      continue;
    }
    const { name, nameEn = name, kind, parent } = read.data;
    units.push({ row, name, nameEn, kind, parentId: parent ?? null });
  }
  const nothing = units.length + problems.length === 0;
  return { units, problems: nothing ? [{ field: 'name1', code: 'required' }] : problems };
}
