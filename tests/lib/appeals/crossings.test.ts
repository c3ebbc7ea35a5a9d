import { describe, expect, it } from 'vitest';
import {
  causeOf,
  handOversOf,
  leadOf,
  openCalls,
  runningClock,
  secondOf,
} from '@/lib/appeals/case-file';
import { isFinal } from '@/lib/appeals/hand-overs';
import { mergeOf } from '@/lib/appeals/merged';
import { barsUnit, standingRecusals } from '@/lib/appeals/recusals';
import { responsibleOf } from '@/lib/appeals/responsible';
import { turnsOf } from '@/lib/appeals/turns';
import {
  actor,
  calendar,
  filed,
  must,
  type Played,
  somebody,
  take,
  takePair,
  toResolved,
  unitId,
} from '../../support/pure-world';

/** Where two rules meet: barred and called, merged and barred, handed over and barred, merged and held. */

const start = new Date('2026-03-02T01:00:00Z');
const hour = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const cadre = actor('zhaolimin');
const dispatcher = actor('chenjing');
const supervisor = actor('zhoumin');
const reviewer = somebody('oversight', ['reviewer']);

function atWork(number = '202603020001'): Played {
  const played = filed(start, { number });
  const units = { unitId: unitId('liuwan'), secondId: unitId('housing') };
  must(played, 'dispatch', units, dispatcher, hour(1));
  must(played, 'accept', {}, cadre, hour(2));
  must(played, 'contact', { how: 'telephone', said: '说好' }, cadre, hour(3));
  return played;
}

const about = (code: string) => ({ whom: 'unit', unitId: unitId(code), reason: '说的就是他们' });
const call = (code: string) => ({ unit1: unitId(code), whatFor1: '看一看' });

const barred = (played: Played) =>
  standingRecusals(played.file).map((it) => it.unitPath ?? 'a person');

/** One step on two appeals. */
function both(played: Played, other: Played, verb: 'merge' | 'unmerge' | 'recuse', input: object) {
  const by = verb === 'recuse' ? supervisor : dispatcher;
  const done = takePair(played, other, verb, { ...input }, by, hour(9));
  if (!done.ok) throw new Error(`${verb}: ${done.code}`);
  return done;
}

const merged = (source: Played, target: Played) =>
  both(source, target, 'merge', { number: target.file.appeal.caseNumber, reason: '一件事' });

