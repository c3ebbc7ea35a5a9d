import type { Status } from './lifecycle';
import type { ClockKind } from './records';

interface ClockRule {
  belongsTo: 'round' | 'assignment' | 'request' | 'call';
  /** With a new round, a new lead, a new request, a new call, or each time the status is entered. */
  begins: 'round' | 'lead' | 'request' | 'call' | Status;
  /** Entering one of these fulfils the clock; whatever else ends its owner makes it void. */
  doneOn: readonly Status[];
  /** Entering one of these makes it void: what it gives time for can no longer be done. */
  voidOn?: readonly Status[];
  /** It says until when something may be done, and nobody owes it: no card, never overdue. */
  leave?: true;
}

/** Every clock there is. How long each runs is data: see the table Limit. */
// biome-ignore format: one line a clock
export const clocks: Record<ClockKind, ClockRule> = {
  promise:    { belongsTo: 'round',      begins: 'round',    doneOn: ['resolved'] },
  dispatch:   { belongsTo: 'round',      begins: 'filed',    doneOn: ['dispatched', 'resolved'] },
  accept:     { belongsTo: 'assignment', begins: 'lead',     doneOn: ['accepted'] },
  contact:    { belongsTo: 'assignment', begins: 'lead',     doneOn: ['contacted'] },
  sendBack:   { belongsTo: 'assignment', begins: 'lead',     doneOn: [], voidOn: ['accepted'], leave: true },
  rate:       { belongsTo: 'round',      begins: 'resolved', doneOn: ['closed', 'dispatched', 'filed'] },
  decide:     { belongsTo: 'request',    begins: 'request',  doneOn: [] },
  reportIn:   { belongsTo: 'call',       begins: 'call',     doneOn: [] },
  arrive:     { belongsTo: 'call',       begins: 'call',     doneOn: [] },
  reportBack: { belongsTo: 'call',       begins: 'call',     doneOn: [] },
};

export const clockKinds = Object.keys(clocks) as ClockKind[];

/** Whether somebody owes what the clock runs towards. */
export const isOwed = (kind: ClockKind): boolean => !clocks[kind].leave;

/** Clocks of which "overdue" says nothing about anybody. */
export const unowedKinds = clockKinds.filter((kind) => !isOwed(kind));
