import type { Actor } from '@/lib/people/actor';
import { type CaseFile, openCalls } from './case-file';
import type { CallRow } from './records';

/** Units that may be open at once in a case. More than these are a meeting, not a whistle. */
export const mostCalls = 10;

/** The rows of a whistle, from 1 on. */
export const callRows: readonly number[] = Array.from({ length: mostCalls }, (_, nth) => nth + 1);

const unitOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.unitId : null);

/** The open call of the actor's unit, if there is one. */
export const ownCall = (file: CaseFile, actor: Actor): CallRow | undefined =>
  openCalls(file).find((it) => it.unitId === unitOf(actor));

/** What a unit that is called owes next. */
export function nextOf(call: CallRow): 'reportIn' | 'arrive' | 'reportBack' {
  if (!call.reportedInAt) return 'reportIn';
  return call.onSite && !call.arrivedAt ? 'arrive' : 'reportBack';
}

/**
 * Which of the two ratings of an ended call the actor's unit may still give (双考核, Beijing regulation
 * 2021, Art. 33): the caller says how the help was, the called how the call was. A call that was called
 * off is rated by nobody.
 */
export function ratingBy(call: CallRow, actor: Actor): 'helpRating' | 'callRating' | null {
  if (!call.endedAt || call.outcome === 'void') return null;
  if (call.fromUnitId === unitOf(actor)) return call.helpRating ? null : 'helpRating';
  if (call.unitId === unitOf(actor)) return call.callRating ? null : 'callRating';
  return null;
}

/** Calls the actor's unit made or was called by. */
export const callsConcerning = (file: CaseFile, actor: Actor): CallRow[] =>
  file.calls.filter((it) => it.fromUnitId === unitOf(actor) || it.unitId === unitOf(actor));
