import { describe, expect, it } from 'vitest';
import { presentVoices, runningClock, supervisionOf } from '@/lib/appeals/case-file';
import { chainFault } from '@/lib/appeals/event';
import { behind, mergeOf, sourcesOf, voicesOf } from '@/lib/appeals/merged';
import { roundsToJudge } from '@/lib/appeals/rating';
import { mintResident, mintSystem, mintVoice } from '@/lib/people/actor';
import {
  actor,
  filed,
  must,
  type Played,
  somebody,
  take,
  takePair,
  toResolved,
  unitId,
  verdict,
  voiceOf,
} from '../../support/pure-world';

const start = new Date('2026-11-16T00:12:00Z');
const hoursOn = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000);
const dispatcher = actor('chenjing');
const handler = actor('zhaolimin');
const reviewer = somebody('oversight', ['reviewer']);

function joined(played: Played, phone: string, at = hoursOn(start, 1)): string {
  must(played, 'join', { way: 'telephone', phone }, mintResident(played.file.appeal.id), at);
  return played.file.voices.at(-1)?.id ?? '';
}

/** Two cases about one lift; the second is to become part of the first. */
function two(sourceAt = start): { target: Played; source: Played } {
  return {
    target: filed(start, { number: '202611160001' }),
    source: filed(sourceAt, { number: '202611160002' }),
  };
}

function merged(at = hoursOn(start, 1)) {
  const both = two();
  const done = takePair(both.source, both.target, 'merge', toFirst, dispatcher, at);
  if (!done.ok) throw new Error(JSON.stringify(done));
  return both;
}

const toFirst = { number: '202611160001', reason: '同一部电梯' };

describe('joining', () => {
  it('gives a Voice of one’s own, invited like the filer', () => {
    const played = filed(start);
    const id = joined(played, '13800000001');
    expect(played.file.voices[1]).toMatchObject({ id, role: 'joined', reach: 'telephone' });
    expect(played.changes.at(-1)?.contacts).toMatchObject([{ voiceId: id, phone: '13800000001' }]);
    toResolved(played, start);
    expect(played.file.rounds[0]?.invited).toEqual(played.file.voices.map((it) => it.id));
    expect(behind(played.file)).toEqual({ cases: 1, people: 2 });
  });

  it('needs the appeal’s own link, or an operator', () => {
    const played = filed(start);
    const input = { way: 'link' };
    const elsewhere = mintResident(filed(start).file.appeal.id);
    for (const nobody of [mintResident(), elsewhere, mintSystem(), handler, voiceOf(played)]) {
      expect(take(played, 'join', input, nobody, start)).toMatchObject({ code: 'notYours' });
    }
    must(played, 'join', { ...input, name: '王大爷' }, actor('sunyue'), start);
    expect(presentVoices(played.file)).toHaveLength(2);
  });

  it('once a telephone, and again after leaving', () => {
    const played = filed(start);
    const id = joined(played, '13800000001');
    const again = { way: 'telephone', phone: '138 0000 0001' };
    const guest = mintResident(played.file.appeal.id);
    expect(take(played, 'join', again, guest, start)).toMatchObject({ code: 'alreadyJoined' });
    must(played, 'leave', {}, mintVoice(id, played.file.appeal.id), hoursOn(start, 2));
    must(played, 'join', again, guest, hoursOn(start, 3));
    expect(behind(played.file).people).toBe(2);
  });

  it('keeps no telephone that was typed beside the link', () => {
    const played = filed(start);
    const guest = mintResident(played.file.appeal.id);
    must(played, 'join', { way: 'link', phone: '13800000009' }, guest, start);
    expect(played.changes.at(-1)?.contacts[0]).toMatchObject({ phone: null, phoneHash: null });
    expect(take(played, 'join', { way: 'telephone' }, guest, start)).toMatchObject({
      problems: [{ field: 'phone', code: 'required' }],
    });
  });

  it('is left by whoever joined, never by the filer, and the case goes on', () => {
    const played = filed(start);
    const id = joined(played, '13800000001');
    expect(take(played, 'leave', {}, voiceOf(played), start)).toMatchObject({ code: 'notYours' });
    must(played, 'leave', {}, mintVoice(id, played.file.appeal.id), hoursOn(start, 2));
    expect(played.file.appeal.status).toBe('filed');
    expect(presentVoices(played.file)).toHaveLength(1);
  });

  it('makes the one who joined first the filer when the filer withdraws', () => {
    const played = filed(start);
    const first = joined(played, '13800000001', hoursOn(start, 1));
    joined(played, '13800000002', hoursOn(start, 2));
    must(played, 'withdraw', { pressed: 'no' }, voiceOf(played), hoursOn(start, 3));
    expect(played.file.appeal.status).toBe('filed');
    expect(played.file.voices.find((it) => it.role === 'filer' && !it.leftAt)?.id).toBe(first);
  });

  it('waits for everybody, and a joined one’s no starts the next round', () => {
    const played = filed(start);
    const ids = ['1', '2', '3'].map((it) => joined(played, `1380000000${it}`));
    const at = toResolved(played, start);
    const appealId = played.file.appeal.id;
    const [one = '', other = '', third = ''] = ids;
    must(played, 'judge', verdict('no'), mintVoice(one, appealId), at);
    must(played, 'judge', verdict('yes'), mintVoice(other, appealId), at);
    must(played, 'judge', verdict('yes'), voiceOf(played), at);
    expect(played.file.appeal.status).toBe('resolved');
    must(played, 'judge', verdict('yes'), mintVoice(third, appealId), at);
    expect(played.file.appeal).toMatchObject({ status: 'dispatched', round: 2 });
  });
});

