import { describe, expect, it } from 'vitest';
import { runningClock } from '@/lib/appeals/case-file';
import { whyNot } from '@/lib/appeals/decide';
import { mintResident, mintSystem } from '@/lib/people/actor';
import {
  actor,
  filed,
  must,
  somebody,
  take,
  toResolved,
  unitId,
  verdict,
  voiceOf,
} from '../../support/pure-world';

const start = new Date('2026-11-16T00:12:00Z');
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);

describe('who may take which step', () => {
  it('a unit acts only on what it leads', () => {
    const played = filed(start);
    must(played, 'dispatch', { unitId: unitId('liuwan') }, actor('chenjing'), later(1));
    expect(take(played, 'accept', {}, actor('maqiang'), later(2))).toMatchObject({
      code: 'notYours',
    });
    expect(take(played, 'accept', {}, actor('chenjing'), later(2))).toMatchObject({
      code: 'notYours',
    });
    must(played, 'accept', {}, actor('zhaolimin'), later(2));
    expect(played.file.assignments[0]?.personId).toBe(actor('zhaolimin').personId);
  });

  it('no member of staff judges, whatever the roles', () => {
    const played = filed(start);
    const at = toResolved(played, start);
    const everything = somebody('liuwan', [
      'operator',
      'dispatcher',
      'handler',
      'leader',
      'supervisor',
      'administrator',
    ]);
    for (const who of [everything, mintSystem(), mintResident()]) {
      expect(take(played, 'judge', verdict('yes'), who, at)).toMatchObject({ code: 'notYours' });
    }
    expect(must(played, 'judge', verdict('yes'), voiceOf(played), at).after.appeal.closedAs).toBe(
      'judged',
    );
  });

  it('whoever handled it cannot interview, nor anyone above or below', () => {
    const played = filed(start);
    const at = toResolved(played, start);
    const voiceId = played.file.voices[0]?.id;
    const heard = { round: '1', voiceId, reached: 'yes', solved: 'yes' };
    const own = somebody('liuwan', ['interviewer']);
    const above = somebody('chenghe', ['interviewer']);
    expect(take(played, 'interview', heard, own, at)).toMatchObject({ code: 'notYours' });
    expect(take(played, 'interview', heard, above, at)).toMatchObject({ code: 'notYours' });
    expect(must(played, 'interview', heard, actor('linxiao'), at).after.appeal.closedAs).toBe(
      'heard',
    );
  });

  it('a voice that has left may do nothing more', () => {
    const played = filed(start, { reaches: ['telephone', 'link'] });
    must(played, 'withdraw', { pressed: 'no' }, voiceOf(played), later(1));
    expect(played.file.appeal.status).toBe('filed');
    expect(played.file.voices[1]?.role).toBe('filer');
    expect(take(played, 'supplement', { words: '还有' }, voiceOf(played), later(2))).toMatchObject({
      code: 'notYours',
    });
    must(played, 'withdraw', { pressed: 'yes' }, voiceOf(played, 1), later(2));
    expect(played.file.appeal).toMatchObject({ status: 'closed', closedAs: 'withdrawn' });
  });
});

