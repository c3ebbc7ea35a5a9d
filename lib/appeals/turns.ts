import {
  type CaseFile,
  leadOf,
  presentVoices,
  roundOf,
  runningClock,
  triedToContact,
} from './case-file';
import type { Verb } from './lifecycle';
import type { ClockRow, TurnRow } from './records';

export type Turn = Omit<TurnRow, 'id' | 'appealId'>;

const nobody = { unitId: null, personId: null, capability: null, notBefore: null };

function by(clock: ClockRow | undefined): Pick<Turn, 'dueAt' | 'yellowAt' | 'redAt'> {
  return {
    dueAt: clock?.dueAt ?? null,
    yellowAt: clock?.yellowAt ?? null,
    redAt: clock?.redAt ?? null,
  };
}

/** Whose move it is, for every status; an inbox shows nothing else. */
export function turnsOf(file: CaseFile): Turn[] {
  const lead = leadOf(file);
  const promise = runningClock(file, 'promise');
  const unit = (verb: Verb, clock: ClockRow | undefined): Turn[] =>
    lead ? [{ ...nobody, unitId: lead.unitId, personId: lead.personId, verb, ...by(clock) }] : [];

  switch (file.appeal.status) {
    case 'filed':
      return [
        {
          ...nobody,
          capability: 'dispatch',
          verb: 'dispatch',
          ...by(runningClock(file, 'dispatch')),
        },
      ];
    case 'dispatched':
      return unit('accept', runningClock(file, 'accept'));
    case 'accepted':
      return triedToContact(file)
        ? unit('resolve', promise)
        : unit('contact', runningClock(file, 'contact'));
    case 'contacted':
    case 'parked':
      return unit('resolve', promise);
    case 'resolved':
      return afterResolve(file);
    case 'closed':
      return [];
  }
}

function afterResolve(file: CaseFile): Turn[] {
  const round = roundOf(file);
  const rate = runningClock(file, 'rate');
  const silent = presentVoices(file).some(
    (voice) =>
      round.invited.includes(voice.id) &&
      !file.verdicts.some((it) => it.roundId === round.id && it.voiceId === voice.id),
  );
  const due = rate?.dueAt ?? null;
  return [
    ...(silent
      ? [{ ...nobody, capability: 'interview', verb: 'interview' as const, ...by(rate) }]
      : []),
    { ...nobody, capability: 'system', verb: 'lapse', ...by(rate), notBefore: due },
  ];
}
