import { afterEach, describe, expect, it } from 'vitest';
import { leadOf, runningClock } from '@/lib/appeals/case-file';
import { whyNot } from '@/lib/appeals/decide';
import { askable } from '@/lib/appeals/requests';
import { mintSystem, type PersonActor } from '@/lib/people/actor';
import {
  actor,
  calendar,
  filed,
  given,
  must,
  type Played,
  somebody,
  take,
  toResolved,
  unitId,
  verdict,
  voiceOf,
} from '../../support/pure-world';

/** Monday, 2 March 2026, 9 in the morning; the promise of an ordinary appeal is 9 March, 18:00. */
const start = new Date('2026-03-02T01:00:00Z');
const day = (days: number, hours = 0) =>
  new Date(start.getTime() + days * 86_400_000 + hours * 3_600_000);

const handler = actor('zhaolimin');
const reviewer = somebody('oversight', ['reviewer']);

function contacted(): Played {
  const played = filed(start);
  must(played, 'dispatch', { unitId: unitId('liuwan') }, actor('chenjing'), day(0, 1));
  must(played, 'accept', {}, handler, day(0, 2));
  must(played, 'contact', { how: 'telephone', said: '说好上门' }, handler, day(0, 3));
  return played;
}

const promiseOf = (played: Played) => runningClock(played.file, 'promise')?.dueAt?.toISOString();
const requestOf = (played: Played) => played.file.requests.at(-1)?.id;
const decided = (played: Played, verb: 'grant' | 'refuse', at: Date, by: PersonActor = reviewer) =>
  take(played, verb, { requestId: requestOf(played), reason: '看过了' }, by, at);

function asked(played: Played, at: Date, more: Record<string, string>) {
  return take(played, 'askFor', { reason: '等配件', ...more }, handler, at);
}

afterEach(() => {
  given.calendar = calendar;
});

describe('extend', () => {
  it('is asked, refused, asked again and granted; only granting moves the promise', () => {
    const played = contacted();
    const promised = promiseOf(played);
    expect(promised).toBe('2026-03-09T10:00:00.000Z');
    expect(asked(played, day(1), { kind: 'extend', amount: '3' }).ok).toBe(true);
    expect(promiseOf(played)).toBe(promised);
    expect(asked(played, day(1), { kind: 'extend', amount: '3' }).ok).toBe(false);
    expect(decided(played, 'refuse', day(2)).ok).toBe(true);
    expect(promiseOf(played)).toBe(promised);
    expect(asked(played, day(3), { kind: 'extend', amount: '3' }).ok).toBe(true);
    expect(decided(played, 'grant', day(3)).ok).toBe(true);
    // Three working days after Monday the 9th, however early it was granted.
    expect(promiseOf(played)).toBe('2026-03-12T10:00:00.000Z');
    expect(played.file.requests.map((it) => it.outcome)).toEqual(['refused', 'granted']);
    expect(played.file.clocks.filter((it) => it.kind === 'decide').map((it) => it.outcome)).toEqual(
      ['met', 'met'],
    );
  });

  it('is bounded by the rule set in number and in length', () => {
    const played = contacted();
    expect(asked(played, day(1), { kind: 'extend', amount: '9999' })).toMatchObject({
      problems: [{ field: 'amount', code: 'tooMuch' }],
    });
    expect(asked(played, day(1), { kind: 'extend' })).toMatchObject({
      problems: [{ field: 'amount', code: 'required' }],
    });
    must(played, 'askFor', { kind: 'extend', amount: '1', reason: '一' }, handler, day(1));
    expect(decided(played, 'grant', day(1)).ok).toBe(true);
    expect(asked(played, day(2), { kind: 'extend', amount: '1' })).toMatchObject({
      problems: [{ field: 'kind', code: 'tooOften' }],
    });
  });

  it('is not for what is past, nor for what counts in hours', () => {
    const late = contacted();
    expect(asked(late, day(8), { kind: 'extend', amount: '1' })).toMatchObject({
      problems: [{ field: 'kind', code: 'notAskable' }],
    });
    const urgent = filed(start);
    const input = { unitId: unitId('liuwan'), urgency: 'urgent' };
    must(urgent, 'dispatch', input, actor('chenjing'), day(0, 1));
    must(urgent, 'accept', {}, handler, day(0, 2));
    // The cause of it may lie above all the same.
    expect(askable(urgent.file, day(0, 3))).toEqual(['cause']);
  });

  it('is decided by somebody whose unit never had the case', () => {
    const played = contacted();
    must(played, 'askFor', { kind: 'extend', amount: '1', reason: '一' }, handler, day(1));
    for (const unit of ['liuwan', 'chenghe']) {
      const insider = somebody(unit, ['reviewer']);
      expect(decided(played, 'grant', day(1), insider)).toMatchObject({ code: 'notYours' });
    }
    expect(decided(played, 'grant', day(1)).ok).toBe(true);
  });

  it('is not decided by somebody who had the case before they changed unit and role', () => {
    const played = contacted();
    must(played, 'askFor', { kind: 'extend', amount: '1', reason: '一' }, handler, day(1));
    const moved = { ...reviewer, personId: handler.personId };
    expect(decided(played, 'grant', day(1), moved)).toMatchObject({ code: 'notYours' });
    expect(decided(played, 'grant', day(1)).ok).toBe(true);
  });

  it('gives a red card again when a date moved away is missed anew', () => {
    const played = contacted();
    must(played, 'askFor', { kind: 'extend', amount: '3', reason: '一' }, handler, day(5));
    const red = new Date('2026-03-09T16:00:00Z');
    must(played, 'card', {}, mintSystem(), red);
    expect(decided(played, 'grant', red).ok).toBe(true);
    expect(runningClock(played.file, 'promise')?.card).toBeNull();
    must(played, 'card', {}, mintSystem(), day(20));
    expect(runningClock(played.file, 'promise')?.card).toBe('red');
  });

  it('is void when the case goes to another unit', () => {
    const played = contacted();
    must(played, 'askFor', { kind: 'extend', amount: '1', reason: '一' }, handler, day(1));
    const other = { unitId: unitId('chengguan'), reason: '换' };
    must(played, 'redispatch', other, actor('chenjing'), day(1));
    expect(played.file.requests[0]).toMatchObject({ outcome: 'void', endedAt: day(1) });
    expect(played.file.clocks.find((it) => it.kind === 'decide')?.outcome).toBe('void');
  });

  it('takes back a yellow card when the date moves away', () => {
    const played = contacted();
    must(played, 'askFor', { kind: 'extend', amount: '5', reason: '一' }, handler, day(3));
    must(played, 'card', {}, mintSystem(), day(6, 10));
    expect(runningClock(played.file, 'promise')?.card).toBe('yellow');
    expect(decided(played, 'grant', day(6, 11)).ok).toBe(true);
    expect(runningClock(played.file, 'promise')?.card).toBeNull();
  });
});