describe('a unit that is barred', () => {
  it('is neither called, nor sent along, nor made owner of the cause', () => {
    const played = filed(start);
    must(played, 'recuse', about('heating'), supervisor, hour(1));
    const along = { unitId: unitId('liuwan'), secondId: unitId('heating') };
    expect(take(played, 'dispatch', along, dispatcher, hour(2))).toMatchObject({
      problems: [{ field: 'secondId', code: 'cannotTakeIt' }],
    });
    must(played, 'dispatch', { unitId: unitId('liuwan') }, dispatcher, hour(2));
    must(played, 'accept', {}, cadre, hour(3));
    expect(take(played, 'whistle', call('heating'), cadre, hour(4))).toMatchObject({
      problems: [{ field: 'unit1', code: 'cannotTakeIt' }],
    });
    const cause = {
      causeClass: 'rule',
      ownerUnitId: unitId('heating'),
      cause: '办法',
      reason: '因',
    };
    for (const [verb, by, more] of [
      ['placeCause', reviewer, {}],
      ['askFor', cadre, { kind: 'cause' }],
    ] as const) {
      expect(take(played, verb, { ...cause, ...more }, by, hour(5))).toMatchObject({
        problems: [{ field: 'ownerUnitId', code: 'cannotTakeIt' }],
      });
    }
  });

  it('lets go of what it has: its call is void, its help and its cause end, no turn is its own', () => {
    const played = atWork();
    must(played, 'whistle', call('heating'), cadre, hour(4));
    const cause = {
      causeClass: 'rule',
      ownerUnitId: unitId('heating'),
      cause: '办法',
      reason: '因',
    };
    must(played, 'placeCause', cause, reviewer, hour(5));
    must(played, 'recuse', about('heating'), supervisor, hour(6));
    const done = must(played, 'recuse', about('housing'), supervisor, hour(7));
    expect(openCalls(played.file)).toEqual([]);
    expect(played.file.calls[0]).toMatchObject({ outcome: 'void', endedAt: hour(6) });
    expect(played.file.clocks.filter((it) => it.callId && !it.stoppedAt)).toEqual([]);
    expect(secondOf(played.file)).toBeUndefined();
    expect(causeOf(played.file)).toBeUndefined();
    const theirs = ['heating', 'housing'].map(unitId);
    expect(turnsOf(played.file, calendar).filter((it) => theirs.includes(it.unitId ?? ''))).toEqual(
      [],
    );
    expect(done.changes.notices.filter((it) => theirs.includes(it.unitId ?? ''))).toEqual([]);
    // Control: whoever is not barred keeps it.
    expect(leadOf(played.file)?.unitId).toBe(unitId('liuwan'));
  });

  it('is not given the cause by a request from before', () => {
    const played = atWork();
    const cause = {
      causeClass: 'rule',
      ownerUnitId: unitId('heating'),
      cause: '办法',
      reason: '因',
    };
    must(played, 'askFor', { kind: 'cause', ...cause }, cadre, hour(4));
    must(played, 'recuse', about('heating'), supervisor, hour(5));
    const requestId = played.file.requests[0]?.id;
    expect(take(played, 'grant', { requestId, reason: '好' }, reviewer, hour(6))).toMatchObject({
      problems: [{ field: 'requestId', code: 'cannotTakeIt' }],
    });
    must(played, 'refuse', { requestId, reason: '回避' }, reviewer, hour(7));
  });

  it('is replaced, and that is no hand-over: nobody passed it on', () => {
    const played = atWork();
    must(played, 'recuse', about('liuwan'), supervisor, hour(4));
    const next = { unitId: unitId('chengguan'), reason: '原单位回避' };
    must(played, 'redispatch', next, dispatcher, hour(5));
    expect(handOversOf(played.file)).toBe(0);
    expect(played.file.assignments[0]).toMatchObject({ endedAs: 'recused', untilAt: hour(5) });
    // Control: the same step without a recusal is one.
    const other = atWork();
    must(other, 'redispatch', next, dispatcher, hour(5));
    expect(handOversOf(other.file)).toBe(1);
  });

  it('answers for nothing, and a final naming of it is changed by any dispatcher', () => {
    const played = filed(start);
    const back = { betterUnitId: unitId('heating'), reason: '不归' };
    const [one, two] = [
      { unitId: unitId('liuwan'), reason: '归他们' },
      { unitId: unitId('housing'), reason: '归他们' },
    ];
    for (const [index, [to, by]] of [
      [one, cadre] as const,
      [two, actor('hewei')] as const,
      [one, cadre] as const,
    ].entries()) {
      must(played, 'dispatch', to, dispatcher, hour(index * 2 + 1));
      must(played, 'sendBack', back, by, hour(index * 2 + 2));
    }
    must(played, 'dispatch', two, dispatcher, hour(8));
    expect(isFinal(played.file)).toBe(true);
    const away = { unitId: unitId('chengguan'), reason: '换' };
    expect(take(played, 'redispatch', away, dispatcher, hour(9))).toMatchObject({
      code: 'namedFinally',
    });
    must(played, 'recuse', about('housing'), supervisor, hour(9));
    must(played, 'recuse', about('liuwan'), supervisor, hour(9));
    expect(responsibleOf(played.file)).toBeUndefined();
    must(played, 'redispatch', away, dispatcher, hour(10));
    expect(isFinal(played.file)).toBe(true);
  });
});

