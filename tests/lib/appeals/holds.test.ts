import { afterEach, describe, expect, it } from 'vitest';
import { openQuestion, runningClock } from '@/lib/appeals/case-file';
import { whyNot } from '@/lib/appeals/decide';
import { holdsOf } from '@/lib/appeals/holds';
import { turnsOf } from '@/lib/appeals/turns';
import { mintSystem } from '@/lib/people/actor';
import {
  actor,
  calendar,
  filed,
  given,
  must,
  type Played,
  somebody,
  take,
  unitId,
  voiceOf,
} from '../../support/pure-world';

/** Monday, 2 March 2026, 9 in the morning; the promise of an ordinary appeal is 9 March, 18:00. */
const start = new Date('2026-03-02T01:00:00Z');
const day = (days: number, hours = 0) =>
  new Date(start.getTime() + days * 86_400_000 + hours * 3_600_000);

const handler = actor('zhaolimin');
const reviewer = somebody('oversight', ['reviewer']);
const system = mintSystem();
const zone = 'Asia/Shanghai';

function contacted(urgency = ''): Played {
  const played = filed(start);
  must(played, 'dispatch', { unitId: unitId('liuwan'), urgency }, actor('chenjing'), day(0, 1));
  must(played, 'accept', {}, handler, day(0, 2));
  must(played, 'contact', { how: 'telephone', said: '说好上门' }, handler, day(0, 3));
  return played;
}

/** Two attempts to reach the resident are on record. */
function tried(): Played {
  const played = contacted();
  must(played, 'missContact', { how: 'telephone' }, handler, day(1));
  must(played, 'missContact', { how: 'visit' }, handler, day(1, 2));
  return played;
}

const promiseOf = (played: Played) => runningClock(played.file, 'promise');
const dueOf = (played: Played) => promiseOf(played)?.dueAt?.toISOString();
const answer = (played: Played) => ({
  questionId: openQuestion(played.file)?.id,
  words: '三口人，都在家',
});

function asked(at = day(2), more: Record<string, string> = {}): Played {
  const played = tried();
  must(played, 'ask', { question: '家里几口人、谁在家？', ...more }, handler, at);
  return played;
}

afterEach(() => {
  given.calendar = calendar;
});

