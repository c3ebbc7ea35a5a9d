import { describe, expect, it } from 'vitest';
import { handOversOf, leadOf, supervisionOf } from '@/lib/appeals/case-file';
import { whyNot } from '@/lib/appeals/decide';
import { isFinal, namingsOf } from '@/lib/appeals/hand-overs';
import { responsibleOf } from '@/lib/appeals/responsible';
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
  unitId,
  verdict,
  voiceOf,
} from '../../support/pure-world';

/** Monday 16 November 2026, 08:12. */
const start = new Date('2026-11-16T00:12:00Z');
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);

const first = actor('chenjing');
const second = somebody('hotline', ['dispatcher']);
const cadreOf: Record<string, string> = {
  liuwan: 'zhaolimin',
  chengguan: 'maqiang',
  housing: 'hewei',
  heating: 'guotao',
};

/** Filed where a second dispatcher is at work. */
function withTwo(at = start): Played {
  const played = filed(at);
  const dispatcherIds = [first.personId, second.personId];
  played.file = { ...played.file, dispatcherIds };
  return played;
}

const name = (played: Played, unit: string, by = first, at = later(1), reason = '') =>
  must(played, 'dispatch', { unitId: unitId(unit), reason }, by, at);

const back = (played: Played, unit: string, better: string, at = later(2)) =>
  must(
    played,
    'sendBack',
    { betterUnitId: unitId(better), reason: '不归我们管' },
    actor(cadreOf[unit] ?? ''),
    at,
  );

/** Sent back by three units, one after another, each naming by whoever did not make the last. */
function thrice(): Played {
  const played = withTwo();
  name(played, 'liuwan', first, later(1));
  back(played, 'liuwan', 'chengguan', later(2));
  name(played, 'chengguan', second, later(3));
  back(played, 'chengguan', 'housing', later(4));
  name(played, 'housing', first, later(5));
  back(played, 'housing', 'heating', later(6));
  return played;
}

const refusalOf = (played: Played, unit: string, at: Date) =>
  whyNot(played.file, 'sendBack', actor(cadreOf[unit] ?? ''), at)?.code ?? null;

const responsible = ({ file }: Played) => responsibleOf(file)?.unitId;

describe('the limit for sending back', () => {
  it.each([
    ['Monday: Wednesday at close', '2026-11-16T01:00:00Z', '2026-11-18T10:00:00Z'],
    ['Friday: Tuesday, a weekend is no time', '2026-11-20T01:00:00Z', '2026-11-24T10:00:00Z'],
    ['before a made-up Saturday: it counts', '2026-05-07T02:00:00Z', '2026-05-09T10:00:00Z'],
    ['before a holiday: the first days after', '2026-09-30T02:00:00Z', '2026-10-09T10:00:00Z'],
  ])('%s', (_, named, until) => {
    const at = new Date(named);
    const played = withTwo(at);
    name(played, 'liuwan', first, at);
    const last = new Date(until);
    expect(refusalOf(played, 'liuwan', last)).toBeNull();
    expect(refusalOf(played, 'liuwan', new Date(last.getTime() + 1))).toBe('tooLateToSendBack');
  });

  it('is nobody’s duty: void once accepted, no card, and never late', () => {
    const played = withTwo();
    name(played, 'liuwan');
    const far = later(24 * 9);
    must(played, 'accept', {}, actor('zhaolimin'), far);
    expect(played.file.clocks.find((it) => it.kind === 'sendBack')).toMatchObject({
      outcome: 'void',
      stoppedAt: far,
    });
    const cards = must(played, 'card', {}, mintSystem(), far).changes.event.data.cards;
    expect(JSON.stringify(cards)).not.toContain('sendBack');
  });

  it('begins anew with every naming and ends with the return', () => {
    const played = withTwo();
    name(played, 'liuwan');
    back(played, 'liuwan', 'housing');
    name(played, 'housing', second, later(60));
    expect(
      played.file.clocks
        .filter((it) => it.kind === 'sendBack')
        .map((it) => [it.startedAt, it.outcome]),
    ).toEqual([
      [later(1), 'void'],
      [later(60), null],
    ]);
  });

  it('where an old naming has no such clock, the old rule stays: until it is accepted', () => {
    const played = withTwo();
    name(played, 'liuwan');
    const clocks = played.file.clocks.filter((it) => it.kind !== 'sendBack');
    played.file = { ...played.file, clocks };
    expect(refusalOf(played, 'liuwan', later(24 * 30))).toBeNull();
  });
});

