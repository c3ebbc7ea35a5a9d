import { cache } from 'react';
import { readCaseNumber } from '@/lib/appeals/case-number';
import { type CaseView, viewCase } from '@/lib/appeals/queries/case-view';
import { roundsToJudge } from '@/lib/appeals/rating';
import type { RoundRow, VoiceRow } from '@/lib/appeals/records';
import { currentVoice } from '@/lib/auth/voices';
import type { VoiceActor } from '@/lib/people/actor';

/** A case as the resident who follows it reads it. */
export interface OwnCase {
  actor: VoiceActor;
  voice: VoiceRow;
  view: CaseView;
  /** Answers this resident may still judge, oldest first. */
  toJudge: RoundRow[];
}

/** Null without a private link that opens this case, whether or not there is one of that number. */
export const ownCase = cache(async (given: string): Promise<OwnCase | null> => {
  const caseNumber = readCaseNumber(given);
  const actor = caseNumber ? await currentVoice(caseNumber) : null;
  if (!caseNumber || !actor) return null;
  const view = await viewCase(actor, caseNumber);
  const voice = view?.file.voices.find((it) => it.id === actor.voiceId);
  if (!view || !voice) return null;
  const toJudge = roundsToJudge(view.file, voice.id).toSorted((a, b) => a.number - b.number);
  return { actor, voice, view, toJudge };
});