describe('park', () => {
  const until = '2026-03-20';

  function parked(): Played {
    const played = contacted();
    expect(asked(played, day(2), { kind: 'park', untilOn: until }).ok).toBe(true);
    expect(decided(played, 'grant', day(2)).ok).toBe(true);
    return played;
  }

  it('stands still until its date and then runs on for exactly what was left', () => {
    const played = parked();
    expect(played.file.appeal.status).toBe('parked');
    expect(promiseOf(played)).toBeUndefined();
    const back = new Date('2026-03-19T16:00:00Z');
    const early = new Date(back.getTime() - 1);
    expect(take(played, 'resume', {}, mintSystem(), early)).toMatchObject({ code: 'notYet' });
    must(played, 'resume', {}, mintSystem(), back);
    // From 4 March 9:00 to 9 March 18:00 are five days and nine hours; from the 20th at midnight that
    // is the 25th at 9:00.
    expect(promiseOf(played)).toBe('2026-03-25T01:00:00.000Z');
  });

  it('runs on from its date, even where nobody was there to bring it back', () => {
    const played = parked();
    must(played, 'resume', {}, mintSystem(), new Date('2026-03-22T16:00:00Z'));
    expect(promiseOf(played)).toBe('2026-03-25T01:00:00.000Z');
    expect(played.file.pauses[0]?.untilAt).toEqual(new Date('2026-03-19T16:00:00Z'));
  });

  it('may be taken up before, by the unit', () => {
    const played = parked();
    must(played, 'resume', { note: '配件到了' }, handler, day(5));
    // Three days stood still.
    expect(promiseOf(played)).toBe('2026-03-12T10:00:00.000Z');
    expect(played.file.appeal.status).toBe('contacted');
  });

  it('needs a day to come, and not too far', () => {
    const played = contacted();
    for (const [untilOn, code] of [
      ['2026-03-02', 'notAhead'],
      ['2036-03-02', 'tooMuch'],
      ['', 'required'],
    ] as const) {
      expect(asked(played, day(0, 4), { kind: 'park', untilOn })).toMatchObject({
        problems: [{ field: 'untilOn', code }],
      });
    }
  });

  it('is not granted for a day that has passed meanwhile', () => {
    const played = contacted();
    must(played, 'askFor', { kind: 'park', untilOn: '2026-03-05', reason: '等' }, handler, day(1));
    expect(decided(played, 'grant', day(4))).toMatchObject({
      problems: [{ field: 'requestId', code: 'dateHasPassed' }],
    });
  });
});

describe('conclude', () => {
  it('comes after the rounds the rule set names, and never before', () => {
    const played = filed(start);
    let at = start;
    for (const round of [1, 2, 3]) {
      at = toResolved(played, at);
      must(played, 'judge', verdict('no', { round: String(round) }), voiceOf(played), at);
      if (round < 3) continue;
    }
    const early = contacted();
    expect(asked(early, day(1), { kind: 'conclude' })).toMatchObject({
      problems: [{ field: 'kind', code: 'tooFewRounds' }],
    });
    must(played, 'accept', {}, handler, at);
    must(played, 'contact', { how: 'visit', said: '再去一次' }, handler, at);
    expect(asked(played, at, { kind: 'conclude' }).ok).toBe(true);
    expect(decided(played, 'grant', day(60)).ok).toBe(true);
    // What was promised and not kept is not undone by it.
    const promise = played.file.clocks.findLast((it) => it.kind === 'promise');
    expect(promise?.outcome).toBe('late');
    expect(played.file.appeal).toMatchObject({ status: 'closed', closedAs: 'concluded' });
  });
});