describe('who answers for it', () => {
  it('nobody but the hotline before a unit is named, then the first unit until another accepts', () => {
    const played = withTwo();
    expect(responsible(played)).toBeUndefined();
    name(played, 'liuwan');
    expect(responsible(played)).toBe(unitId('liuwan'));
    back(played, 'liuwan', 'chengguan');
    expect(responsible(played)).toBe(unitId('liuwan'));
    name(played, 'chengguan', second, later(3));
    expect(responsible(played)).toBe(unitId('liuwan'));
    must(played, 'accept', {}, actor('maqiang'), later(4));
    expect(responsible(played)).toBe(unitId('chengguan'));
  });

  it('a unit that has accepted stays responsible while it is redispatched', () => {
    const played = withTwo();
    name(played, 'liuwan');
    must(played, 'accept', {}, actor('zhaolimin'), later(2));
    const moved = { unitId: unitId('heating'), reason: '归热力公司' };
    must(played, 'redispatch', moved, first, later(3));
    expect(responsible(played)).toBe(unitId('liuwan'));
    must(played, 'accept', {}, actor('guotao'), later(4));
    expect(responsible(played)).toBe(unitId('heating'));
  });

  it('sees it in its inbox as long as it answers for it, and no longer', () => {
    const played = withTwo();
    const seen = () =>
      turnsOf(played.file, calendar).filter((it) => it.unitId === unitId('liuwan')).length;
    name(played, 'liuwan');
    expect(seen()).toBe(1);
    back(played, 'liuwan', 'chengguan');
    expect(seen()).toBe(1);
    name(played, 'chengguan', second, later(3));
    expect(seen()).toBe(1);
    must(played, 'accept', {}, actor('maqiang'), later(4));
    expect(seen()).toBe(0);
  });

  it('is told of what the resident writes meanwhile, and may answer; other units may not', () => {
    const played = withTwo();
    name(played, 'liuwan');
    back(played, 'liuwan', 'chengguan');
    const words = { words: '今天有人来吗' };
    const { notices } = must(played, 'message', words, voiceOf(played), later(3)).changes;
    expect(notices.map((it) => it.unitId)).toContain(unitId('liuwan'));
    must(played, 'message', words, actor('zhaolimin'), later(4));
    expect(take(played, 'message', words, actor('hewei'), later(5))).toMatchObject({
      code: 'notYours',
    });
  });

  it('stays with whoever had the last round, and is nobody once closed', () => {
    const played = withTwo();
    const at = toResolved(played, start);
    must(played, 'judge', verdict('no'), voiceOf(played), at);
    expect(responsible(played)).toBe(unitId('liuwan'));
    must(played, 'withdraw', { pressed: 'no' }, voiceOf(played), at);
    expect(responsible(played)).toBeUndefined();
  });

  it('is the hotline again after it answered at the desk, and where the unit is no more', () => {
    const played = withTwo();
    name(played, 'liuwan');
    back(played, 'liuwan', 'chengguan');
    const gone = { ...played.file, closedUnitIds: [unitId('liuwan')] };
    expect(responsibleOf(gone)).toBeUndefined();
    must(played, 'answer', { answer: '带身份证去' }, actor('sunyue'), later(3));
    must(played, 'judge', verdict('no'), voiceOf(played), later(4));
    expect(played.file.appeal.status).toBe('filed');
    expect(responsible(played)).toBeUndefined();
  });
});

