import type { Actor } from '@/lib/people/actor';
import type { CaseFile } from './case-file';
import { contestedNaming, othersDecide } from './hand-overs';
import { type Refusal, refuse, refuseField } from './refusals';

/**
 * A return is an objection to a naming (派单异议). The naming that follows it decides: another unit, and the
 * objection is upheld; the same unit again, and it is rejected. Rules of `dispatch` beside its own.
 */

/** Whoever named the unit does not judge that alone (国办函〔2025〕66号 item 5), and no machine does. */
export function whyNotDecide(file: CaseFile, actor: Actor): Refusal | null {
  const contested = contestedNaming(file);
  if (!contested) return null;
  if (actor.kind === 'system') return refuse('ownNaming');
  const personId = actor.kind === 'person' ? actor.personId : null;
  return personId && othersDecide(contested, file, personId) ? refuse('ownNaming') : null;
}

/** A rejection is told to the unit with its reason; so is what somebody decided on their own naming. */
export function reasonLacks(
  file: CaseFile,
  { unitId, reason }: { unitId: string; reason?: string | undefined },
  actor: Actor,
): Refusal | null {
  const contested = contestedNaming(file);
  if (!contested || reason) return null;
  const own = actor.kind === 'person' && contested.namedBy === actor.personId;
  return own || contested.naming.unitId === unitId ? refuseField('reason', 'required') : null;
}

/** What the event says of an objection; nothing where there was none. */
export function decided(file: CaseFile, unitId: string): { upheld?: boolean } {
  const contested = contestedNaming(file);
  return contested ? { upheld: contested.naming.unitId !== unitId } : {};
}
