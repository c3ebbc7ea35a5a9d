import {
  type CaseFile,
  leadOf,
  presentVoices,
  roundOf,
  runningClock,
  supervisionOf,
} from '@/lib/appeals/case-file';
import { contestedNaming } from '@/lib/appeals/hand-overs';
import type { Status } from '@/lib/appeals/lifecycle';
import type { Urgency } from '@/lib/appeals/records';
import type { UnitRef } from '@/lib/appeals/transition';
import { declineClasses } from '@/lib/appeals/words';
import { mintVoice, type PersonActor } from '@/lib/people/actor';
import type { Role } from '@/lib/people/roles';
import type { Dice } from '@/prisma/seed/dice';
import { answered, closedAgain } from './course-answers';
import { requested } from './course-requests';
import { answerOf, phrasesOf, saidOf, stillOf } from './phrases';
import type { Move } from './player';
import type { Scene } from './scene';
import type { Topic } from './topic';
import { laterBy, type Waking } from './waking';

/** What is settled of a course before it is played. */
export interface Plan {
  scene: Scene;
  roll: Dice;
  topic: Topic;
  owner: UnitRef;
  /** The wrong unit it is sent to first, if any. */
  astray: UnitRef | null;
  /** 0 to 1: how often this unit's answers hold. */
  solves: number;
  /** What has been done once and is not done again, by name. */
  done: Set<string>;
}

export interface Now extends Plan {
  file: CaseFile;
  /** The last instant at which anything happened. */
  from: number;
}

/** So many hours later, at a time such people act. */
export const later = (now: Now, hours: readonly [number, number], who: Waking): number =>
  laterBy(now.from, hours, who, now.scene.rules.calendar.zone, now.roll);

/** True so often, and for each name once in a case. */
export function once({ done, roll }: Plan, name: string, share: number): boolean {
  if (done.has(name)) return false;
  done.add(name);
  return roll.often(share);
}

/** Somebody else than `not`, where there is anybody else. */
export function somebody(
  { scene, roll }: Plan,
  office: string,
  role: Role,
  not: string | null = null,
): PersonActor {
  const all = scene.staff(scene.offices.get(office)?.id ?? '', role);
  const others = all.filter((it) => it.personId !== not);
  return roll.pick(others.length > 0 ? others : all);
}

/** Whoever of the lead unit has it in hand. */
export function handlerOf({ scene, roll, file }: Now): PersonActor {
  const lead = leadOf(file);
  const staff = scene.staff(lead?.unitId ?? '', 'handler');
  return staff.find((it) => it.personId === lead?.personId) ?? roll.pick(staff);
}

export const filerOf = (file: CaseFile) => {
  const voice = presentVoices(file)[0];
  return voice ? mintVoice(voice.id, file.appeal.id) : null;
};

type Course = (now: Now) => Move | null;

/** What somebody does next, by where the case stands; null: nobody does anything more. */
const courses: Record<Status, Course> = {
  filed,
  dispatched,
  accepted,
  contacted: (now) => aside(now) ?? requested(now) ?? resolve(now),
  parked: (now) =>
    once(now, 'resumeEarly', 0.25)
      ? {
          verb: 'resume',
          input: {},
          actor: handlerOf(now),
          at: later(now, [200, 900], 'staff'),
        }
      : null,
  resolved: (now) => requested(now) ?? answered(now),
  closed: (now) => requested(now) ?? closedAgain(now),
};

export const nextMove: Course = (now) => courses[now.file.appeal.status](now);

