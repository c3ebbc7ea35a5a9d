import { type CaseFile, pendingRequests, roundOf, runningClock } from './case-file';
import type { Status } from './lifecycle';
import type { RequestKind, RequestRow } from './records';

/** Statuses in which each may be asked; a pending one is void as soon as the case stands elsewhere. */
export const askedFrom: Record<RequestKind, readonly Status[]> = {
  extend: ['accepted', 'contacted'],
  park: ['contacted'],
  conclude: ['contacted', 'resolved'],
  object: ['resolved', 'closed'],
};

/** What a unit may ask for; the fourth kind is a resident's. */
export const unitRequests = ['extend', 'park', 'conclude'] as const;
export type UnitRequest = (typeof unitRequests)[number];

/** How often this was granted in the present round. */
export const grantedInRound = (file: CaseFile, kind: RequestKind): number =>
  file.requests.filter(
    (it) => it.kind === kind && it.outcome === 'granted' && it.roundId === roundOf(file).id,
  ).length;

/**
 * What may be asked for as the case stands. A promise that counts hours is not extended: what is urgent
 * does not become less so; one that is past is not either, for asking late must gain nothing.
 */
export function askable(file: CaseFile, at: Date): UnitRequest[] {
  const promise = runningClock(file, 'promise');
  const pending = pendingRequests(file).map((it) => it.kind);
  return unitRequests.filter((kind) => {
    if (!askedFrom[kind].includes(file.appeal.status) || pending.includes(kind)) return false;
    if (kind === 'conclude') return true;
    const runs = !!promise?.dueAt && promise.dueAt > at;
    return kind === 'park' ? !!promise?.dueAt : runs && promise.unit !== 'hours';
  });
}

export const pendingById = (file: CaseFile, id: string): RequestRow | undefined =>
  pendingRequests(file).find((it) => it.id === id);