describe('objection to "cannot be done"', () => {
  it('is one a round, ruled by somebody else; upheld starts the next round', () => {
    const played = filed(start);
    const at = toResolved(played, start, 'cannot');
    must(played, 'judge', verdict('no'), voiceOf(played), at);
    expect(played.file.appeal.status).toBe('closed');
    must(played, 'object', { reason: '隔壁就办了' }, voiceOf(played), at);
    const again = take(played, 'object', { reason: '再说一次' }, voiceOf(played), at);
    expect(again).toMatchObject({ code: 'alreadyAsked' });
    const insider = somebody('liuwan', ['reviewer']);
    const ruling = { upheld: 'yes', reason: '能办' };
    expect(take(played, 'rule', ruling, insider, at)).toMatchObject({ code: 'notYours' });
    must(played, 'rule', ruling, reviewer, at);
    expect(played.file.appeal).toMatchObject({ status: 'dispatched', round: 2 });
    expect(played.file.requests[0]?.outcome).toBe('granted');
  });

  it('dismissed leaves the answer; in another round there may be another', () => {
    const played = filed(start);
    const at = toResolved(played, start, 'cannot');
    must(played, 'object', { reason: '能办' }, voiceOf(played), at);
    must(played, 'rule', { upheld: 'no', reason: '确实办不了' }, reviewer, at);
    expect(played.file.appeal.status).toBe('resolved');
    expect(played.file.requests[0]?.outcome).toBe('refused');
  });

  it('is only for that answer, and only for a time', () => {
    const done = filed(start);
    const at = toResolved(done, start);
    expect(whyNot(done.file, 'object', voiceOf(done), at)).toMatchObject({ code: 'cannotObject' });
    const cannot = filed(start);
    toResolved(cannot, start, 'cannot');
    const late = take(cannot, 'object', { reason: '晚了' }, voiceOf(cannot), day(400));
    expect(late).toMatchObject({ code: 'tooLateToObject' });
  });
});

describe('a new calendar', () => {
  const without = (...rests: string[]) => ({
    ...calendar,
    version: 2,
    days: new Map([...calendar.days, ...rests.map((on) => [on, false] as const)]),
  });

  it('moves what runs, tells what moved, and does so once', () => {
    const played = contacted();
    expect(take(played, 'repromise', {}, mintSystem(), day(1))).toMatchObject({
      code: 'nothingNew',
    });
    given.calendar = without('2026-03-09', '2026-03-10');
    const done = must(played, 'repromise', {}, mintSystem(), day(1));
    expect(promiseOf(played)).toBe('2026-03-11T10:00:00.000Z');
    expect(done.changes.notices.map((it) => it.kind)).toContain('repromise');
    expect(take(played, 'repromise', {}, mintSystem(), day(1)).ok).toBe(false);
  });

  it('tells nobody where the promised day stays', () => {
    const played = contacted();
    given.calendar = without('2026-06-01');
    const done = must(played, 'repromise', {}, mintSystem(), day(1));
    expect(done.changes.notices).toEqual([]);
  });

  it('meets a parked case when it is resumed', () => {
    const played = contacted();
    asked(played, day(2), { kind: 'park', untilOn: '2026-03-20' });
    decided(played, 'grant', day(2));
    given.calendar = without('2026-03-25');
    must(played, 'repromise', {}, mintSystem(), day(3));
    expect(promiseOf(played)).toBeUndefined();
    must(played, 'resume', {}, mintSystem(), new Date('2026-03-19T16:00:00Z'));
    // The 25th has become a rest day: the close of the next working day.
    expect(promiseOf(played)).toBe('2026-03-26T10:00:00.000Z');
  });
});

describe('handing over', () => {
  it('reaches parked and answered cases, but only by the system', () => {
    const played = contacted();
    asked(played, day(2), { kind: 'park', untilOn: '2026-03-20' });
    decided(played, 'grant', day(2));
    const to = { personId: actor('wangxiulan').personId };
    const leader = take(played, 'assign', to, actor('wangxiulan'), day(3));
    expect(leader).toMatchObject({ code: 'wrongStatus' });
    const forPersonId = handler.personId;
    must(played, 'assign', { ...to, because: 'left', forPersonId }, mintSystem(), day(3));
    expect(leadOf(played.file)?.personId).toBe(to.personId);
    const again = take(played, 'assign', { personId: '', forPersonId }, mintSystem(), day(3));
    expect(again).toMatchObject({ code: 'nothingNew' });
  });
});
