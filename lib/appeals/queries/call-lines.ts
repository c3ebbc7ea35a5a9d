import { type Audience, reading } from '../audience';
import { nextOf } from '../calls';
import type { CaseFile } from '../case-file';
import type { CallRow, ClockKind, ClockRow } from '../records';
import type { Named } from './case-view';

/** One call as staff read it, or a unit that was called. */
export interface CallLine {
  call: CallRow;
  unit: Named;
  /** Who reported in. */
  person: string | null;
  whatFor: string | null;
  /** What the unit owes next, and by when; null once the call is over. */
  next: { kind: ClockKind; clock: ClockRow } | null;
}

interface Names {
  unitOf(id: unknown): Named | null;
  personOf(id: unknown): string | null;
}

/** Residents read of the calls in the story. */
export function callLines(
  audience: Audience,
  file: CaseFile,
  texts: readonly { seq: number; field: string; body: string | null }[],
  { unitOf, personOf }: Names,
): CallLine[] {
  if (audience === 'voice') return [];
  return file.calls.flatMap((call) => {
    const unit = unitOf(call.unitId);
    const field = `whatFor${call.nth}`;
    const readable = reading.whistle.words[field]?.includes(audience);
    const words = texts.find((it) => it.seq === call.seq && it.field === field);
    const kind = nextOf(call);
    const clock = file.clocks.find((it) => it.callId === call.id && it.kind === kind);
    return unit
      ? [
          {
            call,
            unit,
            person: personOf(call.personId),
            whatFor: readable ? (words?.body ?? null) : null,
            next: call.endedAt || !clock ? null : { kind, clock },
          },
        ]
      : [];
  });
}
