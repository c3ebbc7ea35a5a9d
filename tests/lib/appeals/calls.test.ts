import { describe, expect, it } from 'vitest';
import { audienceOf } from '@/lib/appeals/audience';
import { leadOf, openCalls, runningClock, secondOf } from '@/lib/appeals/case-file';
import { whyNot } from '@/lib/appeals/decide';
import { sees } from '@/lib/appeals/queries/visible';
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
  verdict,
  voiceOf,
} from '../../support/pure-world';

/** Monday, 2 March 2026, 9 in the morning. */
const start = new Date('2026-03-02T01:00:00Z');
const minute = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const hour = (hours: number) => minute(hours * 60);

const street = actor('zhaolimin');
const housing = actor('hewei');
const heating = actor('guotao');

function contacted(unit = 'liuwan', more: Record<string, string> = {}): Played {
  const played = filed(start);
  must(played, 'dispatch', { unitId: unitId(unit), ...more }, actor('chenjing'), hour(1));
  const handler = unit === 'liuwan' ? street : housing;
  must(played, 'accept', {}, handler, hour(2));
  must(played, 'contact', { how: 'telephone', said: '说好上门' }, handler, hour(3));
  return played;
}

const both = {
  unit1: unitId('housing'),
  whatFor1: '看外墙是不是要封',
  unit2: unitId('heating'),
  whatFor2: '先关阀门',
  onSite2: 'yes',
};

function whistled(more: Record<string, string> = {}): Played {
  const played = contacted();
  must(played, 'whistle', { ...both, ...more }, street, hour(4));
  return played;
}

const reported = {
  outcome: 'reported',
  found: '阀门裂了',
  decided: '换新的',
  plan: '郭涛今晚换好',
};
const outcomes = (played: Played) => played.file.calls.map((it) => it.outcome);
const problemsOf = (played: Played, input: Record<string, string>) => {
  const done = take(played, 'whistle', input, street, hour(4));
  return done.ok ? [] : done.problems.map(({ field, code }) => `${field} ${code}`);
};

describe('whistle', () => {
  it('calls several units, each with its own words and clocks', () => {
    const played = whistled();
    expect(openCalls(played.file).map((it) => it.unitId)).toEqual([
      unitId('housing'),
      unitId('heating'),
    ]);
    const clocks = played.file.clocks.filter((it) => it.callId);
    expect(clocks.map((it) => it.kind).toSorted()).toEqual([
      'arrive',
      'reportBack',
      'reportBack',
      'reportIn',
      'reportIn',
    ]);
    const arrive = clocks.find((it) => it.kind === 'arrive');
    expect(arrive).toMatchObject({ amount: 30, unit: 'minutes', dueAt: hour(4.5) });
    expect(played.events.at(-1)?.data).toMatchObject({ atIt: 3 });
    expect(played.changes.at(-1)?.texts.map((it) => it.field)).toEqual(['whatFor1', 'whatFor2']);
    expect(played.file.appeal.status).toBe('contacted');
  });

  it('takes the times the caller names, from minutes to days', () => {
    const played = whistled({
      reportInMinutes: '10',
      arriveBy2: '2026-03-02T15:30',
      reportBackBy1: '2026-03-05T12:00',
    });
    const due = (kind: string, unit: string) => {
      const call = played.file.calls.find((it) => it.unitId === unitId(unit));
      return played.file.clocks
        .find((it) => it.kind === kind && it.callId === call?.id)
        ?.dueAt?.toISOString();
    };
    expect(due('reportIn', 'heating')).toBe('2026-03-02T05:10:00.000Z');
    expect(due('arrive', 'heating')).toBe('2026-03-02T07:30:00.000Z');
    expect(due('reportBack', 'housing')).toBe('2026-03-05T04:00:00.000Z');
    expect(due('reportBack', 'heating')).toBe('2026-03-03T05:00:00.000Z');
  });

  it('is for streets and townships that lead, and for nobody else', () => {
    const department = contacted('housing');
    expect(whyNot(department.file, 'whistle', housing, hour(4))?.code).toBe('onlyStreets');
    const played = contacted();
    expect(whyNot(played.file, 'whistle', housing, hour(4))?.code).toBe('notYours');
    expect(whyNot(played.file, 'whistle', actor('maqiang'), hour(4))?.code).toBe('notYours');
    expect(whyNot(filed(start).file, 'whistle', street, hour(4))?.code).toBe('notYours');
  });

  it('refuses with words what is wrong, and nothing is half done', () => {
    const played = contacted();
    const one = (unit: string) => ({ unit1: unit, whatFor1: '看一看' });
    const seconds = { unit2: unitId('housing'), whatFor2: '再看' };
    expect(problemsOf(played, {})).toEqual(['unit1 required']);
    expect(problemsOf(played, { unit3: unitId('housing') })).toEqual(['whatFor3 required']);
    expect(problemsOf(played, one(unitId('liuwan')))).toEqual(['unit1 ownUnit']);
    expect(problemsOf(played, one(voiceOf(played).kind))).toEqual(['unit1 wrongFormat']);
    expect(problemsOf(played, one(played.file.appeal.id))).toEqual(['unit1 unknownUnit']);
    expect(problemsOf(played, { ...one(unitId('housing')), ...seconds })).toEqual([
      'unit2 namedTwice',
    ]);
    const past = { ...one(unitId('housing')), arriveBy1: '2026-03-02T12:59' };
    expect(problemsOf(played, past)).toEqual(['arriveBy1 timeNotAhead']);
    const far = { ...one(unitId('housing')), reportBackBy1: '2027-03-02T12:59' };
    expect(problemsOf(played, far)).toEqual(['reportBackBy1 tooFarAhead']);
    const no = { ...one(unitId('housing')), reportBackBy1: '2026-02-30T12:59' };
    expect(problemsOf(played, no)).toEqual(['reportBackBy1 wrongMinute']);
    expect(problemsOf(played, { ...one(unitId('housing')), reportInMinutes: '0' })).toEqual([
      'reportInMinutes notBetween',
    ]);
    const forty = Object.fromEntries(
      Array.from({ length: 40 }, (_, nth) => [`unit${nth + 1}`, unitId('housing')]),
    );
    expect(problemsOf(played, forty)).toEqual(['unit1 tooManyCalls']);
    expect(played.file.calls).toEqual([]);

    must(played, 'whistle', one(unitId('housing')), street, hour(4));
    expect(problemsOf(played, one(unitId('housing')))).toEqual(['unit1 alreadyCalled']);
  });
});

