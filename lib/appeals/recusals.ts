import type { Actor } from '@/lib/people/actor';
import type { Capability } from '@/lib/people/roles';
import type { CaseFile } from './case-file';
import type { RecusalRow } from './records';

/** Somebody with the place they work at. */
export interface Placed {
  personId: string;
  unitPath: string;
}

export const standingRecusals = (file: Pick<CaseFile, 'recusals'>): RecusalRow[] =>
  file.recusals.filter((it) => it.endedAt === null);

/**
 * A unit named in the complaint, or declared in conflict, is barred with all that lies below it. What lies
 * above is not: somebody has to answer for it. A complaint passes neither to the accused nor to their unit
 * (信访工作条例 Art. 30).
 */
export const barsUnit = (file: Pick<CaseFile, 'recusals'>, unitPath: string): boolean =>
  standingRecusals(file).some((it) => it.unitPath !== null && unitPath.startsWith(it.unitPath));

/** A person, whoever stands in for them, and everybody of a unit that is barred. */
export const barsPerson = (file: CaseFile, { personId, unitPath }: Placed): boolean =>
  barsUnit(file, unitPath) ||
  file.recusedDeputies.includes(personId) ||
  standingRecusals(file).some((it) => it.personId === personId);

/** Beats every role and level: asked before anything else of whoever wants to see or do something. */
export const isRecused = (file: CaseFile, actor: Actor): boolean =>
  actor.kind === 'person' && barsPerson(file, actor);

/** What a fallback may do with this one case beyond their own role. */
export const isEntrusted = (file: CaseFile, actor: Actor, capability: Capability): boolean =>
  actor.kind === 'person' &&
  file.appeal.fallbackIds.includes(actor.personId) &&
  file.appeal.fallbackFor.includes(capability);

/** Everybody who could send it on is barred, the fallbacks too: only a higher authority is left. */
export const nobodyLeft = ({ appeal }: CaseFile): boolean =>
  appeal.fallbackFor.includes('dispatch') && appeal.fallbackIds.length === 0;

/** The system sends nothing on by itself while words name somebody whom nobody has looked for. */
export const waitsForALook = (file: CaseFile, actor: Actor): boolean =>
  actor.kind === 'system' && file.appeal.namesPerson;