describe('a question to the resident', () => {
  it('stops the promise until it is answered, and gives back exactly the time it took', () => {
    const played = asked();
    expect(promiseOf(played)).toMatchObject({ dueAt: null, yellowAt: null, redAt: null });
    expect(holdsOf(played.file, zone)).toMatchObject([
      { cause: 'question', unitId: unitId('liuwan'), untilOn: '2026-03-09', stands: true },
    ]);
    must(played, 'answerQuestion', answer(played), voiceOf(played), day(3));
    expect(dueOf(played)).toBe('2026-03-10T10:00:00.000Z');
    expect(holdsOf(played.file, zone)).toEqual([]);
    expect(played.file.questions[0]).toMatchObject({ endedAs: 'answered', endedAt: day(3) });
    expect(played.events.at(-1)?.data).toMatchObject({
      holdsEnded: [{ cause: 'question', as: 'answered' }],
    });
  });

  it('needs two attempts on record, an hour apart, where it stops the promise', () => {
    const played = contacted();
    const question = { question: '在家吗？' };
    const refused = { code: 'badInput', problems: [{ code: 'triesFirst', values: { least: 2 } }] };
    expect(take(played, 'ask', question, handler, day(1))).toMatchObject(refused);
    must(played, 'missContact', { how: 'telephone' }, handler, day(1));
    must(played, 'missContact', { how: 'telephone' }, handler, day(1, 0.5));
    expect(take(played, 'ask', question, handler, day(1, 0.6))).toMatchObject(refused);
    must(played, 'missContact', { how: 'telephone' }, handler, day(1, 1));
    expect(take(played, 'ask', question, handler, day(1, 1.1)).ok).toBe(true);
  });

  it('stops nothing that is past or counts in hours, and may be asked all the same', () => {
    const late = contacted();
    must(late, 'ask', { question: '好了吗？' }, handler, day(8));
    expect(dueOf(late)).toBe('2026-03-09T10:00:00.000Z');
    expect(holdsOf(late.file, zone)).toMatchObject([{ cause: 'question', stands: false }]);
    const urgent = contacted('urgent');
    must(urgent, 'ask', { question: '水停了几户？' }, handler, day(0, 4));
    expect(promiseOf(urgent)?.dueAt).not.toBeNull();
  });

  it('stops the promise as often as the rule set says, then it runs on', () => {
    const played = asked(day(2));
    must(played, 'answerQuestion', answer(played), voiceOf(played), day(2, 1));
    must(played, 'ask', { question: '第二问' }, handler, day(2, 2));
    expect(promiseOf(played)?.dueAt).toBeNull();
    must(played, 'answerQuestion', answer(played), voiceOf(played), day(2, 3));
    must(played, 'ask', { question: '第三问' }, handler, day(2, 4));
    expect(promiseOf(played)?.dueAt).not.toBeNull();
  });

  it('has a last date within the rule set, one at a time', () => {
    const played = tried();
    const late = { question: '？', untilOn: '2026-03-10' };
    expect(take(played, 'ask', late, handler, day(2))).toMatchObject({
      problems: [{ field: 'untilOn', code: 'tooMuch', values: { most: 5 } }],
    });
    const past = { question: '？', untilOn: '2026-03-04' };
    expect(take(played, 'ask', past, handler, day(2))).toMatchObject({
      problems: [{ field: 'untilOn', code: 'notAhead' }],
    });
    must(played, 'ask', { question: '？', untilOn: '2026-03-05' }, handler, day(2));
    expect(whyNot(played.file, 'ask', handler, day(2))?.code).toBe('alreadyAsked');
  });

  it('ends on its date, to the same promise however late somebody comes', () => {
    const [punctual, late, other] = [asked(), asked(), asked()];
    const date = new Date('2026-03-09T16:00:00Z');
    expect(take(punctual, 'endHold', {}, system, new Date(date.getTime() - 1)).ok).toBe(false);
    const turn = turnsOf(punctual.file, calendar).find((it) => it.verb === 'endHold');
    expect(turn).toMatchObject({ capability: 'system', notBefore: date });
    must(punctual, 'endHold', {}, system, date);
    must(late, 'endHold', {}, system, new Date(date.getTime() + 3 * 86_400_000));
    must(other, 'annotate', { note: '没等到' }, handler, new Date(date.getTime() + 5 * 86_400_000));
    expect(dueOf(late)).toBe(dueOf(punctual));
    expect(dueOf(other)).toBe(dueOf(punctual));
    for (const played of [punctual, late, other]) {
      expect(played.file.questions[0]).toMatchObject({ endedAs: 'passed', endedAt: date });
      expect(whyNot(played.file, 'endHold', system, day(20))?.code).toBe('nothingHeld');
    }
  });

  it('does not make an answer on time that came after the date and the promise', () => {
    const played = asked();
    const resolved = { outcome: 'done', answer: '修好了' };
    must(played, 'resolve', resolved, handler, day(30));
    const promise = played.file.clocks.find((it) => it.kind === 'promise');
    expect(promise?.outcome).toBe('late');
  });

  it('ends when the case leaves contacted, with no time given for it', () => {
    const played = asked();
    const other = { unitId: unitId('chengguan'), reason: '换' };
    must(played, 'redispatch', other, actor('chenjing'), day(3));
    expect(played.file.questions[0]?.endedAs).toBe('void');
    expect(dueOf(played)).toBe('2026-03-10T10:00:00.000Z');
    expect(whyNot(played.file, 'answerQuestion', voiceOf(played), day(3))?.code).toBe('noQuestion');
  });

  it('ends when the unit reaches the resident itself, not by a message left', () => {
    const played = asked();
    expect(openQuestion(played.file)).toBeDefined();
    must(played, 'contact', { how: 'visit', said: '碰上了' }, handler, day(3));
    expect(played.file.questions[0]?.endedAs).toBe('reached');
    expect(promiseOf(played)?.dueAt).not.toBeNull();
  });

  it('is answered once, by a resident or through the hotline, never by the unit', () => {
    const played = asked();
    const words = answer(played);
    expect(take(played, 'answerQuestion', words, handler, day(3))).toMatchObject({
      code: 'notYours',
    });
    must(played, 'answerQuestion', words, actor('sunyue'), day(3));
    expect(take(played, 'answerQuestion', words, voiceOf(played), day(3))).toMatchObject({
      code: 'noQuestion',
    });
  });
});