describe('a called unit', () => {
  it('reports in, arrives and reports back; each stops its own clock', () => {
    const played = whistled();
    const kinds = () =>
      turnsOf(played.file, calendar)
        .filter((it) => it.unitId === heating.unitId)
        .map((it) => it.verb);
    expect(kinds()).toEqual(['reportIn']);
    must(played, 'reportIn', { note: '郭涛马上到' }, heating, minute(250));
    expect(kinds()).toEqual(['arrive']);
    expect(take(played, 'reportIn', {}, heating, minute(251))).toMatchObject({
      code: 'alreadyReportedIn',
    });
    expect(take(played, 'reportBack', reported, heating, minute(255))).toMatchObject({
      problems: [{ field: 'outcome', code: 'notArrived' }],
    });
    must(played, 'arrive', {}, heating, minute(280));
    expect(kinds()).toEqual(['reportBack']);
    expect(take(played, 'reportBack', { outcome: 'reported' }, heating, hour(6))).toMatchObject({
      problems: [{ field: 'found', code: 'required' }],
    });
    must(played, 'reportBack', reported, heating, hour(6));
    expect(kinds()).toEqual([]);
    const call = played.file.calls.find((it) => it.unitId === heating.unitId);
    const clocks = played.file.clocks.filter((it) => it.callId === call?.id);
    expect(Object.fromEntries(clocks.map((it) => [it.kind, it.outcome]))).toEqual({
      reportIn: 'met',
      arrive: 'late',
      reportBack: 'met',
    });
    expect(call).toMatchObject({ outcome: 'reported', personId: heating.personId });
    expect(take(played, 'arrive', {}, heating, hour(7))).toMatchObject({ code: 'callOver' });
  });

  it('may say it is not theirs, with a reason', () => {
    const played = whistled();
    expect(take(played, 'reportBack', { outcome: 'notOurs' }, heating, hour(5))).toMatchObject({
      problems: [{ field: 'reason', code: 'required' }],
    });
    must(played, 'reportBack', { outcome: 'notOurs', reason: '管网归自来水' }, heating, hour(4.2));
    const call = played.file.calls.find((it) => it.unitId === heating.unitId);
    const arrive = played.file.clocks.find((it) => it.callId === call?.id && it.kind === 'arrive');
    expect(arrive?.outcome).toBe('void');
    expect(call?.outcome).toBe('notOurs');
  });

  it('reads the case as such, judges and moves nothing, and never decides on it', () => {
    const played = whistled();
    expect(sees(housing, played.file)).toBe(true);
    expect(sees(actor('maqiang'), played.file)).toBe(false);
    expect(audienceOf(housing, played.file)).toBe('called');
    const barred = ['resolve', 'contact', 'assign', 'annotate', 'askFor', 'sendBack'] as const;
    for (const verb of barred) {
      expect(whyNot(played.file, verb, housing, hour(5))?.code, verb).toBe('notYours');
    }
    must(played, 'askFor', { kind: 'extend', amount: '1', reason: '等配件' }, street, hour(5));
    const near = somebody('housing', ['reviewer', 'interviewer']);
    const far = somebody('oversight', ['reviewer']);
    expect(whyNot(played.file, 'grant', near, hour(6))?.code).toBe('notYours');
    expect(whyNot(played.file, 'interview', near, hour(6))?.code).toBe('notYours');
    expect(whyNot(played.file, 'grant', far, hour(6))).toBeNull();
  });
});

