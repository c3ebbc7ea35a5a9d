import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chainFault } from '@/lib/appeals/event';
import { leadsTo, lifecycle, type Verb, verbs } from '@/lib/appeals/lifecycle';
import { turnsOf } from '@/lib/appeals/turns';
import { type Actor, mintSystem } from '@/lib/people/actor';
import { actor, actors, filed, type Played, take, unitId, voiceOf } from '../../support/pure-world';

/** Inputs that are mostly right, so that sequences get somewhere, and sometimes wrong. */
function inputFor(verb: Verb, played: Played, pick: number): Record<string, unknown> {
  const unitCodes = ['liuwan', 'chengguan', 'housing', 'heating'];
  const unit = unitId(unitCodes[pick % unitCodes.length] ?? 'liuwan');
  const solved = ['yes', 'partly', 'no'][pick % 3] ?? 'yes';
  const round = String(pick % 7 === 0 ? 1 : played.file.appeal.round);
  const person = [...actors.values()][pick % actors.size]?.personId;
  const urgency = ['', 'urgent', 'ordinary', 'complex', 'extraUrgent'][pick % 5];
  const inputs: Record<Verb, Record<string, unknown>> = {
    file: {},
    dispatch: { unitId: unit, urgency },
    answer: { answer: '带身份证' },
    decline: { class: 'secret', reason: '涉密', route: '保密局' },
    sendBack: { betterUnitId: unit, reason: '不归我们' },
    redispatch: { unitId: unit, reason: '换一个单位' },
    accept: {},
    assign: { personId: person },
    contact: { how: pick % 2 ? 'telephone' : 'message', said: '说好了' },
    missContact: { how: 'telephone' },
    message: { words: '请问' },
    supplement: { words: '还有' },
    resolve: {
      outcome: ['done', 'partly', 'cannot'][pick % 3],
      answer: '好了',
      basis: '法',
      route: '法院',
    },
    redo: { reason: '站不住' },
    judge: {
      round,
      solved,
      more: pick % 2 ? 'enough' : 'goOn',
      result: 'neutral',
      handling: 'neutral',
      pressed: 'no',
    },
    interview: {
      round,
      voiceId: played.file.voices[pick % 2]?.id,
      reached: pick % 4 ? 'yes' : 'no',
      solved,
      more: 'enough',
    },
    lapse: {},
    stamp: {},
    reopen: { reason: '又来了' },
    withdraw: { pressed: 'no' },
    annotate: { note: '记一笔' },
  };
  return inputs[verb];
}

/** Most steps try what is possible somewhere, so that half of them succeed. */
function byWhom(played: Played, pick: number): Actor {
  if (pick % 4 === 0) return voiceOf(played, pick % 2);
  if (pick % 9 === 0) return mintSystem();
  return [...actors.values()][pick % actors.size] ?? mintSystem();
}

/** Plain assertions: this runs some hundred thousand times. */
function checkState(played: Played, before: Played['file'], verb: Verb): void {
  const { file } = played;
  const { appeal } = file;
  const { status } = appeal;
  const from: readonly string[] = lifecycle[verb].from;
  ok(from.includes(before.appeal.status), 'the verb was not possible there');
  ok(leadsTo(verb, before.appeal.status, status), 'the verb may not lead there');

  const openLeads = file.assignments.filter((it) => it.untilAt === null).length;
  if (['dispatched', 'accepted', 'contacted'].includes(status)) equal(openLeads, 1);
  else if (status === 'closed') equal(openLeads, 0);
  else ok(openLeads <= 1, 'two units lead');

  equal(status === 'closed', appeal.closedAs !== null);
  equal(appeal.round, file.rounds.length);
  ok(
    file.rounds.every((it, index) => it.number === index + 1),
    'rounds are not in order',
  );
  const answers = new Set(file.verdicts.map((it) => `${it.roundId} ${it.voiceId}`));
  equal(answers.size, file.verdicts.length, 'a voice judged a round twice');

  for (const round of file.rounds) {
    const promises = file.clocks.filter((it) => it.kind === 'promise' && it.roundId === round.id);
    equal(promises.length, 1, 'a promise was restarted');
    equal(promises[0]?.startedAt.getTime(), round.startedAt.getTime());
  }
  for (const clock of file.clocks) {
    const old = before.clocks.find((it) => it.id === clock.id);
    if (!old || old === clock) continue;
    equal(clock.startedAt.getTime(), old.startedAt.getTime(), 'a clock was restarted');
    if (clock.dueAt && old.dueAt) ok(clock.dueAt <= old.dueAt, 'a date moved away');
  }
  const running = file.clocks.filter((it) => it.stoppedAt === null).map((it) => it.kind);
  equal(new Set(running).size, running.length, 'two clocks of a kind run');
  equal(running.includes('promise'), status !== 'resolved' && status !== 'closed');
  equal(running.includes('rate'), status === 'resolved');
  equal(running.includes('dispatch'), status === 'filed');

  const filers = file.voices.filter((it) => it.role === 'filer' && it.leftAt === null).length;
  if (appeal.closedAs !== 'withdrawn') equal(filers, 1);
  equal(turnsOf(file).length > 0, status !== 'closed');
}

/** Verbs that carry an appeal forward come up more often, or few sequences would get far. */
const weighted = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<Verb>('dispatch', 'accept', 'contact', 'resolve', 'judge'),
  },
  { weight: 2, arbitrary: fc.constantFrom<Verb>(...verbs.filter((it) => it !== 'file')) },
);

/** Mostly within a day or two; now and then a fortnight, so that clocks run out. */
const minutes = fc.oneof(
  { weight: 9, arbitrary: fc.nat(2_000) },
  { weight: 1, arbitrary: fc.constant(20_160) },
);

/** Somebody at random, then those who could do it if anybody can. */
function candidates(played: Played, who: number): Actor[] {
  const lead = played.file.assignments.at(-1)?.unitId;
  const unit = [...actors.values()].filter((it) => it.unitId === lead);
  const offices = ['chenjing', 'sunyue', 'zhoumin', 'linxiao'].map(actor);
  return [byWhom(played, who), ...unit, ...offices, voiceOf(played), mintSystem()];
}

it('20,000 random sequences by random actors reach no impossible state', {
  timeout: 120_000,
}, () => {
  const used = new Set<Verb>();
  const step = fc.record({ verb: weighted, who: fc.nat(99), pick: fc.nat(1000), minutes });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.boolean(), (steps, joined) => {
      let at = new Date('2026-03-02T01:00:00Z');
      const played = filed(at, { reaches: joined ? ['telephone', 'link'] : ['link'] });
      for (const { verb, who, pick, minutes: passed } of steps) {
        at = new Date(at.getTime() + passed * 60_000);
        for (const candidate of candidates(played, who)) {
          const before = played.file;
          if (!take(played, verb, inputFor(verb, played, pick), candidate, at).ok) continue;
          used.add(verb);
          checkState(played, before, verb);
          break;
        }
      }
      equal(chainFault(played.events), null);
    }),
    { numRuns: 20_000 },
  );
  // An import alone stamps; tests/db/replay.test.ts plays one.
  const others = verbs.filter((it) => it !== 'file' && it !== 'stamp');
  expect([...used].toSorted()).toEqual(others.toSorted());
});
