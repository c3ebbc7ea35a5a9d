import { describe, expect, it } from 'vitest';
import { runningClock } from '@/lib/appeals/case-file';
import { whyNot } from '@/lib/appeals/decide';
import { excludeDays, isLeftOut, keepInDays } from '@/lib/appeals/exclusions';
import { turnsOf } from '@/lib/appeals/turns';
import { mintVoice } from '@/lib/people/actor';
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

/** Monday, 2 March 2026, 9 in the morning. */
const start = new Date('2026-03-02T01:00:00Z');
const day = (days: number, hours = 0) =>
  new Date(start.getTime() + days * 86_400_000 + hours * 3_600_000);

const handler = actor('zhaolimin');
const reviewer = somebody('oversight', ['reviewer']);
const another = somebody('oversight', ['reviewer']);
const counted = 4;

/** Answered by 柳湾, judged dissatisfied, closed on day four. */
function judged(): Played {
  const played = filed(start);
  toResolved(played, start);
  const said = verdict('partly', { more: 'enough', result: 'dissatisfied' });
  must(played, 'judge', said, voiceOf(played), day(counted));
  expect(played.file.appeal.status).toBe('closed');
  return played;
}

const round = (played: Played) => played.file.rounds[0]?.id ?? '';
const request = (played: Played, kind: 'exclude' | 'keepIn') =>
  played.file.requests.find((it) => it.kind === kind);

const claim = { round: '1', exclusionClass: 'unreasonable', evidence: '核查记录在案' };
const ask = (played: Played, at = day(5), by = handler, input: object = claim) =>
  take(played, 'askExclusion', { ...input }, by, at);
const decide = (played: Played, leaveOut: 'yes' | 'no', at = day(6), by = reviewer) =>
  take(
    played,
    'decideExclusion',
    { requestId: request(played, 'exclude')?.id, leaveOut, reason: '看过了' },
    by,
    at,
  );
const object = (played: Played, at = day(7), by = voiceOf(played)) =>
  take(
    played,
    'objectExclusion',
    { requestId: request(played, 'exclude')?.id, reason: '我没有乱说' },
    by,
    at,
  );
const rule = (played: Played, upheld: 'yes' | 'no', at = day(8), by = another) =>
  take(
    played,
    'ruleExclusion',
    { requestId: request(played, 'keepIn')?.id, upheld, reason: '再看过了' },
    by,
    at,
  );

const notices = (played: Played) => played.changes.at(-1)?.notices ?? [];

describe('askExclusion', () => {
  it('is asked by the unit whose round it is, once, with grounds and evidence; the round counts on', () => {
    const played = judged();
    expect(ask(played, day(5), handler, { ...claim, exclusionClass: 'annoying' })).toMatchObject({
      problems: [{ field: 'exclusionClass' }],
    });
    expect(ask(played, day(5), handler, { ...claim, evidence: ' ' })).toMatchObject({
      problems: [{ field: 'evidence' }],
    });
    expect(ask(played).ok).toBe(true);
    expect(request(played, 'exclude')).toMatchObject({
      roundId: round(played),
      unitId: unitId('liuwan'),
      exclusionClass: 'unreasonable',
      outcome: null,
    });
    expect(isLeftOut(played.file, round(played))).toBe(false);
    expect(runningClock(played.file, 'decide')?.roundId).toBe(round(played));
    expect(turnsOf(played.file, calendar)).toMatchObject([
      { capability: 'review', verb: 'decideExclusion' },
    ]);
    expect(ask(played)).toMatchObject({ code: 'nothingToExclude' });
  });

  it('is not asked before the round counts, nor late, nor by another unit, nor about another round', () => {
    const open = filed(start);
    toResolved(open, start);
    expect(ask(open, day(3))).toMatchObject({ code: 'nothingToExclude' });
    const played = judged();
    expect(ask(played, day(5), actor('hewei'))).toMatchObject({ code: 'notYours' });
    expect(ask(played, day(5), handler, { ...claim, round: '2' })).toMatchObject({
      problems: [{ field: 'round', code: 'nothingToExclude' }],
    });
    const last = day(counted + excludeDays);
    expect(ask(played, new Date(last.getTime() + 1))).toMatchObject({ code: 'nothingToExclude' });
    expect(ask(played, last).ok).toBe(true);
  });

  it('stays about its round when the case goes on', () => {
    const played = judged();
    expect(ask(played).ok).toBe(true);
    must(played, 'reopen', { reason: '又不热了' }, voiceOf(played), day(5, 1));
    expect(played.file.appeal.round).toBe(2);
    expect(request(played, 'exclude')?.outcome).toBeNull();
    expect(decide(played, 'yes').ok).toBe(true);
    expect(isLeftOut(played.file, round(played))).toBe(true);
    expect(isLeftOut(played.file, played.file.rounds[1]?.id ?? '')).toBe(false);
  });
});

