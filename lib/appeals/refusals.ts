import type { FormProblem } from '@/lib/forms';

/**
 * Why a step is not possible: a closed list. Words for each stand in messages/<locale>/refusals.json:
 * what happened, and what to do next.
 */
export const refusalCodes = [
  'notFound',
  'notYours',
  'wrongStatus',
  'closed',
  'changedMeanwhile',
  'importRunning',
  'badInput',
  'unknownUnit',
  'unitClosed',
  'sameUnit',
  'unknownPerson',
  'personElsewhere',
  'notContacted',
  'hasVerdict',
  'nothingToJudge',
  'nothingToLookBackOn',
  'photosNotHere',
  'photosGone',
  'alreadyJudged',
  'notInvited',
  'notYet',
  'tooLateToReopen',
  'cannotReopen',
  'relayedOnly',
  'unknownCategory',
  'nothingToAsk',
  'alreadyAsked',
  'nothingToDecide',
  'cannotObject',
  'tooLateToObject',
  'notSupervised',
  'alreadySupervised',
  'alreadyLeader',
  'nothingNew',
  'noQuestion',
  'nothingHeld',
  'onlyStreets',
  'callOver',
  'alreadyReportedIn',
  'alreadyArrived',
  'nothingToRate',
  'cannotTakeIt',
  'alreadyRecused',
  'notRecused',
  'alreadyJoined',
  'mergeItself',
  'hasMerged',
  'targetMerged',
  'targetClosed',
  'targetResolved',
  'trialApart',
  'notMerged',
  'tooLateToSendBack',
  'namedFinally',
  'ownNaming',
  'notCertain',
  'notAgreed',
  'notShown',
  'aboutSomebody',
  'keptSecret',
  'notForShow',
  'nothingToCheck',
  'nothingToExclude',
  'noExclusion',
  'ownDecision',
  'erasureAsked',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** An expected no. `by` names who was faster, for `changedMeanwhile`. */
export interface Refusal {
  ok: false;
  code: RefusalCode;
  problems: FormProblem[];
  by?: string;
}

export const refuse = (
  code: RefusalCode,
  more: Partial<Omit<Refusal, 'ok' | 'code'>> = {},
): Refusal => ({
  ok: false,
  code,
  problems: [],
  ...more,
});

export const refuseField = (field: string, code: RefusalCode | string): Refusal => ({
  ok: false,
  code: 'badInput',
  problems: [{ field, code }],
});

/** A refusal as a form shows it: at its fields, or over the whole form. */
export function problemsOfRefusal(refusal: Refusal): FormProblem[] {
  if (refusal.problems.length > 0) return refusal.problems;
  const code =
    refusal.code === 'changedMeanwhile' && refusal.by ? 'changedMeanwhileBy' : refusal.code;
  return [{ field: null, code, ...(refusal.by ? { values: { by: refusal.by } } : {}) }];
}
