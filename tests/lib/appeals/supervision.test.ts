import { describe, expect, it } from 'vitest';
import { runningClock, supervisionOf } from '@/lib/appeals/case-file';
import { turnsOf } from '@/lib/appeals/turns';
import { mintSystem } from '@/lib/people/actor';
import {
  actor,
  calendar,
  filed,
  must,
  type Played,
  take,
  toResolved,
  unitId,
  verdict,
  voiceOf,
} from '../../support/pure-world';

const start = new Date('2026-03-02T01:00:00Z');
const day = (days: number, hours = 0) =>
  new Date(start.getTime() + days * 86_400_000 + hours * 3_600_000);
const system = mintSystem();
const supervisor = actor('zhoumin');

function contacted(): Played {
  const played = filed(start);
  must(played, 'dispatch', { unitId: unitId('liuwan') }, actor('chenjing'), day(0, 1));
  must(played, 'accept', {}, actor('zhaolimin'), day(0, 2));
  must(played, 'contact', { how: 'telephone', said: '好' }, actor('zhaolimin'), day(0, 3));
  return played;
}

const levelOf = (played: Played) => supervisionOf(played.file)?.level;
const ordered = (played: Played, level: string, cause: string, at: Date) =>
  take(played, 'supervise', { level, cause }, system, at).ok;

describe('cards', () => {
  it('yellow a working day before, red with the first working day after, each once', () => {
    const played = contacted();
    // Due Monday the 9th, 18:00: yellow from Friday 18:00, red from Tuesday midnight.
    const early = new Date('2026-03-06T09:59:59Z');
    expect(take(played, 'card', {}, system, early)).toMatchObject({ code: 'nothingNew' });
    must(played, 'card', {}, system, new Date('2026-03-06T10:00:00Z'));
    expect(runningClock(played.file, 'promise')?.card).toBe('yellow');
    expect(take(played, 'card', {}, system, day(5)).ok).toBe(false);
    expect(take(played, 'card', {}, system, new Date('2026-03-09T15:59:59Z')).ok).toBe(false);
    must(played, 'card', {}, system, new Date('2026-03-09T16:00:00Z'));
    expect(runningClock(played.file, 'promise')?.card).toBe('red');
    expect(take(played, 'card', {}, system, day(60)).ok).toBe(false);
  });

  it('after a standstill only the graver one is given', () => {
    const played = contacted();
    const done = must(played, 'card', {}, system, day(20));
    expect(done.changes.event.data).toMatchObject({ cards: [{ kind: 'promise', card: 'red' }] });
  });

  it('no person hands out cards', () => {
    const played = contacted();
    expect(take(played, 'card', {}, supervisor, day(20))).toMatchObject({ code: 'notYours' });
  });
});

