import type { Calendar } from '@/lib/sla/calendar';
import { instantOf } from '@/lib/time/civil';
import {
  type CaseFile,
  causeOf,
  leadOf,
  parkedFrom,
  pendingRequests,
  roundOf,
  runningClock,
  supervisionOf,
  triedToContact,
} from './case-file';
import { waitsOf } from './holds';
import { askedFrom, stillToAsk } from './interviews';
import type { Verb } from './lifecycle';
import type { ClockRow, RequestKind, Turn } from './records';
import { barsUnit } from './recusals';
import { responsibleOf } from './responsible';
import { checkDays, openCheck } from './spot-check';
import { turnsOfCalls, turnsOfSecond } from './turns-of-calls';

const nobody = { unitId: null, personId: null, capability: null, notBefore: null };

function by(clock: ClockRow | undefined): Pick<Turn, 'dueAt' | 'yellowAt' | 'redAt'> {
  return {
    dueAt: clock?.dueAt ?? null,
    yellowAt: clock?.yellowAt ?? null,
    redAt: clock?.redAt ?? null,
  };
}

/** Whose move it is, for every status; an inbox shows nothing else. */
export const turnsOf = (file: CaseFile, calendar: Calendar): Turn[] =>
  [
    ...ofStatus(file, calendar),
    ...ofResponsible(file),
    ...turnsOfCalls(file),
    ...turnsOfSecond(file),
    ...ofRequests(file),
    ...ofSupervision(file, calendar),
    ...ofCause(file),
    ...ofCheck(file),
  ].flatMap((turn) => entrusted(file, turn));

/** What nobody else is left to do lies with the fallbacks, each by name. */
function entrusted({ appeal, assignments }: CaseFile, turn: Turn): Turn[] {
  const { fallbackIds, fallbackFor } = appeal;
  const led = assignments.some((it) => it.untilAt === null && it.unitId === turn.unitId);
  const theirs = turn.capability
    ? fallbackFor.includes(turn.capability)
    : fallbackFor.includes('handle') && led;
  if (!theirs || fallbackIds.length === 0) return [turn];
  const named = fallbackIds.map((personId) => ({
    ...turn,
    unitId: null,
    personId,
    capability: 'entrusted',
  }));
  return turn.capability ? named : [turn, ...named];
}

/** Whoever answers for it while another has not accepted it keeps seeing it; nothing is owed but an eye on it. */
function ofResponsible(file: CaseFile): Turn[] {
  const unit = responsibleOf(file);
  if (!unit || leadOf(file)?.unitId === unit.unitId || file.appeal.status === 'resolved') return [];
  return [{ ...nobody, ...noDates, unitId: unit.unitId, verb: 'annotate' }];
}

const decidedBy: Partial<Record<RequestKind, Verb>> = {
  object: 'rule',
  exclude: 'decideExclusion',
  keepIn: 'ruleExclusion',
};

/** Somebody who never had the case decides what was asked. */
const ofRequests = (file: CaseFile): Turn[] =>
  pendingRequests(file).map((request) => ({
    ...nobody,
    capability: 'review',
    verb: decidedBy[request.kind] ?? 'grant',
    ...by(file.clocks.find((it) => it.requestId === request.id)),
  }));

/** The owner of a cause owes a word about it, also when the case is closed. */
function ofCause(file: CaseFile): Turn[] {
  const cause = causeOf(file);
  if (!cause || cause.answeredAt) return [];
  return [{ ...nobody, ...noDates, unitId: cause.unitId, verb: 'answerCause' }];
}

/** Somebody of another unit finds out; whoever is checked is told of no such turn (queries/case-view). */
function ofCheck(file: CaseFile): Turn[] {
  const check = openCheck(file);
  if (!check) return [];
  const dueAt = new Date(check.at.getTime() + checkDays * 86_400_000);
  return [{ ...nobody, ...noDates, capability: 'interview', verb: 'recheck', dueAt }];
}

/** The supervisors watch it; a leader who took it has a date to keep. */
function ofSupervision(file: CaseFile, calendar: Calendar): Turn[] {
  const present = supervisionOf(file);
  if (!present) return [];
  const dueAt = present.nextOn ? endOf(present.nextOn, calendar) : null;
  const watched = { ...nobody, ...noDates, dueAt };
  return [
    { ...watched, capability: 'supervise', verb: 'supervise' },
    ...(present.leaderId
      ? [{ ...watched, personId: present.leaderId, capability: 'takeOn', verb: 'takeOn' as const }]
      : []),
  ];
}

const noDates = { dueAt: null, yellowAt: null, redAt: null };

const endOf = (on: string, { businessEndsAt, zone }: Calendar): Date =>
  instantOf(on, businessEndsAt, zone);

function ofStatus(file: CaseFile, calendar: Calendar): Turn[] {
  const lead = leadOf(file);
  const promise = runningClock(file, 'promise');
  // A unit that is barred has it no longer: somebody must name another.
  const barred = lead && barsUnit(file, lead.unitPath);
  const elsewhere: Turn[] = [
    { ...nobody, capability: 'dispatch', verb: 'redispatch', ...by(promise) },
  ];
  const unit = (verb: Verb, clock: ClockRow | undefined): Turn[] =>
    barred
      ? verb === 'resume'
        ? []
        : elsewhere
      : lead
        ? [{ ...nobody, unitId: lead.unitId, personId: lead.personId, verb, ...by(clock) }]
        : [];

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
      return contacted(file, calendar, unit('resolve', promise));
    case 'parked':
      return parked(file, calendar, unit);
    case 'resolved':
      return afterResolve(file);
    case 'closed':
      return [];
  }
}

/** While it waits for somebody, the unit's row stands at the day the waiting ends, which ends by itself. */
function contacted(file: CaseFile, { zone }: Calendar, unit: Turn[]): Turn[] {
  const waits = waitsOf(file, zone);
  const ends = waits.flatMap((it) => (it.endsAt ? [it.endsAt] : []));
  const standing = waits.flatMap((it) => (it.stands && it.endsAt ? [it.endsAt.getTime()] : []));
  if (ends.length === 0) return unit;
  const first = new Date(Math.min(...ends.map((it) => it.getTime())));
  const back = standing.length > 0 ? { dueAt: new Date(Math.max(...standing)) } : {};
  return [
    // Somebody who must name another unit waits for nobody.
    ...unit.map((it) => (it.unitId ? { ...it, ...back } : it)),
    {
      ...nobody,
      ...noDates,
      capability: 'system',
      verb: 'endHold',
      dueAt: first,
      notBefore: first,
    },
  ];
}

/** It comes back by itself; the unit may bring it back before. */
function parked(
  file: CaseFile,
  { zone }: Calendar,
  unit: (verb: Verb, clock: ClockRow | undefined) => Turn[],
): Turn[] {
  const back = parkedFrom(file, zone);
  return [
    ...unit('resume', undefined).map((it) => ({ ...it, dueAt: back })),
    { ...nobody, ...noDates, capability: 'system', verb: 'resume', dueAt: back, notBefore: back },
  ];
}

function afterResolve(file: CaseFile): Turn[] {
  const round = roundOf(file);
  const rate = runningClock(file, 'rate');
  const asked = stillToAsk(file, round).length > 0;
  const due = rate?.dueAt ?? null;
  return [
    ...(asked
      ? [
          {
            ...nobody,
            capability: 'interview',
            verb: 'interview' as const,
            ...by(rate),
            notBefore: rate ? askedFrom(round, rate) : null,
          },
        ]
      : []),
    { ...nobody, capability: 'system', verb: 'lapse', ...by(rate), notBefore: due },
  ];
}
