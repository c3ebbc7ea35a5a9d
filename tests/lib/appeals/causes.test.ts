import { describe, expect, it } from 'vitest';
import { causeOf, runningClock } from '@/lib/appeals/case-file';
import { whyNot } from '@/lib/appeals/decide';
import { heldBy, holderAt, lateBy } from '@/lib/appeals/held-by';
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
  unitId,
  voiceOf,
} from '../../support/pure-world';

/** Monday, 2 March 2026, 9 in the morning; the promise of an ordinary appeal is 9 March, 18:00. */
const start = new Date('2026-03-02T01:00:00Z');
const day = (days: number, hours = 0) =>
  new Date(start.getTime() + days * 86_400_000 + hours * 3_600_000);

const handler = actor('zhaolimin');
const reviewer = somebody('oversight', ['reviewer']);
const housing = somebody('housing', ['handler']);
const system = mintSystem();

function contacted(): Played {
  const played = filed(start);
  must(played, 'dispatch', { unitId: unitId('liuwan') }, actor('chenjing'), day(0, 1));
  must(played, 'accept', {}, handler, day(0, 2));
  must(played, 'contact', { how: 'telephone', said: '说好上门' }, handler, day(0, 3));
  return played;
}

const wish = (owner = 'housing') => ({
  kind: 'cause',
  causeClass: 'rule',
  ownerUnitId: unitId(owner),
  cause: '维修资金使用办法第 12 条',
  reason: '要三分之二业主签字，楼里一半是出租户。',
});

function placed(at = day(2)): Played {
  const played = contacted();
  must(played, 'askFor', wish(), handler, day(1));
  const requestId = played.file.requests.at(-1)?.id;
  must(played, 'grant', { requestId, reason: '确实是办法的问题' }, reviewer, at);
  return played;
}

const promiseOf = (played: Played) => {
  const promise = played.file.clocks.find((it) => it.kind === 'promise');
  if (!promise) throw new Error('no promise');
  return promise;
};

/** Who held it, by unit code and day. */
const spansOf = (played: Played) =>
  heldBy(played.file, promiseOf(played)).map(({ unitPath, fromAt }) => [
    unitPath,
    (fromAt.getTime() - start.getTime()) / 3_600_000,
  ]);

describe('root at the top', () => {
  it('is asked by the unit, granted by a neutral reviewer, and then owned above', () => {
    const played = contacted();
    must(played, 'askFor', wish(), handler, day(1));
    expect(causeOf(played.file)).toBeUndefined();
    const requestId = played.file.requests.at(-1)?.id;
    const due = promiseOf(played).dueAt;
    const done = must(played, 'grant', { requestId, reason: '是' }, reviewer, day(2));
    expect(causeOf(played.file)).toMatchObject({ class: 'rule', unitId: unitId('housing') });
    expect(promiseOf(played).dueAt).toEqual(due);
    expect(played.file.assignments.filter((it) => !it.untilAt)).toMatchObject([
      { unitId: unitId('liuwan') },
    ]);
    expect(done.changes.notices.map((it) => it.unitId)).toContain(unitId('housing'));
    expect(turnsOf(played.file, calendar)).toContainEqual(
      expect.objectContaining({ unitId: unitId('housing'), verb: 'answerCause' }),
    );
  });

  it('goes up or to a department, never to oneself, down or sideways', () => {
    const played = contacted();
    for (const [owner, code] of [
      ['liuwan', 'sameUnit'],
      ['chengguan', 'ownerBelow'],
      ['hotline', 'ownerBelow'],
    ] as const) {
      expect(take(played, 'askFor', wish(owner), handler, day(1))).toMatchObject({
        problems: [{ field: 'ownerUnitId', code }],
      });
    }
    for (const field of ['causeClass', 'ownerUnitId', 'cause']) {
      const without = { ...wish(), [field]: '' };
      expect(take(played, 'askFor', without, handler, day(1))).toMatchObject({
        problems: [{ field, code: 'required' }],
      });
    }
    expect(take(played, 'askFor', wish('chenghe'), handler, day(1)).ok).toBe(true);
  });

  it('is not decided by the unit that would own it', () => {
    const played = contacted();
    must(played, 'askFor', wish('oversight'), handler, day(1));
    expect(whyNot(played.file, 'grant', reviewer, day(1))?.code).toBe('nothingToDecide');
    const requestId = played.file.requests.at(-1)?.id;
    const input = { requestId, reason: '不是我们' };
    expect(take(played, 'refuse', input, reviewer, day(1)).ok).toBe(false);
    const other = somebody('hotline', ['reviewer']);
    expect(take(played, 'refuse', input, other, day(1)).ok).toBe(true);
  });

  it('may be placed by a reviewer directly, and moved to another owner', () => {
    const played = contacted();
    const { kind: _, ...input } = wish();
    expect(take(played, 'placeCause', input, handler, day(1))).toMatchObject({ code: 'notYours' });
    must(played, 'placeCause', input, reviewer, day(1));
    expect(take(played, 'placeCause', input, reviewer, day(1))).toMatchObject({
      code: 'nothingNew',
    });
    const moved = { ...input, ownerUnitId: unitId('chenghe'), causeClass: 'budget' };
    must(played, 'placeCause', moved, reviewer, day(3));
    expect(played.file.causes).toMatchObject([
      { unitId: unitId('housing'), endedAt: day(3) },
      { unitId: unitId('chenghe'), endedAt: null },
    ]);
    expect(spansOf(played)).toEqual([
      [null, 0],
      ['chenghe/liuwan/', 1],
      ['chenghe/housing/', 24],
      ['chenghe/', 72],
    ]);
  });

  it('is answered by its owner alone, with a date, also after the case is closed', () => {
    const played = placed();
    const input = { byOn: '2026-06-30', plan: '六月底前改办法，先试点' };
    expect(take(played, 'answerCause', input, handler, day(3))).toMatchObject({ code: 'notYours' });
    expect(take(played, 'answerCause', { ...input, byOn: '2026-03-01' }, housing, day(3)).ok).toBe(
      false,
    );
    must(played, 'resolve', { outcome: 'done', answer: '先修了' }, handler, day(3));
    must(played, 'withdraw', { pressed: 'no' }, voiceOf(played), day(3));
    expect(turnsOf(played.file, calendar)).toMatchObject([{ verb: 'answerCause' }]);
    must(played, 'answerCause', input, housing, day(4));
    expect(causeOf(played.file)).toMatchObject({ byOn: '2026-06-30', answeredAt: day(4) });
    expect(turnsOf(played.file, calendar)).toEqual([]);
  });
});

