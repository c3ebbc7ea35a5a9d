import type { Actor } from '@/lib/people/actor';
import { isRoundTheClock } from '@/lib/sla/limit';
import { type CaseFile, causeOf, pendingRequests, roundOf, runningClock } from './case-file';
import { type Status, statuses } from './lifecycle';
import type { RequestKind, RequestRow } from './records';

/** Statuses in which each may be asked; a pending one is void as soon as the case stands elsewhere. */
export const askedFrom: Record<RequestKind, readonly Status[]> = {
  extend: ['accepted', 'contacted'],
  park: ['contacted'],
  conclude: ['contacted', 'resolved'],
  object: ['resolved', 'closed'],
  cause: ['accepted', 'contacted', 'resolved'],
  test: ['contacted'],
  // About a round that has counted: where the case stands meanwhile does not matter.
  exclude: statuses,
  keepIn: statuses,
};

/** What a unit may ask for while it has the case; the others are a resident's, or about a round that is over. */
export const unitRequests = ['extend', 'park', 'test', 'cause', 'conclude'] as const;
export type UnitRequest = (typeof unitRequests)[number];

/** Asked by the unit that has the case, for as long as it has it. */
export const isUnitRequest = ({ kind }: Pick<RequestRow, 'kind'>): boolean =>
  unitRequests.some((it) => it === kind);

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
    if (kind === 'cause') return causeOf(file)?.roundId !== roundOf(file).id;
    if (kind === 'test') return mayWaitForTest(file, at);
    const runs = !!promise?.dueAt && promise.dueAt > at;
    return kind === 'park' ? !!promise : runs && !isRoundTheClock(promise.unit);
  });
}

/**
 * A statutory test holds the promise only while it has not passed: asking late must gain nothing. One test
 * is waited for at a time.
 */
export function mayWaitForTest(file: CaseFile, at: Date): boolean {
  const promise = runningClock(file, 'promise');
  const waits = file.pauses.some((it) => it.cause === 'test' && !it.untilAt);
  return !!promise && !waits && (promise.dueAt === null || promise.dueAt > at);
}

export const pendingById = (file: CaseFile, id: string): RequestRow | undefined =>
  pendingRequests(file).find((it) => it.id === id);

/** Whoever is of the unit that is said to own the cause does not decide whether it does. */
export const ownsCause = ({ ownerUnitId }: RequestRow, actor: Actor): boolean =>
  actor.kind === 'person' && ownerUnitId === actor.unitId;

/** Whether this reviewer finds a unit's request to decide here. */
export const decidableBy = (file: CaseFile, actor: Actor): boolean =>
  pendingRequests(file).some((it) => isUnitRequest(it) && !ownsCause(it, actor));