describe('merging', () => {
  it('closes the source as merged and lets the target read its Voices, with an event on both', () => {
    const { source, target } = merged();
    expect(source.file.appeal).toMatchObject({
      status: 'closed',
      closedAs: 'merged',
      reopenUntil: null,
    });
    expect(voicesOf(target.file).map((it) => it.id)).toEqual([
      ...target.file.voices.map((it) => it.id),
      ...source.file.voices.map((it) => it.id),
    ]);
    expect(source.file.voices[0]?.appealId).toBe(source.file.appeal.id);
    expect(behind(target.file)).toEqual({ cases: 2, people: 2 });
    for (const { events } of [source, target]) {
      expect(events.at(-1)?.verb).toBe('merge');
      expect(chainFault(events)).toBeNull();
    }
    expect(target.file.appeal).toMatchObject({ status: 'filed', step: 1 });
  });

  it('tells the source’s residents, not the target’s', () => {
    const { source, target } = merged();
    const told = (it: Played) => it.changes.at(-1)?.notices.map(({ voiceId }) => voiceId);
    expect(told(source)).toEqual([source.file.voices[0]?.id]);
    expect(told(target)).toEqual([]);
  });

  it('asks the source’s Voices when the target is resolved; its promise is kept by that', () => {
    const { source, target } = merged();
    expect(runningClock(source.file, 'promise')?.stoppedAt).toBeNull();
    const at = toResolved(target, start);
    const voice = source.file.voices[0]?.id ?? '';
    expect(target.file.rounds[0]?.invited).toContain(voice);
    expect(target.changes.at(-1)?.notices.map((it) => it.voiceId)).toContain(voice);
    expect(target.file.merged.promises).toMatchObject([{ stoppedAt: at, outcome: 'met' }]);
    expect(target.changes.at(-1)?.clocks).toContainEqual(target.file.merged.promises[0]);

    must(target, 'redo', { reason: '没修好' }, actor('sunyue'), hoursOn(at, 1));
    expect(target.file.merged.promises).toMatchObject([{ stoppedAt: null, outcome: null }]);
  });

  it('counts a source Voice’s no for the target’s round', () => {
    const { source, target } = merged();
    const at = toResolved(target, start);
    must(target, 'judge', verdict('no'), voiceOf(source), at);
    expect(target.file.appeal.status).toBe('resolved');
    must(target, 'judge', verdict('yes'), voiceOf(target), at);
    expect(target.file.appeal).toMatchObject({ status: 'dispatched', round: 2 });
    expect(target.file.verdicts[0]).toMatchObject({ voiceId: source.file.voices[0]?.id });
  });

  it('asks a person of both once', () => {
    const { source, target } = two();
    const phone = '13800000001';
    joined(target, phone);
    joined(source, phone);
    const merge = takePair(source, target, 'merge', toFirst, dispatcher, hoursOn(start, 2));
    expect(merge.ok).toBe(true);
    expect(behind(target.file)).toEqual({ cases: 2, people: 3 });
    toResolved(target, hoursOn(start, 2));
    expect(target.file.rounds[0]?.invited).toEqual([
      ...target.file.voices.map((it) => it.id),
      source.file.voices[0]?.id,
    ]);
    const again = { way: 'telephone', phone };
    const guest = mintResident(target.file.appeal.id);
    const late = filed(start);
    expect(take(late, 'join', again, mintResident(late.file.appeal.id), start).ok).toBe(true);
    expect(take(target, 'join', again, guest, hoursOn(start, 9))).toMatchObject({
      code: 'alreadyJoined',
    });
  });

  it('ends the source’s pauses, and the promise runs', () => {
    const { source, target } = two();
    must(source, 'dispatch', { unitId: unitId('liuwan') }, dispatcher, hoursOn(start, 1));
    must(source, 'accept', {}, handler, hoursOn(start, 2));
    must(source, 'contact', { how: 'telephone', said: '等配件' }, handler, hoursOn(start, 3));
    const ask = { kind: 'park', untilOn: '2026-12-01', reason: '等配件' };
    must(source, 'askFor', ask, handler, hoursOn(start, 4));
    const requestId = source.file.requests[0]?.id;
    must(source, 'grant', { requestId, reason: '有理' }, reviewer, hoursOn(start, 5));
    expect(source.file.appeal.status).toBe('parked');
    takePair(source, target, 'merge', toFirst, dispatcher, hoursOn(start, 6));
    expect(source.file.pauses).toMatchObject([{ untilAt: hoursOn(start, 6) }]);
    expect(runningClock(source.file, 'promise')?.dueAt).toBeInstanceOf(Date);

    const back = { reason: '不是一件' };
    takePair(source, target, 'unmerge', back, dispatcher, hoursOn(start, 7));
    expect(source.file.appeal.status).toBe('parked');
    expect(runningClock(source.file, 'promise')?.dueAt).toBeNull();
    expect(source.file.pauses.filter((it) => !it.untilAt)).toHaveLength(1);
  });

  it('is no way out of supervision', () => {
    const { source, target } = two();
    must(source, 'supervise', { level: '2', reason: '盯住' }, actor('zhoumin'), start);
    takePair(source, target, 'merge', toFirst, dispatcher, hoursOn(start, 1));
    expect(supervisionOf(source.file)).toMatchObject({ level: 2 });
  });

  const problem = (code: string) => ({ problems: [expect.objectContaining({ code })] });

  it('refuses itself, its own duplicate, what is merged, closed or answered, with words', () => {
    const { source, target } = two();
    const at = hoursOn(start, 2);
    const into = (one: Played, other: Played) =>
      takePair(
        one,
        other,
        'merge',
        { number: other.file.appeal.caseNumber, reason: '同一件' },
        dispatcher,
        at,
      );
    expect(into(source, source)).toMatchObject(problem('mergeItself'));
    const unknown = { number: '202611169999', reason: '同一件' };
    expect(takePair(source, target, 'merge', unknown, dispatcher, at)).toMatchObject(
      problem('notFound'),
    );
    expect(into(source, target).ok).toBe(true);
    expect(into(target, source)).toMatchObject({ code: 'hasMerged' });
    expect(into(source, target)).toMatchObject({ code: 'closed' });

    const third = filed(start, { number: '202611160003' });
    expect(into(third, source)).toMatchObject({
      problems: [{ field: 'number', code: 'targetMerged', values: { number: '202611160001' } }],
    });
    const gone = filed(start, { number: '202611160004' });
    must(gone, 'withdraw', { pressed: 'no' }, voiceOf(gone), at);
    expect(into(third, gone)).toMatchObject(problem('targetClosed'));
    const answered = filed(start, { number: '202611160005' });
    toResolved(answered, start);
    expect(into(third, answered)).toMatchObject(problem('targetResolved'));
    expect(into(answered, third)).toMatchObject({ code: 'wrongStatus' });
    expect(takePair(third, target, 'merge', toFirst, handler, at)).toMatchObject({
      code: 'notYours',
    });
    expect([third, answered, gone].map((it) => chainFault(it.events))).toEqual([null, null, null]);
  });

  it('leaves a target whose own filer withdraws to those merged in', () => {
    const { source, target } = merged();
    must(target, 'withdraw', { pressed: 'no' }, voiceOf(target), hoursOn(start, 2));
    expect(target.file.appeal.status).toBe('filed');
    expect(voicesOf(target.file).map((it) => it.id)).toEqual([source.file.voices[0]?.id]);
  });
});