describe('who holds lateness', () => {
  it('is the hotline while filed, then each lead, then the owner of the cause', () => {
    expect(spansOf(placed())).toEqual([
      [null, 0],
      ['chenghe/liuwan/', 1],
      ['chenghe/housing/', 48],
    ]);
  });

  it('goes back to the desk when a unit sends it back', () => {
    const played = filed(start);
    must(
      played,
      'dispatch',
      { unitId: unitId('liuwan'), reason: '看过职责' },
      actor('chenjing'),
      day(0, 1),
    );
    must(played, 'sendBack', { betterUnitId: unitId('housing'), reason: '不归' }, handler, day(1));
    must(
      played,
      'dispatch',
      { unitId: unitId('housing'), reason: '看过职责' },
      actor('chenjing'),
      day(2),
    );
    expect(spansOf(played)).toEqual([
      [null, 0],
      ['chenghe/liuwan/', 1],
      [null, 24],
      ['chenghe/housing/', 48],
    ]);
  });

  it('splits what is late by the time each held it, to the end of the clock', () => {
    const played = placed(day(9));
    must(played, 'resolve', { outcome: 'done', answer: '修好了' }, handler, day(12));
    const late = lateBy(played.file, promiseOf(played), day(30));
    expect(late.map(({ unitPath, fromAt, untilAt }) => [unitPath, fromAt, untilAt])).toEqual([
      ['chenghe/liuwan/', new Date('2026-03-09T10:00:00Z'), day(9)],
      ['chenghe/housing/', day(9), day(12)],
    ]);
    expect(lateBy(placed().file, promiseOf(placed()), day(3))).toEqual([]);
  });

  it('gives the card of the promise to the owner, and tells them', () => {
    const played = placed();
    const done = must(played, 'card', {}, system, day(6, 12));
    expect(done.changes.event.data.cards).toEqual([
      { kind: 'promise', card: 'yellow', unitId: unitId('housing') },
    ]);
    const told = done.changes.notices.map((it) => it.unitId);
    expect(told.toSorted()).toEqual([unitId('liuwan'), unitId('housing')].toSorted());
  });

  it('is of that round alone; a unit’s own clocks stay its own', () => {
    const played = placed();
    const contact = played.file.clocks.find((it) => it.kind === 'contact');
    if (!contact) throw new Error('no clock');
    expect(heldBy(played.file, contact).map((it) => it.unitPath)).toEqual(['chenghe/liuwan/']);
    must(played, 'resolve', { outcome: 'done', answer: '修好了' }, handler, day(3));
    const no = { round: '1', solved: 'no', result: 'neutral', handling: 'neutral', pressed: 'no' };
    must(played, 'judge', no, voiceOf(played), day(4));
    const second = runningClock(played.file, 'promise');
    if (!second) throw new Error('no second promise');
    expect(holderAt(played.file, second, day(5))?.unitPath).toBe('chenghe/liuwan/');
  });
});
