import { roundOf, runningClock, supervisionOf } from '@/lib/appeals/case-file';
import { roundsToJudge } from '@/lib/appeals/rating';
import { filerOf, isStill, later, type Now, once, somebody, stillWords } from './course';
import { phrasesOf } from './phrases';
import type { Move } from './player';

/** A resolved round: the resident judges, or is called, or keeps silent until the clock ends. */
export function answered(now: Now): Move | null {
  const { file } = now;
  const voice = filerOf(file);
  if (!voice) return null;
  const { number, invited } = roundOf(file);
  const waits = invited.includes(voice.voiceId) && roundsToJudge(file, voice.voiceId).length > 0;
  if (waits && once(now, `judge ${number}`, 0.42)) {
    const at = later(now, now.roll.often(0.7) ? [0.5, 30] : [24, 130], 'resident');
    return beforeLapse(now, { verb: 'judge', input: verdict(now, number), actor: voice, at });
  }
  if (waits && once(now, `interview ${number}`, 0.45)) {
    const actor = somebody(now, 'oversight', 'interviewer');
    const input = { ...heard(now), round: String(number), voiceId: voice.voiceId };
    return beforeLapse(now, {
      verb: 'interview',
      input,
      actor,
      at: later(now, [48, 130], 'staff'),
    });
  }
  return null;
}

/** When the time for answering is over the system acts first. */
function beforeLapse({ file }: Now, move: Move): Move | null {
  const ends = runningClock(file, 'rate')?.dueAt?.getTime();
  return ends !== undefined && move.at < ends ? move : null;
}

function verdict(now: Now, round: number): Record<string, unknown> {
  const { roll } = now;
  const still = isStill(now);
  const half = still && roll.often(0.3);
  const solved = !still ? 'yes' : half ? 'partly' : 'no';
  const handling = feeling(now, still ? 0.35 : 0.82);
  const pressed = roll.often(0.009);
  const words = !still
    ? roll.pick(handling === 'dissatisfied' ? phrasesOf.rude : phrasesOf.thanks)
    : half
      ? roll.pick(phrasesOf.half)
      : stillWords(now);
  return {
    round: String(round),
    solved,
    ...(half ? { more: roll.often(0.4) ? 'goOn' : 'enough' } : {}),
    result: feeling(now, still ? 0.08 : 0.85),
    handling,
    ...(roll.often(0.6) ? { words, ...(roll.often(0.6) ? { release: 'on' } : {}) } : {}),
    pressed: pressed ? 'yes' : 'no',
    ...(pressed ? { pressureWords: roll.pick(phrasesOf.pressure) } : {}),
  };
}

function heard(now: Now): Record<string, unknown> {
  const { roll } = now;
  if (roll.often(0.35)) return { reached: 'no' };
  const still = isStill(now);
  const half = still && roll.often(0.5);
  return {
    reached: 'yes',
    solved: !still ? 'yes' : half ? 'partly' : 'no',
    ...(half ? { more: roll.often(0.4) ? 'goOn' : 'enough' } : {}),
    result: feeling(now, still ? 0.15 : 0.8),
    handling: feeling(now, still ? 0.4 : 0.85),
    said: still ? stillWords(now) : roll.pick(phrasesOf.heard),
  };
}

const feeling = ({ roll }: Now, satisfied: number): string => {
  if (roll.often(satisfied)) return 'satisfied';
  return roll.often(0.6) ? 'neutral' : 'dissatisfied';
};

/** After closing: a late verdict, a case that comes back, a supervisor's release. */
export function closedAgain(now: Now): Move | null {
  const { roll, file } = now;
  if (supervisionOf(file) && once(now, 'release', 0.9)) {
    const actor = somebody(now, 'oversight', 'supervisor');
    const input = { reason: roll.pick(phrasesOf.released) };
    return { verb: 'release', input, actor, at: later(now, [24, 200], 'staff') };
  }
  const voice = filerOf(file);
  const { closedAs, reopenUntil, round } = file.appeal;
  if (!voice || !closedAs || !reopenUntil) return null;
  const number = roundOf(file).number;
  const at = later(now, [20, 500], 'resident');
  if (closedAs === 'lapsed' && once(now, `late ${round}`, 0.04)) {
    if (roundsToJudge(file, voice.voiceId).some((it) => it.number === number)) {
      return { verb: 'judge', input: verdict(now, number), actor: voice, at };
    }
  }
  const mayReopen = ['judged', 'heard', 'lapsed'].includes(closedAs) && at <= reopenUntil.getTime();
  if (mayReopen && once(now, 'reopen', 0.012)) {
    return { verb: 'reopen', input: { reason: roll.pick(phrasesOf.reopened) }, actor: voice, at };
  }
  return null;
}