describe('decideExclusion', () => {
  it('is for a reviewer of a unit that never had the case, and for nobody of its own', () => {
    const played = judged();
    expect(ask(played).ok).toBe(true);
    for (const near of ['liuwan', 'chenghe']) {
      const insider = somebody(near, ['reviewer']);
      expect(decide(played, 'yes', day(6), insider)).toMatchObject({ code: 'notYours' });
    }
    const moved = { ...reviewer, personId: handler.personId };
    expect(decide(played, 'yes', day(6), moved)).toMatchObject({ code: 'notYours' });
    expect(decide(played, 'yes').ok).toBe(true);
  });

  it('is not for a reviewer who is barred, who would be one otherwise', () => {
    const barred = judged();
    expect(ask(barred).ok).toBe(true);
    const bar = { whom: 'unit', unitId: reviewer.unitId, reason: '有牵连' };
    expect(whyNot(barred.file, 'decideExclusion', reviewer, day(6))).toBeNull();
    must(barred, 'recuse', bar, voiceOf(barred), day(5, 1));
    expect(decide(barred, 'yes')).toMatchObject({ code: 'notYours' });
  });

  it('tells the resident and the unit; granted it is left out, refused it is not asked again', () => {
    const granted = judged();
    ask(granted);
    expect(decide(granted, 'yes').ok).toBe(true);
    expect(isLeftOut(granted.file, round(granted))).toBe(true);
    expect(notices(granted).map((it) => it.voiceId ?? it.unitId)).toEqual([
      unitId('liuwan'),
      granted.file.voices[0]?.id,
    ]);
    expect(granted.events.at(-1)?.data).toMatchObject({
      about: 1,
      leaveOut: true,
      exclusionClass: 'unreasonable',
    });
    const refused = judged();
    ask(refused);
    expect(decide(refused, 'no').ok).toBe(true);
    expect(isLeftOut(refused.file, round(refused))).toBe(false);
    expect(ask(refused, day(7))).toMatchObject({ code: 'nothingToExclude' });
    expect(object(refused)).toMatchObject({ code: 'noExclusion' });
  });

  it('does not answer to the verbs of other requests', () => {
    const played = judged();
    ask(played);
    must(played, 'reopen', { reason: '又不热了' }, voiceOf(played), day(5, 1));
    must(played, 'accept', {}, handler, day(5, 2));
    const input = { requestId: request(played, 'exclude')?.id, reason: '批' };
    expect(take(played, 'grant', input, reviewer, day(5, 3))).toMatchObject({
      code: 'nothingToDecide',
    });
  });
});

describe('objectExclusion and ruleExclusion', () => {
  it('counts again while the resident objects, and whoever granted it does not rule', () => {
    const played = judged();
    ask(played);
    decide(played, 'yes');
    expect(object(played).ok).toBe(true);
    expect(isLeftOut(played.file, round(played))).toBe(false);
    expect(notices(played).map((it) => it.unitId)).toEqual([unitId('liuwan')]);
    expect(object(played)).toMatchObject({ code: 'noExclusion' });
    expect(rule(played, 'no', day(8), reviewer)).toMatchObject({ code: 'ownDecision' });
    expect(rule(played, 'no').ok).toBe(true);
    expect(isLeftOut(played.file, round(played))).toBe(true);
    expect(object(played, day(9))).toMatchObject({ code: 'noExclusion' });
    expect(rule(played, 'yes', day(9))).toMatchObject({ code: 'noExclusion' });
  });

  it('counts for good once the objection is upheld', () => {
    const played = judged();
    ask(played);
    decide(played, 'yes');
    object(played);
    expect(rule(played, 'yes').ok).toBe(true);
    expect(isLeftOut(played.file, round(played))).toBe(false);
    expect(ask(played, day(9))).toMatchObject({ code: 'nothingToExclude' });
  });

  it('is for who was asked about the round, in time', () => {
    const played = judged();
    ask(played);
    decide(played, 'yes');
    const stranger = mintVoice('00000000-0000-4000-8000-999999999999', played.file.appeal.id);
    expect(object(played, day(7), stranger)).toMatchObject({ code: 'notYours' });
    const last = day(6 + keepInDays);
    expect(object(played, new Date(last.getTime() + 1))).toMatchObject({ code: 'noExclusion' });
    expect(object(played, last).ok).toBe(true);
  });
});
