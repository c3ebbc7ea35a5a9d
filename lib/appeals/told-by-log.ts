import { type CaseFile, causeOf, leadOf } from './case-file';
import type { ClockKind } from './records';
import type { Json } from './transition';

/** Limits that figures are made of. */
const counted: readonly ClockKind[] = ['promise', 'dispatch', 'accept', 'contact', 'sendBack'];

/**
 * What an event says so that every figure can be counted again from the log alone (docs/measures.md):
 * `due`, when each limit ends that began or moved with this step, null where it stands still; `invited`, the
 * Voices asked about the answer; `final`, that the new lead cannot send it back; `leadEnds`, whether a lead whose place
 * another took was redispatched or barred; `decideBy`, when decisions are due, by the number of the step that asked;
 * `causeEnds`, that the owner of the cause no longer has it and nobody else has.
 */
export function toldByLog(
  before: CaseFile,
  after: CaseFile,
  fresh: boolean,
): { [key: string]: Json } {
  const due = dueOf(before, after, fresh);
  const invited = invitedNow(before, after);
  const lead = leadOf(after);
  const decideBy = decideByOf(before, after);
  const ends = after.assignments.find((it) => it.id === leadOf(before)?.id)?.endedAs ?? null;
  const final = lead?.final && !before.assignments.some((it) => it.id === lead.id);
  return {
    ...(Object.keys(due).length > 0 ? { due } : {}),
    ...(invited ? { invited } : {}),
    ...(final ? { final } : {}),
    ...(ends === 'redispatched' || ends === 'recused' ? { leadEnds: ends } : {}),
    ...(Object.keys(decideBy).length > 0 ? { decideBy } : {}),
    ...(causeOf(before) && !causeOf(after) ? { causeEnds: true } : {}),
  };
}

/** Of one kind only one runs at a time; where one ends as the next begins, the next is told. */
function dueOf(before: CaseFile, after: CaseFile, fresh: boolean): { [kind: string]: Json } {
  if (after.clocks === before.clocks && !fresh) return {};
  const due: { [kind: string]: Json } = {};
  for (const clock of after.clocks) {
    if (!counted.includes(clock.kind)) continue;
    const old = fresh ? undefined : before.clocks.find((it) => it.id === clock.id);
    if (old === clock || (old && old.dueAt?.getTime() === clock.dueAt?.getTime())) continue;
    due[clock.kind] = clock.dueAt?.toISOString() ?? null;
  }
  return due;
}

/** Several requests may wait at once, so each is named. */
function decideByOf(before: CaseFile, after: CaseFile): { [seq: string]: Json } {
  if (after.clocks === before.clocks) return {};
  return Object.fromEntries(
    after.clocks.flatMap((clock) => {
      const request = after.requests.find((it) => it.id === clock.requestId);
      const old = before.clocks.find((it) => it.id === clock.id);
      if (!request || old?.dueAt?.getTime() === clock.dueAt?.getTime()) return [];
      return [[`${request.seq}`, clock.dueAt?.toISOString() ?? null]];
    }),
  );
}

function invitedNow(before: CaseFile, after: CaseFile): string[] | null {
  const round = after.rounds.find((it) => it.number === before.appeal.round);
  const old = before.rounds.find((it) => it.number === before.appeal.round);
  return round && old && round.invited !== old.invited ? round.invited : null;
}