describe('the end of a case with calls', () => {
  it('resolving while a unit is silent asks why, ends the call silent, and one verdict is given', () => {
    const played = whistled();
    must(played, 'arrive', {}, heating, hour(4.2));
    must(played, 'reportBack', reported, heating, hour(5));
    const answer = { outcome: 'done', answer: '换了阀门' };
    expect(take(played, 'resolve', answer, street, hour(30))).toMatchObject({
      problems: [{ field: 'silentReason', code: 'silentReasonNeeded' }],
    });
    must(played, 'resolve', { ...answer, silentReason: '打了三次没人接' }, street, hour(30));
    expect(outcomes(played)).toEqual(['silent', 'reported']);
    const housings = played.file.clocks.filter((it) => it.callId === played.file.calls[0]?.id);
    expect(housings.map((it) => it.outcome)).toEqual(['late', 'late']);
    expect(played.events.at(-1)?.data).toMatchObject({ silentUnitIds: [unitId('housing')] });
    expect(played.file.rounds[0]?.invited).toHaveLength(1);
    must(played, 'judge', verdict('yes'), voiceOf(played), hour(31));
    expect(played.file.appeal.closedAs).toBe('judged');
  });

  it('asks no reason where everybody has reported back, and keeps none that was not asked for', () => {
    const played = whistled();
    must(played, 'reportBack', { outcome: 'notOurs', reason: '不归我们' }, housing, hour(5));
    must(played, 'arrive', {}, heating, hour(4.2));
    must(played, 'reportBack', reported, heating, hour(5));
    const answer = { outcome: 'done', answer: '换了阀门', silentReason: '多余的话' };
    must(played, 'resolve', answer, street, hour(6));
    expect(played.changes.at(-1)?.texts.map((it) => it.field)).toEqual(['answer']);
  });

  it('ends calls void where the case leaves the unit, and the next round whistles anew', () => {
    const played = whistled();
    const other = { unitId: unitId('chengguan'), reason: '地界划错了' };
    must(played, 'redispatch', other, actor('chenjing'), hour(5));
    expect(outcomes(played)).toEqual(['void', 'void']);
    expect(played.changes.at(-1)?.notices).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'callOff', unitId: unitId('housing') }),
      ]),
    );

    const again = whistled();
    const answer = { outcome: 'done', answer: '换了阀门', silentReason: '等不了' };
    must(again, 'resolve', answer, street, hour(6));
    must(again, 'judge', verdict('no'), voiceOf(again), hour(7));
    must(again, 'accept', {}, street, hour(8));
    must(again, 'whistle', { unit1: unitId('housing'), whatFor1: '再来' }, street, hour(9));
    expect(outcomes(again)).toEqual(['silent', 'silent', null]);
  });
});

describe('notices of a whistle', () => {
  it('each called unit once, the resident once a round', () => {
    const played = whistled();
    const told = () => played.changes.at(-1)?.notices.map((it) => it.unitId ?? 'voice');
    expect(told()?.toSorted()).toEqual([unitId('heating'), unitId('housing'), 'voice'].toSorted());
    must(played, 'whistle', { unit1: unitId('chengguan'), whatFor1: '交界' }, street, hour(5));
    expect(told()).toEqual([unitId('chengguan')]);
    must(played, 'reportIn', {}, housing, hour(5));
    expect(told()).toEqual([]);
    must(played, 'reportBack', { outcome: 'notOurs', reason: '不归我们' }, housing, hour(6));
    expect(told()).toEqual([unitId('liuwan')]);
  });

  it('cards of a call go to the unit called, not to the lead', () => {
    const played = whistled();
    must(played, 'card', {}, mintSystem(), hour(5));
    const notices = played.changes.at(-1)?.notices ?? [];
    expect(new Set(notices.map((it) => it.unitId))).toEqual(
      new Set([unitId('housing'), unitId('heating')]),
    );
    expect(played.events.at(-1)?.data.cards).toEqual(
      expect.arrayContaining([{ kind: 'arrive', card: 'red', unitId: unitId('heating') }]),
    );
  });
});