describe('a statutory test', () => {
  const wish = { kind: 'test', untilOn: '2026-03-20', reason: '送检', basis: '饮用水标准' };

  function waiting(): Played {
    const played = contacted();
    must(played, 'askFor', wish, handler, day(1));
    expect(promiseOf(played)?.dueAt).not.toBeNull();
    const requestId = played.file.requests.at(-1)?.id;
    must(played, 'grant', { requestId, reason: '依法送检' }, reviewer, day(2));
    return played;
  }

  it('needs its legal basis and a last date, and stops the promise when it is granted', () => {
    const played = contacted();
    const without = { ...wish, basis: '' };
    expect(take(played, 'askFor', without, handler, day(1))).toMatchObject({
      problems: [{ field: 'basis', code: 'required' }],
    });
    expect(take(played, 'askFor', { ...wish, untilOn: '' }, handler, day(1))).toMatchObject({
      problems: [{ field: 'untilOn', code: 'required' }],
    });
    const held = waiting();
    expect(promiseOf(held)?.dueAt).toBeNull();
    expect(held.file.appeal.status).toBe('contacted');
    expect(holdsOf(held.file, zone)).toMatchObject([{ cause: 'test', untilOn: '2026-03-20' }]);
  });

  it('ends when the unit says so, or with its last day', () => {
    const played = waiting();
    const [hold] = holdsOf(played.file, zone);
    must(played, 'endHold', { holdId: hold?.id, note: '合格' }, handler, day(4));
    expect(dueOf(played)).toBe('2026-03-11T10:00:00.000Z');
    const silent = waiting();
    must(silent, 'endHold', {}, system, new Date('2026-03-23T16:00:00Z'));
    const pause = silent.file.pauses[0];
    expect(pause?.untilAt?.toISOString()).toBe('2026-03-20T16:00:00.000Z');
  });

  it('is not granted once the promise has passed', () => {
    const played = contacted();
    must(played, 'askFor', wish, handler, day(1));
    const requestId = played.file.requests.at(-1)?.id;
    const late = take(played, 'grant', { requestId, reason: '准' }, reviewer, day(9));
    expect(late).toMatchObject({ problems: [{ field: 'requestId', code: 'promiseHasPassed' }] });
  });

  it('and a question that overlap are one time, under a new calendar too', () => {
    const played = asked(day(2));
    must(played, 'askFor', wish, handler, day(2, 1));
    const requestId = played.file.requests.at(-1)?.id;
    must(played, 'grant', { requestId, reason: '准' }, reviewer, day(2, 12));
    must(played, 'answerQuestion', answer(played), voiceOf(played), day(3));
    expect(promiseOf(played)?.dueAt).toBeNull();
    const [hold] = holdsOf(played.file, zone);
    must(played, 'endHold', { holdId: hold?.id }, handler, day(4));
    expect(dueOf(played)).toBe('2026-03-11T10:00:00.000Z');
    given.calendar = { ...calendar, version: 2 };
    must(played, 'repromise', {}, system, day(4, 1));
    expect(dueOf(played)).toBe('2026-03-11T10:00:00.000Z');
  });

  it('gives way to parking without a gap', () => {
    const played = waiting();
    const park = { kind: 'park', untilOn: '2026-04-01', reason: '等开春' };
    must(played, 'askFor', park, handler, day(3));
    const requestId = played.file.requests.at(-1)?.id;
    must(played, 'grant', { requestId, reason: '准' }, reviewer, day(3));
    expect(played.file.pauses.map((it) => [it.cause, it.untilAt])).toEqual([
      ['test', day(3)],
      ['park', null],
    ]);
    must(played, 'resume', {}, handler, day(5));
    expect(dueOf(played)).toBe('2026-03-12T10:00:00.000Z');
  });
});
