import { describe, expect, it } from 'vitest';
import { turnsOf } from '@/lib/appeals/turns';
import { mintSystem } from '@/lib/people/actor';
import {
  actor,
  calendar,
  filed,
  must,
  type Played,
  somebody,
  take,
  toResolved,
  verdict,
  voiceOf,
} from '../../support/pure-world';

const start = new Date('2026-11-02T02:00:00Z');
const days = (at: Date, count: number) => new Date(at.getTime() + count * 86_400_000);
const drawId = '11111111-1111-4111-8111-111111111111';
const visitor = actor('linxiao');

function answered(judged = true): { played: Played; at: Date; draw: Record<string, unknown> } {
  const played = filed(start);
  const at = toResolved(played, start);
  if (judged) must(played, 'judge', verdict('yes'), voiceOf(played), at);
  return { played, at, draw: { drawId, roundId: played.file.rounds[0]?.id } };
}

const finding = (found: string, more: object = {}) => ({
  how: 'visit',
  found,
  said: '看过了',
  ...more,
});

describe('spot checks', () => {
  it('are drawn by the system alone, one at a time, for an answer that stands', () => {
    const { played, at, draw } = answered();
    expect(take(played, 'pick', draw, actor('zhoumin'), days(at, 5))).toMatchObject({
      code: 'notYours',
    });
    must(played, 'pick', draw, mintSystem(), days(at, 5));
    expect(take(played, 'pick', draw, mintSystem(), days(at, 6))).toMatchObject({
      code: 'nothingToCheck',
    });
    expect(played.changes.at(-1)?.notices).toEqual([]);
    expect(turnsOf(played.file, calendar)).toMatchObject([
      { capability: 'interview', verb: 'recheck', unitId: null, dueAt: days(at, 19) },
    ]);
  });

  it('are not drawn for an answer that was taken back by a next round', () => {
    const { played, at, draw } = answered();
    must(played, 'reopen', { reason: '又不热了' }, voiceOf(played), days(at, 2));
    expect(take(played, 'pick', draw, mintSystem(), days(at, 5))).toMatchObject({ ok: false });
  });

  it('found not solved, the case goes round again, whatever its resident said', () => {
    const { played, at, draw } = answered();
    must(played, 'pick', draw, mintSystem(), days(at, 5));
    must(played, 'recheck', finding('no'), visitor, days(at, 6));
    expect(played.file.appeal).toMatchObject({ status: 'dispatched', round: 2, closedAs: null });
    expect(played.file.checks).toMatchObject([
      { outcome: 'no', how: 'visit', personId: visitor.personId, endedAt: days(at, 6) },
    ]);
    // Both are kept.
    expect(played.file.verdicts).toMatchObject([{ solved: 'yes' }]);
    const told = played.changes.at(-1)?.notices.map((it) => [it.kind, !!it.unitId, !!it.voiceId]);
    expect(told).toEqual([
      ['recheck', true, false],
      ['recheck', false, true],
    ]);
  });

  it.each(['yes', 'partly'])('found %s, nothing moves', (found) => {
    const { played, at, draw } = answered();
    must(played, 'pick', draw, mintSystem(), days(at, 5));
    must(played, 'recheck', finding(found), visitor, days(at, 6));
    expect(played.file.appeal).toMatchObject({ status: 'closed', round: 1 });
    expect(turnsOf(played.file, calendar)).toEqual([]);
  });

  it('found not solved before anybody has judged, it goes round again as well', () => {
    const { played, at, draw } = answered(false);
    must(played, 'pick', draw, mintSystem(), days(at, 1));
    must(played, 'recheck', finding('no'), visitor, days(at, 2));
    expect(played.file.appeal).toMatchObject({ status: 'dispatched', round: 2 });
  });

  it('after two attempts in vain it counts as not reached, and the unit hears of none before', () => {
    const { played, at, draw } = answered();
    must(played, 'pick', draw, mintSystem(), days(at, 5));
    const vain = { how: 'call', found: 'notReached' };
    must(played, 'recheck', vain, visitor, days(at, 6));
    expect(played.file.checks).toMatchObject([{ outcome: null, tries: 1 }]);
    expect(played.changes.at(-1)?.notices).toEqual([]);
    must(played, 'recheck', vain, visitor, days(at, 7));
    expect(played.file.checks).toMatchObject([{ outcome: 'notReached', tries: 2 }]);
    expect(take(played, 'recheck', vain, visitor, days(at, 8))).toMatchObject({
      code: 'nothingToCheck',
    });
  });

  it('nobody of the unit that answered, above it or below makes them', () => {
    const { played, at, draw } = answered();
    must(played, 'pick', draw, mintSystem(), days(at, 5));
    for (const unit of ['liuwan', 'chenghe']) {
      const near = somebody(unit, ['interviewer']);
      expect(take(played, 'recheck', finding('yes'), near, days(at, 6))).toMatchObject({
        code: 'notYours',
      });
    }
    expect(take(played, 'recheck', finding('yes'), actor('zhoumin'), days(at, 6)).ok).toBe(false);
    // Control: the same by one of another unit.
    expect(take(played, 'recheck', finding('yes'), visitor, days(at, 6))).toMatchObject({
      ok: true,
    });
  });

  it('words are needed where something is not solved', () => {
    const { played, at, draw } = answered();
    must(played, 'pick', draw, mintSystem(), days(at, 5));
    const mute = finding('no', { said: '' });
    expect(take(played, 'recheck', mute, visitor, days(at, 6))).toMatchObject({ code: 'badInput' });
  });

  it('a case that goes round again by itself is checked no more', () => {
    const { played, at, draw } = answered();
    must(played, 'pick', draw, mintSystem(), days(at, 5));
    must(played, 'reopen', { reason: '又不热了' }, voiceOf(played), days(at, 6));
    expect(played.file.checks).toMatchObject([{ outcome: 'void' }]);
    expect(turnsOf(played.file, calendar).some((it) => it.verb === 'recheck')).toBe(false);
  });
});
