import { type CaseFile, parkedFrom, runningClock } from '@/lib/appeals/case-file';
import { alreadyOrdered, causeHolds } from '@/lib/appeals/supervision-causes';
import type { Rules } from '@/lib/appeals/transition';
import { cardKinds } from '@/lib/appeals/transitions/card';
import { mintSystem } from '@/lib/people/actor';
import { DAY } from '@/lib/time/zone';
import type { Move } from './player';
import type { Scene } from './scene';

/**
 * What the county's own jobs would have done by themselves before somebody acts: cards, supervision,
 * parked cases coming back, rating clocks running out. A generated database in which a sweep found work
 * left over from years ago would be known for what it is.
 */

const system = mintSystem();
const carded: readonly string[] = cardKinds;

/** Jobs look on the minute. */
const onTheMinute = (at: number): number => (Math.floor(at / 60_000) + 1) * 60_000;

/** The next step of the system that falls due up to `upTo`, or null. */
export function systemMove(file: CaseFile, from: number, upTo: number, scene: Scene): Move | null {
  const card = nextCard(file, from);
  const order = nextOrder(file, from, Math.min(upTo, card?.at ?? upTo), scene);
  const dated = nextOnDate(file, from, scene);
  let first: Move | null = null;
  for (const it of [card, order, dated]) {
    if (it && it.at <= upTo && (!first || it.at < first.at)) first = it;
  }
  return first;
}

function nextCard(file: CaseFile, from: number): Move | null {
  let at = Number.POSITIVE_INFINITY;
  if (file.appeal.status === 'closed') return null;
  for (const clock of file.clocks) {
    if (clock.stoppedAt || clock.outcome || !carded.includes(clock.kind)) continue;
    if (clock.card === null && clock.yellowAt) at = Math.min(at, clock.yellowAt.getTime());
    else if (clock.card !== 'red' && clock.redAt && clock.dueAt) {
      at = Math.min(at, Math.max(clock.redAt.getTime(), clock.dueAt.getTime()));
    }
  }
  if (at === Number.POSITIVE_INFINITY) return null;
  return { verb: 'card', input: {}, actor: system, at: onTheMinute(Math.max(at, from)) };
}

/** What comes on a date: a parked case comes back, a rating clock ends. */
function nextOnDate(file: CaseFile, from: number, { rules }: Scene): Move | null {
  const { status } = file.appeal;
  const date =
    status === 'parked'
      ? parkedFrom(file, rules.calendar.zone)
      : status === 'resolved'
        ? (runningClock(file, 'rate')?.dueAt ?? null)
        : null;
  if (!date) return null;
  const verb = status === 'parked' ? 'resume' : 'lapse';
  const at = onTheMinute(Math.max(date.getTime(), from));
  return { verb, input: {}, actor: system, at };
}

/** The order a supervision rule gives, looked for now and then once a day. */
function nextOrder(file: CaseFile, from: number, upTo: number, scene: Scene): Move | null {
  const { rules } = scene;
  if (!mayBeOrdered(file, upTo, rules)) return null;
  for (let at = onTheMinute(from); at <= upTo; at += DAY) {
    const now = new Date(at);
    for (const rule of rules.supervision) {
      if (!causeHolds(rule, file, now, rules) || alreadyOrdered(rule, file)) continue;
      const input = { level: String(rule.level), cause: rule.cause };
      return { verb: 'supervise', input, actor: system, at };
    }
  }
  return null;
}

/** Most cases give no cause, and asking all rules every day of each costs. */
function mayBeOrdered(file: CaseFile, upTo: number, { supervision }: Rules): boolean {
  if (file.pressures.some((it) => it.pressed)) return true;
  if (file.appeal.status === 'closed') return false;
  const due = runningClock(file, 'promise')?.dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const days = supervision.map((it) => (it.cause === 'silent' ? it.threshold : 365));
  const silent = upTo - file.appeal.lastAt.getTime() >= Math.min(...days) * DAY;
  return due < upTo || silent || file.assignments.length > 1;
}