describe('every naming counts', () => {
  it('also of the same unit again; a new round begins at one', () => {
    const played = withTwo();
    name(played, 'liuwan');
    back(played, 'liuwan', 'chengguan');
    name(played, 'liuwan', second, later(3), '管网图上是你们的');
    expect([namingsOf(played.file).length, handOversOf(played.file)]).toEqual([2, 1]);
    const at = toResolved(played, later(4));
    must(played, 'judge', verdict('no'), voiceOf(played), at);
    expect([namingsOf(played.file).length, handOversOf(played.file)]).toEqual([1, 0]);
  });

  it('after the third hand-over the naming is final, and the case is supervised at once', () => {
    const played = thrice();
    expect(supervisionOf(played.file)).toMatchObject({ cause: 'handOvers', level: 1 });
    expect(played.events.at(-1)?.data).toMatchObject({
      supervised: { level: 1, before: null, cause: 'handOvers' },
    });
    name(played, 'heating', second, later(7));
    expect(isFinal(played.file)).toBe(true);
    expect(refusalOf(played, 'heating', later(8))).toBe('namedFinally');
    must(played, 'accept', {}, actor('guotao'), later(8));
  });

  it('before that it is not: the third naming can still be sent back', () => {
    const played = withTwo();
    name(played, 'liuwan');
    back(played, 'liuwan', 'chengguan');
    name(played, 'chengguan', second, later(3));
    back(played, 'chengguan', 'housing', later(4));
    name(played, 'housing', first, later(5));
    expect(isFinal(played.file)).toBe(false);
    expect(supervisionOf(played.file)).toBeUndefined();
    expect(refusalOf(played, 'housing', later(6))).toBeNull();
  });

  it('redispatching is a hand-over too; what is final a supervisor alone still changes', () => {
    const played = withTwo();
    name(played, 'liuwan');
    for (const [index, unit] of ['chengguan', 'housing', 'heating'].entries()) {
      const moved = { unitId: unitId(unit), reason: '归它管' };
      must(played, 'redispatch', moved, first, later(index + 2));
    }
    expect(isFinal(played.file)).toBe(true);
    expect(supervisionOf(played.file)?.cause).toBe('handOvers');
    const moved = { unitId: unitId('liuwan'), reason: '看错了' };
    expect(take(played, 'redispatch', moved, first, later(6))).toMatchObject({
      code: 'namedFinally',
    });
    must(played, 'redispatch', moved, actor('zhoumin'), later(6));
    expect(refusalOf(played, 'liuwan', later(7))).toBe('namedFinally');
  });

  it('orders nothing twice, lowers no level and forgets no pressure', () => {
    const played = thrice();
    must(played, 'release', { reason: '看过了' }, actor('zhoumin'), later(7));
    name(played, 'heating', second, later(8));
    expect(supervisionOf(played.file)).toBeUndefined();

    const watched = withTwo();
    must(watched, 'supervise', { level: '3', reason: '盯' }, actor('zhoumin'), later(1));
    name(watched, 'liuwan');
    for (const [index, unit] of ['chengguan', 'housing', 'heating'].entries()) {
      const moved = { unitId: unitId(unit), reason: '归它管' };
      must(watched, 'redispatch', moved, first, later(index + 2));
    }
    expect(watched.file.supervisions).toHaveLength(1);
    expect(supervisionOf(watched.file)).toMatchObject({ level: 3, cause: 'person' });
  });

  it('a trial appeal is not supervised', () => {
    const played = withTwo();
    played.file = { ...played.file, appeal: { ...played.file.appeal, trial: true } };
    name(played, 'liuwan');
    for (const [index, unit] of ['chengguan', 'housing', 'heating'].entries()) {
      const moved = { unitId: unitId(unit), reason: '归它管' };
      must(played, 'redispatch', moved, first, later(index + 2));
    }
    expect(isFinal(played.file)).toBe(true);
    expect(supervisionOf(played.file)).toBeUndefined();
  });
});

describe('an objection is decided by somebody else', () => {
  function returned(): Played {
    const played = withTwo();
    name(played, 'liuwan');
    back(played, 'liuwan', 'chengguan');
    return played;
  }
  const again = (unit: string, reason = '') => ({ unitId: unitId(unit), reason });

  it('not by whoever named the unit, whatever they choose', () => {
    const played = returned();
    expect(whyNot(played.file, 'dispatch', first, later(3))?.code).toBe('ownNaming');
    expect(whyNot(played.file, 'dispatch', second, later(3))).toBeNull();
    expect(take(played, 'dispatch', again('liuwan', '归你们'), first, later(3)).ok).toBe(false);
  });

  it('upheld: another unit, no reason needed; the event says so', () => {
    const played = returned();
    const done = must(played, 'dispatch', again('chengguan'), second, later(3));
    expect(done.changes.event.data).toMatchObject({ upheld: true });
  });

  it('rejected: the same unit, with a reason it reads, and it counts', () => {
    const played = returned();
    expect(take(played, 'dispatch', again('liuwan'), second, later(3))).toMatchObject({
      problems: [{ field: 'reason', code: 'required' }],
    });
    const done = must(played, 'dispatch', again('liuwan', '管网图上是你们的'), second, later(3));
    expect(done.changes.event.data).toMatchObject({ upheld: false });
    expect(done.changes.texts).toMatchObject([{ field: 'reason', body: '管网图上是你们的' }]);
    expect(leadOf(played.file)?.unitId).toBe(unitId('liuwan'));
  });

  it('where nobody else is there, by the same person with the reason on record', () => {
    const played = returned();
    played.file = { ...played.file, dispatcherIds: [first.personId] };
    expect(whyNot(played.file, 'dispatch', first, later(3))).toBeNull();
    expect(take(played, 'dispatch', again('chengguan'), first, later(3))).toMatchObject({
      problems: [{ field: 'reason', code: 'required' }],
    });
    must(played, 'dispatch', again('chengguan', '看了图，确实归城关'), first, later(3));
  });

  it('a naming no person made may be decided by anybody; the first naming decides nothing', () => {
    const played = withTwo();
    expect(name(played, 'liuwan').changes.event.data).not.toHaveProperty('upheld');
    const at = toResolved(played, start);
    must(played, 'judge', verdict('no'), voiceOf(played), at);
    back(played, 'liuwan', 'chengguan', later(6));
    expect(whyNot(played.file, 'dispatch', first, later(7))).toBeNull();
  });
});