describe('by the system', () => {
  it('red card level 1, overdue three working days level 2, seven level 3; never twice, never down', () => {
    const played = contacted();
    const red = new Date('2026-03-09T16:00:00Z');
    expect(ordered(played, '1', 'redCard', new Date(red.getTime() - 1))).toBe(false);
    expect(ordered(played, '1', 'redCard', red)).toBe(true);
    expect(ordered(played, '1', 'redCard', red)).toBe(false);
    expect(ordered(played, '2', 'overdue', new Date('2026-03-11T15:59:00Z'))).toBe(false);
    expect(ordered(played, '2', 'overdue', new Date('2026-03-11T16:00:00Z'))).toBe(true);
    expect(ordered(played, '1', 'redCard', day(12))).toBe(false);
    expect(ordered(played, '3', 'overdue', day(18))).toBe(true);
    expect(played.file.supervisions).toHaveLength(1);
    expect(levelOf(played)).toBe(3);
  });

  it('only what a rule of the installation says, and only while it is true', () => {
    const played = contacted();
    expect(ordered(played, '3', 'redCard', day(20))).toBe(false);
    expect(ordered(played, '1', 'handOvers', day(20))).toBe(false);
  });

  it('third unsolved round', () => {
    const played = filed(start);
    let at = start;
    for (const round of ['1', '2', '3']) {
      at = toResolved(played, at);
      must(played, 'judge', verdict('no', { round }), voiceOf(played), at);
      expect(ordered(played, '1', 'unsolvedRounds', at)).toBe(round === '3');
    }
  });

  it('somebody said they were pressed: also when that closed the case, and until it is released', () => {
    const played = filed(start);
    const at = toResolved(played, start);
    expect(ordered(played, '2', 'pressed', at)).toBe(false);
    must(played, 'judge', verdict('yes', { pressed: 'yes' }), voiceOf(played), at);
    expect(played.file.appeal.status).toBe('closed');
    expect(ordered(played, '2', 'pressed', at)).toBe(true);
    expect(turnsOf(played.file, calendar).map((it) => it.verb)).toEqual(['supervise']);
    must(played, 'release', { reason: '查清了' }, supervisor, at);
    expect(ordered(played, '2', 'pressed', at)).toBe(false);
    expect(turnsOf(played.file, calendar)).toEqual([]);
  });

  it('that somebody was pressed outlives whatever else is ordered', () => {
    const played = filed(start);
    const at = toResolved(played, start);
    must(played, 'judge', verdict('no', { pressed: 'yes' }), voiceOf(played), at);
    expect(ordered(played, '2', 'pressed', at)).toBe(true);
    expect(ordered(played, '3', 'overdue', day(40))).toBe(true);
    expect(supervisionOf(played.file)).toMatchObject({ level: 3, cause: 'pressed' });
    must(played, 'withdraw', { pressed: 'no' }, voiceOf(played), day(41));
    expect(levelOf(played)).toBe(3);
  });

  it('a word of pressure is heard where a person had the case supervised already', () => {
    const played = filed(start);
    const at = toResolved(played, start);
    must(played, 'supervise', { level: '3', reason: '盯' }, supervisor, at);
    must(played, 'judge', verdict('yes', { pressed: 'yes' }), voiceOf(played), at);
    expect(levelOf(played)).toBeUndefined();
    expect(ordered(played, '2', 'pressed', at)).toBe(true);
    expect(ordered(played, '2', 'pressed', at)).toBe(false);
  });

  it('a release counts for the round it was given in, whenever supervision began', () => {
    const played = filed(start);
    const at = toResolved(played, start);
    must(played, 'supervise', { level: '1', reason: '盯' }, supervisor, at);
    must(played, 'judge', verdict('no'), voiceOf(played), at);
    must(played, 'release', { reason: '已在办' }, supervisor, day(20));
    expect(ordered(played, '1', 'redCard', day(21))).toBe(false);
    expect(ordered(played, '2', 'overdue', day(21))).toBe(true);
  });

  it('third time a unit was rid of it', () => {
    const played = filed(start);
    const units = ['liuwan', 'chengguan', 'housing', 'heating'];
    for (const [index, unit] of units.entries()) {
      const to = { unitId: unitId(unit), reason: '归它管' };
      const verb = index === 0 ? 'dispatch' : 'redispatch';
      must(played, verb, to, actor('chenjing'), day(0, index + 1));
      // The hand-over itself orders it; whoever looks afterwards finds nothing to order.
      expect(ordered(played, '1', 'handOvers', day(0, 6))).toBe(false);
      expect(supervisionOf(played.file)?.cause).toBe(index === 3 ? 'handOvers' : undefined);
    }
  });

  it('what is released is not ordered again for the same in the same round', () => {
    const played = contacted();
    expect(ordered(played, '1', 'redCard', day(9))).toBe(true);
    must(played, 'release', { reason: '已在办' }, supervisor, day(9));
    expect(ordered(played, '1', 'redCard', day(10))).toBe(false);
    expect(ordered(played, '2', 'overdue', day(12))).toBe(true);
  });

  it('silent for days, and again after it was released and silent once more', () => {
    const played = contacted();
    expect(ordered(played, '1', 'silent', day(6))).toBe(false);
    expect(ordered(played, '1', 'silent', day(7, 4))).toBe(true);
    must(played, 'release', { reason: '问过了' }, supervisor, day(8));
    expect(ordered(played, '1', 'silent', day(10))).toBe(false);
    expect(ordered(played, '1', 'silent', day(15, 1))).toBe(true);
  });
});

describe('by people', () => {
  it('a person says why; the level and the next date can be changed, not the same order repeated', () => {
    const played = contacted();
    expect(take(played, 'supervise', { level: '1' }, supervisor, day(1))).toMatchObject({
      problems: [{ field: 'reason', code: 'required' }],
    });
    const order = { level: '2', reason: '老人受冻', nextOn: '2026-03-05' };
    must(played, 'supervise', order, supervisor, day(1));
    expect(take(played, 'supervise', order, supervisor, day(1))).toMatchObject({
      code: 'alreadySupervised',
    });
    must(played, 'supervise', { ...order, nextOn: '2026-03-06' }, supervisor, day(1));
    expect(supervisionOf(played.file)).toMatchObject({ cause: 'person', nextOn: '2026-03-06' });
    const yesterday = { ...order, nextOn: '2026-03-02' };
    expect(take(played, 'supervise', yesterday, supervisor, day(1)).ok).toBe(false);
  });

  it('a leader of the unit or above takes it by name; it is then their move on the date', () => {
    const played = contacted();
    const word = { nextOn: '2026-03-06', note: '我来牵头' };
    const elsewhere = take(played, 'takeOn', word, actor('liufang'), day(1));
    expect(elsewhere).toMatchObject({ code: 'notYours' });
    const leader = actor('wangxiulan');
    must(played, 'takeOn', word, leader, day(1));
    expect(supervisionOf(played.file)).toMatchObject({ leaderId: leader.personId });
    const own = turnsOf(played.file, calendar).find((it) => it.personId === leader.personId);
    expect(own).toMatchObject({ verb: 'takeOn', dueAt: new Date('2026-03-06T10:00:00Z') });
    expect(take(played, 'takeOn', { ...word, nextOn: '2027-01-01' }, leader, day(1)).ok).toBe(
      false,
    );
  });

  it('a case that closes leaves supervision', () => {
    const played = contacted();
    must(played, 'supervise', { level: '1', reason: '盯' }, supervisor, day(1));
    must(played, 'withdraw', { pressed: 'no' }, voiceOf(played), day(2));
    expect(supervisionOf(played.file)).toBeUndefined();
    expect(take(played, 'release', { reason: '无' }, supervisor, day(2))).toMatchObject({
      code: 'notSupervised',
    });
  });
});
