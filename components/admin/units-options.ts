import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import type { SelectOption } from '@/components/ui/select-field';
import type { UnitLine } from '@/lib/units/read-units';
import { depthOf } from '@/lib/units/tree';

/** Units to choose from, in the order of the tree, set in by their depth. */
export async function unitOptions(units: readonly UnitLine[]): Promise<SelectOption[]> {
  const locale = await readerLocale();
  return units.map((it) => ({
    value: it.id,
    label: `${'\u3000'.repeat(depthOf(it.path))}${nameOf(it, locale)}`,
  }));
}
