import type { Actor } from '@/lib/people/actor';
import type { CaseFile } from './case-file';
import type { NoticeRow } from './records';

type Told = Pick<NoticeRow, 'kind' | 'voiceId' | 'unitId' | 'personId'>;

/**
 * Units beside the lead that a step is told to, whatever the verb: the one that helps, those called, those
 * whose call has been called off or passed over, those that were rated or given a card.
 */
export function noticesOfCalls(before: CaseFile, after: CaseFile, actor: Actor): Told[] {
  const own = actor.kind === 'person' ? actor.unitId : null;
  return [...seconds(before, after), ...calls(before, after), ...cards(before, after)]
    .filter(({ unitId }) => unitId !== own)
    .map((it) => ({ ...it, voiceId: null, personId: null }));
}

type ToUnit = { kind: string; unitId: string };

const seconds = (before: CaseFile, after: CaseFile): ToUnit[] =>
  after.assignments
    .filter((it) => it.role === 'second' && !before.assignments.some((old) => old.id === it.id))
    .map(({ unitId }) => ({ kind: 'second', unitId }));

const calls = (before: CaseFile, after: CaseFile): ToUnit[] =>
  after.calls.flatMap((call): ToUnit[] => {
    const { unitId, fromUnitId, outcome } = call;
    const old = before.calls.find((it) => it.id === call.id);
    if (!old) return [{ kind: 'whistle', unitId }];
    if (outcome !== old.outcome && outcome === 'void') return [{ kind: 'callOff', unitId }];
    if (outcome !== old.outcome && outcome === 'silent') return [{ kind: 'callSilent', unitId }];
    if (call.helpRating !== old.helpRating) return [{ kind: 'rateHelp', unitId }];
    if (call.callRating !== old.callRating) return [{ kind: 'rateHelp', unitId: fromUnitId }];
    return [];
  });

const cards = (before: CaseFile, after: CaseFile): ToUnit[] =>
  after.clocks.flatMap((clock): ToUnit[] => {
    const call = after.calls.find((it) => it.id === clock.callId);
    return call && isCarded(before, clock) ? [{ kind: 'card', unitId: call.unitId }] : [];
  });

type CardedClock = CaseFile['clocks'][number];

const isCarded = (before: CaseFile, clock: CardedClock): boolean => {
  const old = before.clocks.find((it) => it.id === clock.id);
  return !!old && clock.card !== null && clock.card !== old.card;
};

/** Whether a card concerns whoever leads, and not only units that were called. */
export const cardsTheLead = (before: CaseFile, after: CaseFile): boolean =>
  after.clocks.some((it) => !it.callId && isCarded(before, it));

/** Residents are told once a round that several units are at it; how many more there are is not news. */
export const isFirstWhistle = (before: CaseFile): boolean =>
  !before.calls.some((it) => before.rounds.at(-1)?.id === it.roundId);