function filed(now: Now): Move {
  const { roll, owner, astray, file, topic, scene } = now;
  const contested = contestedNaming(file);
  const actor = somebody(now, 'centre', 'dispatcher', contested?.namedBy);
  const soon = later(now, roll.often(0.97) ? [0.02, 0.5] : [1, 5], 'onCall');
  if (file.appeal.round === 1 && once(now, 'decline', 0.015)) {
    const input = {
      class: roll.pick(declineClasses),
      reason: roll.pick(phrasesOf.declined),
      route: roll.pick(phrasesOf.routes),
    };
    return { verb: 'decline', input, actor, at: soon };
  }
  if (once(now, 'answer', topic.kind === 'consultation' ? 0.4 : 0.02)) {
    return { verb: 'answer', input: { answer: roll.pick(phrasesOf.atDesk) }, actor, at: soon };
  }
  const first = !now.done.has('sent');
  now.done.add('sent');
  const unit = first && astray ? astray : owner;
  const categoryId = scene.categories.get(topic.category)?.at(-1);
  const input = {
    unitId: unit.id,
    ...(file.appeal.categoryId === null ? { categoryId } : {}),
    ...(topic.urgency === file.appeal.urgency ? {} : { urgency: topic.urgency }),
    ...(roll.often(0.05) ? { note: roll.pick(phrasesOf.notes) } : {}),
    ...(contested ? { reason: roll.pick(phrasesOf.redispatch) } : {}),
  };
  return { verb: 'dispatch', input, actor, at: soon };
}

function dispatched(now: Now): Move {
  const { roll, owner, astray, file } = now;
  const wrong = astray !== null && leadOf(file)?.unitId === astray.id;
  if (wrong && roll.often(0.75)) {
    const input = { betterUnitId: owner.id, reason: roll.pick(phrasesOf.sentBack) };
    const at = later(now, [0.2, 6], 'staff');
    const until = runningClock(file, 'sendBack')?.dueAt?.getTime() ?? at;
    // Too late for that, it writes to those who sent it.
    if (at <= until) return { verb: 'sendBack', input, actor: handlerOf(now), at };
  }
  if (wrong) {
    const input = { unitId: owner.id, reason: roll.pick(phrasesOf.redispatch) };
    const actor = somebody(now, 'centre', 'dispatcher');
    return { verb: 'redispatch', input, actor, at: later(now, [2, 20], 'onCall') };
  }
  const at = later(now, roll.often(0.95) ? [0.02, 0.9] : [1.3, 7], 'onCall');
  return { verb: 'accept', input: {}, actor: handlerOf(now), at };
}

function accepted(now: Now): Move {
  const { roll, scene, file, topic } = now;
  const unitId = leadOf(file)?.unitId ?? '';
  if (once(now, `assign ${file.appeal.round}`, 0.08) && unitId === now.owner.id) {
    const input = { personId: roll.pick(scene.staff(unitId, 'handler')).personId };
    const actor = roll.pick(scene.staff(unitId, 'leader'));
    return { verb: 'assign', input, actor, at: later(now, [0.1, 0.6], 'onCall') };
  }
  const actor = handlerOf(now);
  for (const [name, share, wait] of missed) {
    if (name === 'again' && !now.done.has('missed')) break;
    if (!once(now, `${name} ${file.appeal.round}`, share)) continue;
    now.done.add('missed');
    const input = { how: 'telephone', note: roll.pick(phrasesOf.missed) };
    return { verb: 'missContact', input, actor, at: later(now, wait, 'staff') };
  }
  const voice = presentVoices(file)[0];
  const relayed = !voice || voice.secret || voice.reach === 'link' || voice.reach === 'none';
  const how = relayed ? 'message' : 'telephone';
  const at = roll.often(0.95)
    ? later(now, toCall[topic.urgency], isQuick(topic) ? 'onCall' : 'staff')
    : later(now, [20, 34], 'staff');
  const input = { how: roll.often(0.1) ? 'visit' : how, said: saidOf(topic, roll) };
  const inOtherWords = (other: Dice) => ({ ...input, said: saidOf(topic, other) });
  return { verb: 'contact', input, actor, at, inOtherWords };
}

const isQuick = ({ urgency }: Topic): boolean => urgency === 'urgent' || urgency === 'extraUrgent';

/** Hours until the unit calls. */
const toCall: Record<Urgency, readonly [number, number]> = {
  extraUrgent: [0.03, 0.5],
  urgent: [0.1, 2],
  ordinary: [0.1, 9],
  complex: [0.1, 9],
};