describe('merged cases', () => {
  it('keep from both whoever is kept from one, as long as they are one', () => {
    const [source, target] = [filed(start, { number: '202603020002' }), atWork()];
    must(source, 'recuse', about('heating'), supervisor, hour(4));
    must(target, 'recuse', about('chengguan'), supervisor, hour(4));
    merged(source, target);
    expect(barred(source).toSorted()).toEqual(barred(target).toSorted());
    expect(barred(target)).toHaveLength(2);
    expect(take(target, 'whistle', call('heating'), cadre, hour(10))).toMatchObject({ ok: false });
    both(source, target, 'recuse', about('housing'));
    expect(barsUnit(target.file, 'chenghe/housing/')).toBe(true);
    expect(secondOf(target.file)).toBeUndefined();
    both(source, target, 'unmerge', { reason: '不是' });
    expect(barred(source)).toEqual(['chenghe/heating/', 'chenghe/housing/']);
    // Whoever was named while they were one stays barred here until somebody lifts it.
    expect(barred(target)).toEqual(['chenghe/chengguan/', 'chenghe/housing/']);
  });

  it('a barred unit is not given its case back; a dispatcher names another', () => {
    const [source, target] = [atWork('202603020002'), atWork()];
    merged(source, target);
    both(source, target, 'recuse', about('liuwan'));
    both(source, target, 'unmerge', { reason: '不是' });
    expect(source.file.appeal.status).toBe('filed');
    expect(leadOf(source.file)).toBeUndefined();
  });

  it('end their calls and their holds; the cause stays with its owner', () => {
    const [source, target] = [atWork('202603020002'), atWork()];
    must(source, 'whistle', call('heating'), cadre, hour(4));
    for (const hours of [4, 6]) must(source, 'missContact', { how: 'visit' }, cadre, hour(hours));
    must(source, 'ask', { question: '几点在家', untilOn: '2026-03-04' }, cadre, hour(7));
    const cause = {
      causeClass: 'rule',
      ownerUnitId: unitId('housing'),
      cause: '办法',
      reason: '因',
    };
    must(source, 'placeCause', cause, reviewer, hour(8));
    merged(source, target);
    expect(openCalls(source.file)).toEqual([]);
    expect(source.file.questions.filter((it) => !it.endedAt)).toEqual([]);
    expect(runningClock(source.file, 'promise')?.dueAt).not.toBeNull();
    expect(causeOf(source.file)?.unitId).toBe(unitId('housing'));
    both(source, target, 'unmerge', { reason: '不是' });
    expect(openCalls(source.file)).toEqual([]);
    expect(take(source, 'sendBack', {}, cadre, hour(10))).toMatchObject({ code: 'wrongStatus' });
    expect(runningClock(source.file, 'sendBack')).toBeUndefined();
  });

  it('taken apart after the answer, a parked case stands still again', () => {
    const [source, target] = [atWork('202603020002'), filed(start)];
    const park = { kind: 'park', untilOn: '2026-03-20', reason: '等配件' };
    must(source, 'askFor', park, cadre, hour(4));
    const requestId = source.file.requests[0]?.id;
    must(source, 'grant', { requestId, reason: '有理' }, reviewer, hour(5));
    const left = runningClock(source.file, 'promise')?.remaining;
    merged(source, target);
    toResolved(target, hour(10));
    const promises = target.file.merged.promises;
    const clocks = source.file.clocks.map((it) => promises.find(({ id }) => id === it.id) ?? it);
    source.file = { ...source.file, clocks };
    expect(runningClock(source.file, 'promise')).toBeUndefined();
    const done = takePair(source, target, 'unmerge', { reason: '不是' }, dispatcher, hour(20));
    expect(done.ok).toBe(true);
    expect(source.file.appeal.status).toBe('parked');
    expect(runningClock(source.file, 'promise')).toMatchObject({ dueAt: null });
    expect(left).not.toBeNull();
    expect(mergeOf(source.file)).toBeUndefined();
  });

  it('are asked nothing by the unit that only their own residents could answer', () => {
    const [source, target] = [filed(start, { number: '202603020002' }), atWork()];
    merged(source, target);
    for (const hours of [10, 12]) must(target, 'missContact', { how: 'visit' }, cadre, hour(hours));
    const question = { question: '几点在家', untilOn: '2026-03-04' };
    const asked = must(target, 'ask', question, cadre, hour(13));
    expect(asked.changes.notices.map((it) => it.voiceId)).toEqual([target.file.voices[0]?.id]);
    // Control: what concerns everybody is told to everybody.
    const leader = actor('wangxiulan');
    const told = must(target, 'takeOn', { nextOn: '2026-03-06', note: '我盯' }, leader, hour(14));
    expect(told.changes.notices.map((it) => it.voiceId)).toContain(source.file.voices[0]?.id);
  });
});
