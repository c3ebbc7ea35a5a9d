import {
  type CaseFile,
  leadOf,
  openQuestion,
  parkedFrom,
  runningClock,
} from '@/lib/appeals/case-file';
import { toldToVoices } from '@/lib/appeals/notices';
import { responsibleOf } from '@/lib/appeals/responsible';
import { instantOf } from '@/lib/time/civil';

/** A word of the system's own: a few days before the rating clock ends, to whoever has not judged. */
export const reminder = 'remindRating';

/** Likewise: two weeks after closing, to whoever may then say whether it holds. */
export const holdsAsked = 'askWhetherItHolds';

/** All that residents are told of; each has its words in messages/<locale>/letters.json. */
export const letterKinds: readonly string[] = [...toldToVoices, reminder, holdsAsked];

/** What a letter says of a case: nothing a resident wrote, nobody's name. */
export interface LetterFacts {
  unitId: string | null;
  promisedAt: Date | null;
  /** Until when the resident may answer or judge, or the case stays parked. */
  until: Date | null;
  request: string;
}

/** The facts as they are when the letter is written, which may be hours after the step it tells of. */
export function letterFacts(
  file: CaseFile,
  { kind, seq }: { kind: string; seq: number },
  zone: string,
): LetterFacts {
  const answered = kind === 'resolve' || kind === 'answer' || kind === reminder;
  const round = file.rounds.findLast((it) => it.resolvedAt !== null);
  const rating = runningClock(file, 'rate')?.dueAt ?? null;
  const question = kind === 'ask' ? openQuestion(file) : undefined;
  const request = file.requests.find((it) => it.endedSeq === seq)?.kind ?? 'other';
  const held = leadOf(file)?.unitId ?? responsibleOf(file)?.unitId ?? null;
  return {
    unitId: answered ? (round?.unitId ?? held) : held,
    promisedAt: runningClock(file, 'promise')?.dueAt ?? null,
    until: answered
      ? rating
      : question
        ? instantOf(question.untilOn, '23:59', zone)
        : kind === 'grant'
          ? parkedFrom(file, zone)
          : null,
    request,
  };
}
