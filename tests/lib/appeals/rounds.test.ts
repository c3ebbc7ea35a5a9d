import { describe, expect, it } from 'vitest';
import { runningClock } from '@/lib/appeals/case-file';
import { mintSystem } from '@/lib/people/actor';
import {
  actor,
  filed,
  must,
  take,
  toResolved,
  unitId,
  verdict,
  voiceOf,
} from '../../support/pure-world';

const start = new Date('2026-11-16T00:12:00Z');
const hoursOn = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000);
const afterRating = (file: ReturnType<typeof filed>) =>
  runningClock(file.file, 'rate')?.dueAt ?? new Date(Number.NaN);

describe('verdicts and rounds', () => {
  it('the filer’s no acts at once: next round, same unit, a new promise', () => {
    const played = filed(start);
    const at = toResolved(played, start);
    must(played, 'judge', verdict('no'), voiceOf(played), hoursOn(at, 1));
    expect(played.file.appeal).toMatchObject({ status: 'dispatched', round: 2 });
    expect(played.file.rounds[1]).toMatchObject({ number: 2, origin: 'own' });
    expect(played.file.assignments.at(-1)).toMatchObject({
      unitId: unitId('liuwan'),
      untilAt: null,
    });
    expect(runningClock(played.file, 'promise')?.startedAt).toEqual(hoursOn(at, 1));
    expect(played.file.rounds[0]?.countedAt).toEqual(hoursOn(at, 1));
  });

  it('partly asks whether that is enough', () => {
    for (const [more, status] of [
      ['enough', 'closed'],
      ['goOn', 'dispatched'],
    ] as const) {
      const played = filed(start);
      const at = toResolved(played, start);
      expect(take(played, 'judge', verdict('partly'), voiceOf(played), at)).toMatchObject({
        problems: [{ field: 'more', code: 'required' }],
      });
      must(played, 'judge', verdict('partly', { more }), voiceOf(played), at);
      expect(played.file.appeal.status).toBe(status);
    }
  });

  it('with several voices a joined one’s no waits until all have answered or time is up', () => {
    const played = filed(start, { reaches: ['telephone', 'link'] });
    const at = toResolved(played, start);
    must(played, 'judge', verdict('no'), voiceOf(played, 1), at);
    expect(played.file.appeal.status).toBe('resolved');
    must(played, 'judge', verdict('yes'), voiceOf(played), hoursOn(at, 1));
    expect(played.file.appeal).toMatchObject({ status: 'dispatched', round: 2 });

    const silent = filed(start, { reaches: ['telephone', 'link'] });
    toResolved(silent, start);
    must(silent, 'judge', verdict('no'), voiceOf(silent, 1), at);
    must(silent, 'lapse', {}, mintSystem(), afterRating(silent));
    expect(silent.file.appeal).toMatchObject({ status: 'dispatched', round: 2 });
  });

  it('lapse comes only when the time is over, and silence is unrated', () => {
    const played = filed(start);
    toResolved(played, start);
    const due = afterRating(played);
    expect(take(played, 'lapse', {}, mintSystem(), hoursOn(due, -1))).toMatchObject({
      code: 'notYet',
    });
    must(played, 'lapse', {}, mintSystem(), due);
    expect(played.file.appeal).toMatchObject({ status: 'closed', closedAs: 'lapsed' });
  });

  it('a late no starts the next round; a late yes stands beside', () => {
    for (const [solved, status] of [
      ['no', 'dispatched'],
      ['yes', 'closed'],
    ] as const) {
      const played = filed(start);
      toResolved(played, start);
      const due = afterRating(played);
      must(played, 'lapse', {}, mintSystem(), due);
      must(played, 'judge', verdict(solved), voiceOf(played), hoursOn(due, 24));
      expect(played.file.appeal.status).toBe(status);
      expect(played.file.verdicts).toHaveLength(1);
    }
  });

  it('after the time to reopen, a late no only stands beside the result', () => {
    const played = filed(start);
    toResolved(played, start);
    must(played, 'lapse', {}, mintSystem(), afterRating(played));
    const until = played.file.appeal.reopenUntil ?? start;
    must(played, 'judge', verdict('no'), voiceOf(played), hoursOn(until, 1));
    expect(played.file.appeal).toMatchObject({ status: 'closed', round: 1 });
    expect(played.file.verdicts).toHaveLength(1);
  });

  it('the next round never goes to a unit that sent it back', () => {
    const played = filed(start);
    must(played, 'dispatch', { unitId: unitId('housing') }, actor('chenjing'), start);
    const better = { betterUnitId: unitId('liuwan'), reason: '不归我们' };
    must(played, 'sendBack', better, actor('hewei'), hoursOn(start, 1));
    must(played, 'withdraw', { pressed: 'no' }, voiceOf(played), hoursOn(start, 2));
    must(played, 'reopen', { reason: '还是要办' }, voiceOf(played), hoursOn(start, 3));
    expect(played.file.appeal).toMatchObject({ status: 'filed', round: 2 });
  });

  it('the unit that had it is told that it is closed', () => {
    const played = filed(start);
    const at = toResolved(played, start);
    const done = must(played, 'judge', verdict('yes'), voiceOf(played), at);
    expect(done.changes.notices).toContainEqual(
      expect.objectContaining({ unitId: unitId('liuwan') }),
    );
  });

  it('what cannot be done never starts a round by itself', () => {
    const played = filed(start);
    const at = toResolved(played, start, 'cannot');
    must(played, 'judge', verdict('no'), voiceOf(played), at);
    expect(played.file.appeal).toMatchObject({ status: 'closed', closedAs: 'judged', round: 1 });
  });

  it('a voice judges each round once, the old one even after the new has begun', () => {
    const played = filed(start, { reaches: ['telephone', 'link'] });
    const at = toResolved(played, start);
    must(played, 'judge', verdict('no'), voiceOf(played), at);
    expect(take(played, 'judge', verdict('yes'), voiceOf(played), at)).toMatchObject({
      code: 'alreadyJudged',
    });
    must(played, 'judge', verdict('yes'), voiceOf(played, 1), hoursOn(at, 1));
    expect(played.file.appeal).toMatchObject({ status: 'dispatched', round: 2 });
    expect(played.file.verdicts.map((it) => it.roundId)).toEqual([
      played.file.rounds[0]?.id,
      played.file.rounds[0]?.id,
    ]);
  });

  it('an interview’s no starts the next round, its yes ends the waiting, an unanswered call does neither', () => {
    const ring = (reached: string, solved?: string) => {
      const played = filed(start);
      const at = toResolved(played, start);
      const input = {
        round: '1',
        voiceId: played.file.voices[0]?.id,
        reached,
        ...(solved ? { solved } : {}),
      };
      must(played, 'interview', input, actor('linxiao'), at);
      return played.file;
    };
    expect(ring('yes', 'no').appeal).toMatchObject({ status: 'dispatched', round: 2 });
    expect(ring('yes', 'yes').appeal).toMatchObject({ status: 'closed', closedAs: 'heard' });
    expect(ring('no').appeal.status).toBe('resolved');
    expect(ring('yes', 'yes').verdicts).toEqual([]);
  });

  it('reopen is open to the voice for a time, to the supervisor always', () => {
    const played = filed(start);
    const at = toResolved(played, start);
    must(played, 'judge', verdict('yes'), voiceOf(played), at);
    const until = played.file.appeal.reopenUntil ?? at;
    expect(
      take(played, 'reopen', { reason: '又坏了' }, voiceOf(played), hoursOn(until, 1)),
    ).toMatchObject({ code: 'tooLateToReopen' });
    must(played, 'reopen', { reason: '又坏了' }, voiceOf(played), until);
    expect(played.file.appeal).toMatchObject({ status: 'dispatched', round: 2, closedAs: null });
  });

  it('an answer at the desk that is not good goes back to the dispatcher', () => {
    const played = filed(start);
    must(played, 'answer', { answer: '带身份证' }, actor('sunyue'), start);
    must(played, 'judge', verdict('no'), voiceOf(played), hoursOn(start, 1));
    expect(played.file.appeal).toMatchObject({ status: 'filed', round: 2 });
    expect(runningClock(played.file, 'dispatch')?.startedAt).toEqual(hoursOn(start, 1));
  });

  it('satisfaction moves nothing', () => {
    const played = filed(start);
    const at = toResolved(played, start);
    must(
      played,
      'judge',
      verdict('yes', { result: 'dissatisfied', handling: 'dissatisfied' }),
      voiceOf(played),
      at,
    );
    expect(played.file.appeal).toMatchObject({ status: 'closed', closedAs: 'judged' });
  });
});