describe('steps and what they ask', () => {
  it('sendBack needs another unit, and the next dispatch starts unit clocks afresh', () => {
    const played = filed(start);
    must(played, 'dispatch', { unitId: unitId('liuwan') }, actor('chenjing'), later(1));
    const same = take(
      played,
      'sendBack',
      { betterUnitId: unitId('liuwan'), reason: '不归我们' },
      actor('zhaolimin'),
      later(2),
    );
    expect(same).toMatchObject({ problems: [{ field: 'betterUnitId', code: 'sameUnit' }] });
    const promised = runningClock(played.file, 'promise')?.dueAt;
    must(
      played,
      'sendBack',
      { betterUnitId: unitId('housing'), reason: '归住建局' },
      actor('zhaolimin'),
      later(2),
    );
    expect(played.file.appeal.status).toBe('filed');
    const anew = { unitId: unitId('housing'), reason: '换阀门归住建局' };
    must(played, 'dispatch', anew, actor('chenjing'), later(3));
    expect(runningClock(played.file, 'accept')?.startedAt).toEqual(later(3));
    expect(runningClock(played.file, 'promise')?.dueAt).toEqual(promised);
  });

  it('redispatch gives another unit its own clocks and never the same unit again', () => {
    const played = filed(start);
    must(played, 'dispatch', { unitId: unitId('liuwan') }, actor('chenjing'), later(1));
    must(played, 'accept', {}, actor('zhaolimin'), later(2));
    const again = take(
      played,
      'redispatch',
      { unitId: unitId('liuwan'), reason: '再派' },
      actor('zhoumin'),
      later(3),
    );
    expect(again).toMatchObject({ problems: [{ code: 'sameUnit' }] });
    must(
      played,
      'redispatch',
      { unitId: unitId('heating'), reason: '归热力公司' },
      actor('zhoumin'),
      later(3),
    );
    expect(played.file.assignments.map((it) => it.endedAs)).toEqual(['redispatched', null]);
    expect(whyNot(played.file, 'accept', actor('zhaolimin'), later(4))?.code).toBe('notYours');
  });

  it('assign names only people of the lead unit', () => {
    const played = filed(start);
    must(played, 'dispatch', { unitId: unitId('liuwan') }, actor('chenjing'), later(1));
    must(played, 'accept', {}, actor('wangxiulan'), later(2));
    const outside = { personId: actor('maqiang').personId };
    expect(take(played, 'assign', outside, actor('wangxiulan'), later(3))).toMatchObject({
      problems: [{ code: 'personElsewhere' }],
    });
    must(
      played,
      'assign',
      { personId: actor('zhaolimin').personId },
      actor('wangxiulan'),
      later(3),
    );
    expect(played.file.assignments[0]?.personId).toBe(actor('zhaolimin').personId);
  });

  it('resolve waits for contact, or for two failed attempts an hour apart', () => {
    const played = filed(start);
    const handler = actor('zhaolimin');
    const answer = { outcome: 'done', answer: '修好了' };
    must(played, 'dispatch', { unitId: unitId('liuwan') }, actor('chenjing'), later(1));
    must(played, 'accept', {}, handler, later(2));
    expect(take(played, 'resolve', answer, handler, later(3))).toMatchObject({
      code: 'notContacted',
    });
    must(played, 'missContact', { how: 'telephone' }, handler, later(3));
    must(played, 'missContact', { how: 'telephone' }, handler, later(3.5));
    expect(take(played, 'resolve', answer, handler, later(3.6))).toMatchObject({
      code: 'notContacted',
    });
    must(played, 'missContact', { how: 'visit' }, handler, later(4.1));
    expect(played.file.clocks.find((it) => it.kind === 'contact')?.outcome).toBe('tried');
    must(played, 'resolve', answer, handler, later(5));
  });

  it('a message counts as contact only where there is no telephone', () => {
    const byPhone = filed(start);
    const byLink = filed(start, { reaches: ['link'] });
    for (const played of [byPhone, byLink]) {
      must(played, 'dispatch', { unitId: unitId('liuwan') }, actor('chenjing'), later(1));
      must(played, 'accept', {}, actor('zhaolimin'), later(2));
    }
    const written = { how: 'message', said: '您好' };
    expect(take(byPhone, 'contact', written, actor('zhaolimin'), later(3))).toMatchObject({
      problems: [{ code: 'relayedOnly' }],
    });
    must(byLink, 'contact', written, actor('zhaolimin'), later(3));
  });

  it('what cannot be done needs its legal basis and the next route', () => {
    const played = filed(start);
    toResolved(played, start);
    const fresh = filed(start);
    must(fresh, 'dispatch', { unitId: unitId('liuwan') }, actor('chenjing'), later(1));
    must(fresh, 'accept', {}, actor('zhaolimin'), later(2));
    must(fresh, 'contact', { how: 'telephone', said: '说明' }, actor('zhaolimin'), later(3));
    const bare = { outcome: 'cannot', answer: '办不了' };
    expect(take(fresh, 'resolve', bare, actor('zhaolimin'), later(4))).toMatchObject({
      problems: [{ field: 'basis' }],
    });
    expect(
      take(fresh, 'resolve', { ...bare, basis: '法' }, actor('zhaolimin'), later(4)),
    ).toMatchObject({ problems: [{ field: 'route' }] });
    must(fresh, 'resolve', { ...bare, basis: '法', route: '法院' }, actor('zhaolimin'), later(4));
  });

  it('decline takes one of the six classes, and the filer cannot reopen it', () => {
    const played = filed(start);
    expect(
      take(
        played,
        'decline',
        { class: 'tooHard', reason: '难', route: '无' },
        actor('chenjing'),
        later(1),
      ),
    ).toMatchObject({ problems: [{ field: 'class', code: 'wrongChoice' }] });
    must(
      played,
      'decline',
      { class: 'emergency', reason: '险情', route: '119' },
      actor('chenjing'),
      later(1),
    );
    expect(take(played, 'reopen', { reason: '再办' }, voiceOf(played), later(2))).toMatchObject({
      code: 'cannotReopen',
    });
  });

  it('answer at the desk is the desk’s own answer; message and annotate touch without moving', () => {
    const played = filed(start);
    must(played, 'answer', { answer: '带身份证就能办' }, actor('sunyue'), later(0.1));
    expect(played.file.rounds[0]).toMatchObject({ atDesk: true, unitId: unitId('hotline') });
    const { step } = played.file.appeal;
    must(played, 'message', { words: '谢谢' }, voiceOf(played), later(1));
    must(played, 'annotate', { note: '常见问题' }, actor('sunyue'), later(1));
    expect(played.file.appeal).toMatchObject({ status: 'resolved', step });
  });

  it('redo puts the promise back with its old date, and not once a verdict is in', () => {
    const played = filed(start);
    const promised = runningClock(played.file, 'promise')?.dueAt;
    const at = toResolved(played, start);
    const judged = structuredClone(played.file);
    must(played, 'redo', { reason: '没有写怎么办的' }, actor('sunyue'), new Date(at.getTime() + 1));
    expect(played.file.appeal.status).toBe('contacted');
    expect(runningClock(played.file, 'promise')?.dueAt).toEqual(promised);
    expect(played.file.rounds[0]).toMatchObject({ resolvedAt: null, invited: [] });

    const other = filed(start, { reaches: ['telephone', 'link'] });
    const then = toResolved(other, start);
    must(other, 'judge', verdict('yes'), voiceOf(other), then);
    expect(take(other, 'redo', { reason: '重来' }, actor('sunyue'), then)).toMatchObject({
      code: 'hasVerdict',
    });
    expect(judged.appeal.status).toBe('resolved');
  });
});

describe('the promise', () => {
  it('is never later after a correction, and may be nearer', () => {
    const played = filed(start);
    const promised = runningClock(played.file, 'promise')?.dueAt?.getTime() ?? 0;
    must(
      played,
      'dispatch',
      { unitId: unitId('liuwan'), urgency: 'complex' },
      actor('chenjing'),
      later(1),
    );
    expect(runningClock(played.file, 'promise')?.dueAt?.getTime()).toBe(promised);

    const urgent = filed(start);
    must(
      urgent,
      'dispatch',
      { unitId: unitId('liuwan'), urgency: 'urgent' },
      actor('chenjing'),
      later(1),
    );
    expect(runningClock(urgent.file, 'promise')?.dueAt).toEqual(later(24));
  });

  it('recognised too late for the shorter limit, it counts from the correction', () => {
    const played = filed(start);
    const urgent = { unitId: unitId('liuwan'), urgency: 'extraUrgent' };
    must(played, 'dispatch', urgent, actor('chenjing'), later(5));
    expect(runningClock(played.file, 'promise')).toMatchObject({
      startedAt: start,
      dueAt: later(7),
    });
  });
});
