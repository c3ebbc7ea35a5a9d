import { z } from 'zod';
import { cardOf } from '@/lib/sla/clock';
import { type CaseFile, leadOf } from '../case-file';
import { holderAt } from '../held-by';
import type { ClockKind } from '../records';
import { refuse } from '../refusals';
import { transition } from '../transition';

/** Clocks whose holder is given cards; what residents and reviewers owe carries none. */
export const cardKinds = [
  'promise',
  'dispatch',
  'accept',
  'contact',
  'reportIn',
  'arrive',
  'reportBack',
] as const satisfies readonly ClockKind[];

const carded: readonly ClockKind[] = cardKinds;

/** Cards that are due and have not been given: of one clock the graver only. */
function cardsDue(file: CaseFile, at: Date) {
  return file.clocks.flatMap((clock) => {
    if (clock.stoppedAt || clock.outcome || !carded.includes(clock.kind)) return [];
    const card = cardOf(clock, at);
    if (card === 'none' || card === clock.card || clock.card === 'red') return [];
    const call = file.calls.find((it) => it.id === clock.callId);
    const unitId = call?.unitId ?? holderAt(file, clock, at)?.unitId ?? null;
    return [{ clockId: clock.id, kind: clock.kind, card, unitId }];
  });
}

/**
 * Yellow one working day before the limit, red with the first working day after it, by itself (Shandong
 * provincial hotline rules, 2017). The card goes to whoever holds that clock at the moment; of a call, to
 * the unit called.
 */
export const card = transition({
  input: z.object({}),
  unless: (file, _actor, at) => (cardsDue(file, at).length > 0 ? null : refuse('nothingNew')),
  follows(file, _input, _actor, { at }) {
    const cards = cardsDue(file, at);
    return {
      cards,
      data: {
        cards: cards.map(({ kind, card, unitId }) => ({ kind, card, unitId })),
        holderUnitId: leadOf(file)?.unitId ?? null,
      },
    };
  },
});
