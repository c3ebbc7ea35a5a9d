import type { Actor } from '@/lib/people/actor';
import { notMerged } from '../blank-file';
import type { CaseFile } from '../case-file';
import type { Verb } from '../lifecycle';

/**
 * A case as a unit that was called may read it: where it stands, who leads, its own duties and the promise
 * they serve. What residents said of the result, what the lead asked a reviewer for, who watches the case
 * and what others are late with are none of its business.
 */
export function fileForCalled(actor: Actor, file: CaseFile): CaseFile {
  const unitId = actor.kind === 'person' ? actor.unitId : null;
  const own = file.calls.filter((it) => it.unitId === unitId).map((it) => it.id);
  return {
    ...file,
    merged: notMerged,
    people: {},
    questions: [],
    recusals: [],
    clocks: file.clocks.filter(
      (it) => it.kind === 'promise' || (it.callId !== null && own.includes(it.callId)),
    ),
    calls: file.calls.map((it) =>
      own.includes(it.id) ? it : { ...it, helpRating: null, callRating: null },
    ),
    pauses: [],
    extensions: [],
    requests: [],
    supervisions: [],
    verdicts: [],
    pressures: [],
    interviews: [],
  };
}

/** Of the ratings a called unit reads its own: those it gave and those it was given. */
export const readsRating = (actor: Actor, verb: Verb, { unitId }: Record<string, unknown>) =>
  verb !== 'rateHelp' || (actor.kind === 'person' && actor.unitId === unitId);
