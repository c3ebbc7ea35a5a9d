import type { Status } from './lifecycle';
import type { ClockKind } from './records';

interface ClockRule {
  belongsTo: 'round' | 'assignment' | 'request' | 'call';
  /** With a new round, a new lead, a new request, a new call, or each time the status is entered. */
  begins: 'round' | 'lead' | 'request' | 'call' | Status;
  /** Entering one of these fulfils the clock; whatever else ends its owner makes it void. */
  doneOn: readonly Status[];
}

/** Every clock there is. How long each runs is data: see the table Limit. */
// biome-ignore format: one line a clock
export const clocks: Record<ClockKind, ClockRule> = {
  promise:    { belongsTo: 'round',      begins: 'round',    doneOn: ['resolved'] },
  dispatch:   { belongsTo: 'round',      begins: 'filed',    doneOn: ['dispatched', 'resolved'] },
  accept:     { belongsTo: 'assignment', begins: 'lead',     doneOn: ['accepted'] },
  contact:    { belongsTo: 'assignment', begins: 'lead',     doneOn: ['contacted'] },
  rate:       { belongsTo: 'round',      begins: 'resolved', doneOn: ['closed', 'dispatched', 'filed'] },
  decide:     { belongsTo: 'request',    begins: 'request',  doneOn: [] },
  reportIn:   { belongsTo: 'call',       begins: 'call',     doneOn: [] },
  arrive:     { belongsTo: 'call',       begins: 'call',     doneOn: [] },
  reportBack: { belongsTo: 'call',       begins: 'call',     doneOn: [] },
};

export const clockKinds = Object.keys(clocks) as ClockKind[];
