import { pendingRequests, roundOf, unsolvedRounds } from '@/lib/appeals/case-file';
import { askable } from '@/lib/appeals/requests';
import { addDays, civilDateOf } from '@/lib/time/civil';
import { filerOf, handlerOf, later, type Now, once, somebody } from './course';
import { phrasesOf } from './phrases';
import type { Move } from './player';

/** What is asked for and decided: extensions, parking, concluding, and objections to *cannot be done*. */
export function requested(now: Now): Move | null {
  return decided(now) ?? asked(now) ?? objected(now);
}

function decided(now: Now): Move | null {
  const { roll, file } = now;
  const [pending] = pendingRequests(file);
  if (!pending) return null;
  const actor = somebody(now, 'oversight', 'reviewer');
  const at = later(now, roll.often(0.9) ? [0.5, 14] : [20, 40], 'staff');
  if (pending.kind === 'object') {
    const upheld = roll.often(0.3) ? 'yes' : 'no';
    const reason = phrasesOf.rulings[upheld === 'yes' ? 1 : 0];
    return { verb: 'rule', input: { upheld, reason }, actor, at };
  }
  const granted = roll.often(0.7);
  const reason = roll.pick(granted ? phrasesOf.granted : phrasesOf.refused);
  const input = { requestId: pending.id, reason };
  return { verb: granted ? 'grant' : 'refuse', input, actor, at };
}

function asked(now: Now): Move | null {
  const { roll, file, scene } = now;
  if (file.appeal.status !== 'contacted') return null;
  const at = later(now, [2, 40], 'staff');
  const open = askable(file, new Date(at));
  const round = file.appeal.round;
  const actor = handlerOf(now);
  const least = scene.rules.settings.concludeRounds.amount;
  if (
    open.includes('conclude') &&
    unsolvedRounds(file) >= least &&
    once(now, `conclude ${round}`, 0.4)
  ) {
    const input = { kind: 'conclude', reason: roll.pick(phrasesOf.conclude) };
    return { verb: 'askFor', input, actor, at };
  }
  if (round > 1) return null;
  if (open.includes('extend') && once(now, 'extend', 0.045)) {
    const most = scene.rules.settings.extendMost.amount;
    const amount = String(1 + Math.floor(roll.next() * most));
    const input = { kind: 'extend', amount, reason: roll.pick(phrasesOf.extend) };
    return { verb: 'askFor', input, actor, at };
  }
  if (open.includes('park') && once(now, 'park', 0.012)) {
    const today = civilDateOf(new Date(at), scene.rules.calendar.zone);
    const untilOn = addDays(today, 15 + Math.floor(roll.next() * 120));
    const input = { kind: 'park', untilOn, reason: roll.pick(phrasesOf.park) };
    return { verb: 'askFor', input, actor, at };
  }
  return null;
}

function objected(now: Now): Move | null {
  const { roll, file } = now;
  const round = roundOf(file);
  const voice = filerOf(file);
  if (!voice || round.outcome !== 'cannot' || !round.resolvedAt) return null;
  const at = later(now, [2, 60], 'resident');
  const days = now.scene.rules.settings.objectDays.amount;
  if (at > round.resolvedAt.getTime() + days * 86_400_000) return null;
  if (!once(now, `object ${round.number}`, 0.3)) return null;
  return { verb: 'object', input: { reason: roll.pick(phrasesOf.objections) }, actor: voice, at };
}