describe('rateHelp', () => {
  it('each rates the other once, after the report or the silence', () => {
    const played = whistled();
    const [first, second] = played.file.calls;
    const rate = (callId: string | undefined, rating: string) => ({ callId, rating });
    expect(whyNot(played.file, 'rateHelp', street, hour(5))?.code).toBe('nothingToRate');
    expect(whyNot(played.file, 'rateHelp', actor('maqiang'), hour(5))?.code).toBe('notYours');
    must(played, 'arrive', {}, heating, hour(5));
    must(played, 'reportBack', reported, heating, hour(5));
    must(played, 'rateHelp', { ...rate(second?.id, 'good'), note: '来得快' }, street, hour(6));
    expect(take(played, 'rateHelp', rate(second?.id, 'poor'), street, hour(6)).ok).toBe(false);
    expect(take(played, 'rateHelp', rate(first?.id, 'poor'), street, hour(6)).ok).toBe(false);
    expect(take(played, 'rateHelp', rate(second?.id, 'wrong'), heating, hour(6)).ok).toBe(false);
    must(played, 'rateHelp', rate(second?.id, 'fair'), heating, hour(6));
    expect(take(played, 'rateHelp', rate(second?.id, 'poor'), heating, hour(7)).ok).toBe(false);
    expect(played.file.calls[1]).toMatchObject({ helpRating: 'good', callRating: 'fair' });
    const answer = { outcome: 'done', answer: '好了', silentReason: '没来' };
    must(played, 'resolve', answer, street, hour(8));
    must(played, 'rateHelp', rate(first?.id, 'poor'), street, hour(9));
    expect(played.file.calls[0]?.helpRating).toBe('poor');
  });
});

describe('double dispatch', () => {
  const two = { secondId: unitId('housing') };

  it('gives the second the case without its clocks, and ends with the lead', () => {
    const played = contacted('liuwan', two);
    expect(secondOf(played.file)?.unitId).toBe(unitId('housing'));
    expect(leadOf(played.file)?.unitId).toBe(unitId('liuwan'));
    expect(audienceOf(housing, played.file)).toBe('unit');
    expect(runningClock(played.file, 'promise')).toBeDefined();
    expect(turnsOf(played.file, calendar)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ unitId: unitId('housing'), verb: 'annotate', dueAt: null }),
      ]),
    );
    for (const verb of ['resolve', 'contact', 'askFor', 'whistle'] as const) {
      expect(whyNot(played.file, verb, housing, hour(4))?.code, verb).toBe('notYours');
    }
    must(played, 'annotate', { note: '图纸在我们这里' }, housing, hour(4));
    const other = { unitId: unitId('chengguan'), reason: '地界' };
    must(played, 'redispatch', other, actor('chenjing'), hour(5));
    expect(secondOf(played.file)).toBeUndefined();
    expect(played.file.assignments.map((it) => it.endedAs)).toEqual([
      'redispatched',
      'redispatched',
      null,
    ]);
  });

  it('tells the second and the resident once, and says both in the log', () => {
    const played = filed(start);
    must(played, 'dispatch', { unitId: unitId('liuwan'), ...two }, actor('chenjing'), hour(1));
    const told = played.changes.at(-1)?.notices.map((it) => it.unitId ?? 'voice');
    expect(told?.toSorted()).toEqual([unitId('housing'), unitId('liuwan'), 'voice'].toSorted());
    expect(played.events.at(-1)?.data).toMatchObject({ secondUnitId: unitId('housing') });
  });

  it('refuses the lead itself and a unit there is not', () => {
    const played = filed(start);
    const tried = (secondId: string) =>
      take(played, 'dispatch', { unitId: unitId('liuwan'), secondId }, actor('chenjing'), hour(1));
    expect(tried(unitId('liuwan'))).toMatchObject({ problems: [{ code: 'secondIsLead' }] });
    expect(tried(played.file.appeal.id)).toMatchObject({ problems: [{ code: 'unknownUnit' }] });
    expect(played.file.assignments).toEqual([]);
  });

  it('the next round begins with the lead alone', () => {
    const played = contacted('liuwan', two);
    must(played, 'resolve', { outcome: 'done', answer: '好了' }, street, hour(5));
    must(played, 'judge', verdict('no'), voiceOf(played), hour(6));
    expect(leadOf(played.file)?.unitId).toBe(unitId('liuwan'));
    expect(secondOf(played.file)).toBeUndefined();
  });
});
