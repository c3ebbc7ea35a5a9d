import type { Actor } from '@/lib/people/actor';
import { DAY } from '@/lib/time/zone';
import type { CaseFile } from './case-file';
import type { RequestRow, RoundRow } from './records';

/**
 * A unit may ask that a round of its own is left out of what residents' answers come to (剔除). Numbers are bought
 * here, so it counts until somebody of another unit has decided, and again while a resident objects.
 * lib/measures/excluded.ts says the last in SQL.
 */

/** Calendar days after a round was counted in which its unit may ask. */
export const excludeDays = 15;
/** Calendar days after the decision in which a resident may object. */
export const keepInDays = 30;

const past = (from: Date, days: number, at: Date): boolean =>
  at.getTime() > from.getTime() + days * DAY;

/** What was asked about a round; it is asked once. */
export const exclusionOf = (file: CaseFile, roundId: string): RequestRow | undefined =>
  file.requests.find((it) => it.kind === 'exclude' && it.roundId === roundId);

/** The objection to it; there is one. */
const keepInOf = (file: CaseFile, roundId: string): RequestRow | undefined =>
  file.requests.find((it) => it.kind === 'keepIn' && it.roundId === roundId);

/** Granted, and no objection waits or was upheld. */
export function isLeftOut(file: CaseFile, roundId: string): boolean {
  const objection = keepInOf(file, roundId);
  return (
    exclusionOf(file, roundId)?.outcome === 'granted' &&
    (!objection || objection.outcome === 'refused')
  );
}

/** Rounds this person's unit answered, that count by now and may still be asked about. */
export function excludable(file: CaseFile, actor: Actor, at: Date): RoundRow[] {
  if (actor.kind !== 'person') return [];
  return file.rounds.filter(
    (it) =>
      it.countedAt !== null &&
      it.invited.length > 0 &&
      it.unitId === actor.unitId &&
      !past(it.countedAt, excludeDays, at) &&
      !exclusionOf(file, it.id),
  );
}

/** What waits to be decided. */
export const askedExclusions = (file: CaseFile): RequestRow[] =>
  file.requests.filter((it) => it.kind === 'exclude' && it.endedAt === null);

/** What this resident may still object to: granted, of a round they were asked about, not objected to yet. */
export function contestable(file: CaseFile, actor: Actor, at: Date): RequestRow[] {
  if (actor.kind !== 'voice') return [];
  return file.requests.filter(
    (it) =>
      it.kind === 'exclude' &&
      it.outcome === 'granted' &&
      it.endedAt !== null &&
      !past(it.endedAt, keepInDays, at) &&
      !keepInOf(file, it.roundId) &&
      file.rounds.some((round) => round.id === it.roundId && round.invited.includes(actor.voiceId)),
  );
}

/** Objections that wait, each with whether this person granted what it is about. */
export function waitingKeepIns(
  file: CaseFile,
  actor: Actor,
): { objection: RequestRow; own: boolean }[] {
  const personId = actor.kind === 'person' ? actor.personId : null;
  return file.requests.flatMap((objection) => {
    if (objection.kind !== 'keepIn' || objection.endedAt) return [];
    const seq = exclusionOf(file, objection.roundId)?.endedSeq;
    const decidedBy = file.steps.find((it) => it.seq === seq)?.personId ?? null;
    return [{ objection, own: decidedBy !== null && decidedBy === personId }];
  });
}

/** The number of a request's round. */
export function roundAbout(file: CaseFile, { roundId }: RequestRow): number {
  const round = file.rounds.find((it) => it.id === roundId);
  if (!round) throw new Error(`appeal ${file.appeal.id} has no round ${roundId}`);
  return round.number;
}