describe('unmerging', () => {
  const back = { reason: '是另一部电梯' };

  it.each([
    ['dispatched', 1],
    ['accepted', 2],
    ['contacted', 3],
  ] as const)(
    'gives back %s, the same unit on a new Assignment, the old promise',
    (status, steps) => {
      const { source, target } = two();
      must(source, 'dispatch', { unitId: unitId('liuwan') }, dispatcher, hoursOn(start, 1));
      if (steps > 1) must(source, 'accept', {}, handler, hoursOn(start, 2));
      const said = { how: 'telephone', said: '上门' };
      if (steps > 2) must(source, 'contact', said, handler, hoursOn(start, 3));
      const promised = runningClock(source.file, 'promise')?.dueAt;
      const held = source.file.assignments.length;
      takePair(source, target, 'merge', toFirst, dispatcher, hoursOn(start, 4));
      expect(source.file.assignments.every((it) => it.untilAt)).toBe(true);
      const at = toResolved(target, hoursOn(start, 4));
      // What the database would show the source now.
      source.file = {
        ...source.file,
        clocks: source.file.clocks.map(
          (it) => target.file.merged.promises.find(({ id }) => id === it.id) ?? it,
        ),
      };
      expect(takePair(source, target, 'unmerge', back, dispatcher, hoursOn(at, 1)).ok).toBe(true);
      expect(source.file.appeal).toMatchObject({ status, closedAs: null, closedAt: null });
      expect(source.file.assignments).toHaveLength(held + 1);
      expect(source.file.assignments.at(-1)).toMatchObject({
        unitId: unitId('liuwan'),
        untilAt: null,
      });
      expect(runningClock(source.file, 'promise')).toMatchObject({
        dueAt: promised,
        stoppedAt: null,
        outcome: null,
      });
      expect(source.file.rounds[0]?.endedAt).toBeNull();
      const owed = ['accept', 'contact'].filter((it) =>
        runningClock(source.file, it as 'accept' | 'contact'),
      );
      expect(owed).toEqual([['accept', 'contact'], ['contact'], []][steps - 1]);
      expect([mergeOf(source.file), sourcesOf(target.file)]).toEqual([undefined, []]);
      expect([source, target].map((it) => chainFault(it.events))).toEqual([null, null]);
    },
  );

  it('loses no late verdict, and whoever is gone moves nothing any more', () => {
    const { source, target } = merged();
    const at = toResolved(target, start);
    must(target, 'judge', verdict('yes'), voiceOf(target), at);
    expect(target.file.appeal.status).toBe('resolved');
    takePair(source, target, 'unmerge', back, dispatcher, hoursOn(at, 1));
    expect(source.file.appeal.status).toBe('filed');
    expect(roundsToJudge(target.file, source.file.voices[0]?.id ?? '')).toHaveLength(1);
    must(target, 'judge', verdict('no'), voiceOf(source), hoursOn(at, 2));
    expect(target.file.verdicts).toHaveLength(2);
    expect(target.file.appeal).toMatchObject({ status: 'resolved', round: 1 });
  });

  it('a late no of a merged Voice starts the target’s next round while it is merged', () => {
    const { source, target } = merged();
    const at = toResolved(target, start);
    must(target, 'judge', verdict('yes'), voiceOf(target), at);
    const due = runningClock(target.file, 'rate')?.dueAt ?? at;
    must(target, 'lapse', {}, mintSystem(), due);
    expect(target.file.appeal.closedAs).toBe('judged');
    must(target, 'judge', verdict('no'), voiceOf(source), hoursOn(due, 1));
    expect(target.file.appeal).toMatchObject({ status: 'dispatched', round: 2 });
  });

  it('a merged Voice is asked two weeks later too, and what does not hold for it goes round again', () => {
    const { source, target } = merged();
    const at = toResolved(target, start);
    const due = runningClock(target.file, 'rate')?.dueAt ?? at;
    must(target, 'judge', verdict('yes'), voiceOf(target), at);
    must(target, 'judge', verdict('yes'), voiceOf(source), at);
    expect(target.file.appeal.closedAs).toBe('judged');
    const later = hoursOn(target.file.appeal.closedAt ?? due, 15 * 24);
    const holds = { holds: 'no', pressed: 'no' };
    must(target, 'lookBack', holds, voiceOf(source), later);
    expect(target.file.appeal).toMatchObject({ status: 'dispatched', round: 2 });
  });

  it('goes to the dispatcher where the unit has been closed', () => {
    const { source, target } = two();
    must(source, 'dispatch', { unitId: unitId('liuwan') }, dispatcher, hoursOn(start, 1));
    takePair(source, target, 'merge', toFirst, dispatcher, hoursOn(start, 2));
    source.file = { ...source.file, closedUnitIds: [unitId('liuwan')] };
    takePair(source, target, 'unmerge', back, dispatcher, hoursOn(start, 3));
    expect(source.file.appeal.status).toBe('filed');
    expect(runningClock(source.file, 'dispatch')?.dueAt).toBeInstanceOf(Date);
  });

  it('is refused where nothing is merged, and a merged case is never reopened', () => {
    const { source, target } = merged();
    const at = hoursOn(start, 2);
    expect(takePair(target, source, 'unmerge', back, dispatcher, at)).toMatchObject({
      code: 'wrongStatus',
    });
    const supervisor = actor('zhoumin');
    expect(take(source, 'reopen', { reason: '又坏了' }, supervisor, at)).toMatchObject({
      code: 'cannotReopen',
    });
  });
});