const missed: readonly (readonly [string, number, readonly [number, number]])[] = [
  ['first', 0.06, [0.3, 2]],
  ['again', 0.4, [3, 18]],
];

/** Words between the steps: messages, additions, notes; now and then a supervisor's or leader's hand. */
function aside(now: Now): Move | null {
  const { roll, file } = now;
  const voice = filerOf(file);
  const words = (list: readonly string[]) => ({ words: roll.pick(list) });
  if (voice && once(now, 'withdraw', 0.018)) {
    const input = { reason: roll.pick(phrasesOf.withdrawn), pressed: 'no' };
    return { verb: 'withdraw', input, actor: voice, at: later(now, [1, 30], 'resident') };
  }
  if (voice && once(now, 'message', 0.05)) {
    const input = words(phrasesOf.messages);
    return { verb: 'message', input, actor: voice, at: later(now, [2, 30], 'resident') };
  }
  if (now.done.has('message') && once(now, 'reply', 0.03)) {
    const input = words(phrasesOf.replies);
    return { verb: 'message', input, actor: handlerOf(now), at: later(now, [0.5, 9], 'staff') };
  }
  if (voice && once(now, 'supplement', 0.03)) {
    const input = words(phrasesOf.supplements);
    return { verb: 'supplement', input, actor: voice, at: later(now, [0.5, 20], 'resident') };
  }
  if (once(now, 'annotate', 0.05)) {
    const input = { note: roll.pick(phrasesOf.notes) };
    return { verb: 'annotate', input, actor: handlerOf(now), at: later(now, [0.2, 5], 'staff') };
  }
  return watched(now);
}

function watched(now: Now): Move | null {
  const { roll, file, scene } = now;
  if (!supervisionOf(file) && once(now, 'supervise', 0.006)) {
    const input = { level: '1', reason: roll.pick(phrasesOf.supervised) };
    const actor = somebody(now, 'oversight', 'supervisor');
    return { verb: 'supervise', input, actor, at: later(now, [1, 20], 'staff') };
  }
  if (supervisionOf(file) && once(now, 'takeOn', 0.25)) {
    const actor = roll.pick(scene.staff(leadOf(file)?.unitId ?? '', 'leader'));
    const at = later(now, [1, 10], 'staff');
    const nextOn = new Date(at + 6 * 86_400_000).toISOString().slice(0, 10);
    return { verb: 'takeOn', input: { nextOn, note: roll.pick(phrasesOf.taken) }, actor, at };
  }
  return null;
}

function resolve(now: Now): Move {
  const { roll, topic } = now;
  const wait = roll.often(0.05) ? late[topic.urgency] : usual[topic.urgency];
  const at = later(now, wait, isQuick(topic) ? 'onCall' : 'staff');
  const input = answerTo(now);
  const inOtherWords = (other: Dice) =>
    input.outcome === 'cannot' ? input : { ...input, answer: answerOf(topic, other) };
  return { verb: 'resolve', input, actor: handlerOf(now), at, inOtherWords };
}

const usual: Record<Urgency, readonly [number, number]> = {
  extraUrgent: [0.1, 0.5],
  urgent: [0.5, 12],
  ordinary: [4, 96],
  complex: [24, 250],
};
const late: Record<Urgency, readonly [number, number]> = {
  extraUrgent: [2, 9],
  urgent: [26, 60],
  ordinary: [170, 330],
  complex: [320, 520],
};

function answerTo({ roll, topic }: Now): Record<string, unknown> {
  if (topic.cannot && roll.often(0.3)) return { outcome: 'cannot', ...topic.cannot };
  return { outcome: roll.often(0.07) ? 'partly' : 'done', answer: answerOf(topic, roll) };
}

/** Whether people still want something after this round's answer; each round it holds a little better. */
export const isStill = ({ solves, roll, file }: Now): boolean =>
  !roll.often(Math.min(0.95, solves + (roundOf(file).number - 1) * 0.1));

export const stillWords = ({ topic, roll }: Now): string => stillOf(topic, roll);
