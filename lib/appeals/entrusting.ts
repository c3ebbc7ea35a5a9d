import { type Capability, capabilitiesOf } from '@/lib/people/roles';
import { type CaseFile, leadOf } from './case-file';
import { barsPerson, type Placed, standingRecusals } from './recusals';
import type { Rules } from './transition';

/** Somebody who works here, as far as it matters for who is left. */
export interface Office extends Placed {
  unitId: string;
  roles: readonly string[];
}

/** Without these an appeal stands still; whoever holds one may decide on it. */
const needed = ['dispatch', 'answer', 'redo', 'review', 'interview', 'supervise'] as const;

/** What comes with having a case: to note, to reach the resident, to lift a recusal again. */
const beside = ['annotate', 'reveal', 'unrecuse'] as const;

/** What the people of a leading unit do. */
const leading = ['handle', 'assign'] as const;

interface Entrusted {
  fallbackIds: string[];
  fallbackFor: Capability[];
}

/**
 * Who takes an appeal from which people are barred: whatever nobody else is left to do falls to the two
 * fallbacks, for this appeal alone, and so does the handling where it was given to the unit of one of
 * them. A fallback who is barred as well takes nothing.
 */
export function entrustedOf(
  file: CaseFile,
  { offices, fallbacks }: Pick<Rules, 'offices' | 'fallbacks'>,
): Entrusted {
  if (standingRecusals(file).length === 0) return { fallbackIds: [], fallbackFor: [] };
  const free = offices.filter((it) => !barsPerson(file, it));
  const able = fallbacks.flatMap((id) => free.filter((it) => it.personId === id));
  const orphaned = needed.filter(
    (capability) => !free.some((it) => capabilitiesOf(it.roles).has(capability)),
  );
  const lead = leadOf(file);
  const own = able.some((it) => it.unitId === lead?.unitId);
  const fallbackFor: Capability[] = [...orphaned, ...(own ? leading : [])];
  if (fallbackFor.length === 0) return { fallbackIds: [], fallbackFor: [] };
  return {
    fallbackIds: able.map((it) => it.personId),
    fallbackFor: [...fallbackFor, ...beside],
  };
}
