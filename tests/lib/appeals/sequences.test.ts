import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  causeOf,
  handOversOf,
  leadOf,
  openQuestion,
  pendingRequests,
  presentVoices,
  supervisionOf,
} from '@/lib/appeals/case-file';
import { historyOf, limitOf } from '@/lib/appeals/clock-history';
import { chainFault } from '@/lib/appeals/event';
import { askedExclusions, exclusionOf, isLeftOut } from '@/lib/appeals/exclusions';
import { contestedNaming, isFinal } from '@/lib/appeals/hand-overs';
import { heldBy } from '@/lib/appeals/held-by';
import { waitsOf } from '@/lib/appeals/holds';
import { isOpen, leadsTo, lifecycle, type Verb, verbs } from '@/lib/appeals/lifecycle';
import { mergedVoices, mergeOf, sourcesOf, voicesOf } from '@/lib/appeals/merged';
import { type Grounds, isCertain, powerOf } from '@/lib/appeals/power';
import { barsUnit, standingRecusals } from '@/lib/appeals/recusals';
import { responsibleOf } from '@/lib/appeals/responsible';
import { isPublished } from '@/lib/appeals/showing';
import { openCheck } from '@/lib/appeals/spot-check';
import { alreadyOrdered } from '@/lib/appeals/supervision-causes';
import { turnsOf } from '@/lib/appeals/turns';
import { exclusionClasses } from '@/lib/appeals/words';
import { type Actor, mintResident, mintSystem } from '@/lib/people/actor';
import type { Calendar } from '@/lib/sla/calendar';
import { replayClock } from '@/lib/sla/recompute';
import { civilDateOf } from '@/lib/time/civil';
import {
  actor,
  actors,
  calendar,
  catalogue,
  filed,
  given,
  type Played,
  somebody,
  take,
  takePair,
  unit,
  unitId,
  units,
  voiceOf,
} from '../../support/pure-world';

/** Inputs that are mostly right, so that sequences get somewhere, and sometimes wrong. */
function inputFor(
  verb: Verb,
  played: Played,
  other: Played,
  pick: number,
): Record<string, unknown> {
  const unitCodes = ['liuwan', 'chengguan', 'housing', 'heating'];
  const unit = unitId(unitCodes[pick % unitCodes.length] ?? 'liuwan');
  const solved = ['yes', 'partly', 'no'][pick % 3] ?? 'yes';
  const round = String(pick % 7 === 0 ? 1 : played.file.appeal.round);
  const person = [...actors.values()][pick % actors.size]?.personId;
  const urgency = ['', 'urgent', 'ordinary', 'complex', 'extraUrgent'][pick % 5];
  const inputs: Record<Verb, Record<string, unknown>> = {
    file: {},
    dispatch: {
      unitId: unit,
      urgency,
      reason: pick % 3 ? '看了职责' : '',
      secondId: pick % 3 ? '' : unitId('housing'),
    },
    answer: { answer: '带身份证' },
    decline: { class: 'secret', reason: '涉密', route: '保密局' },
    sendBack: { betterUnitId: unit, reason: '不归我们' },
    redispatch: {
      unitId: unit,
      secondId: pick % 3 ? '' : unitId('heating'),
      reason: '换一个单位',
    },
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
      silentReason: pick % 5 ? '等不了了' : '',
    },
    whistle: {
      unit1: unitId('housing'),
      whatFor1: '看一看',
      onSite1: pick % 2 ? 'yes' : '',
      ...(pick % 4 ? {} : { unit2: unitId('heating'), whatFor2: '也看一看' }),
      reportInMinutes: pick % 3 ? '' : '45',
    },
    reportIn: {},
    arrive: { note: '到了' },
    reportBack: {
      outcome: pick % 4 ? 'reported' : 'notOurs',
      found: '阀门坏了',
      decided: '换',
      reason: '不归我们',
    },
    rateHelp: {
      callId: played.file.calls[pick % (played.file.calls.length || 1)]?.id,
      rating: ['good', 'fair', 'poor'][pick % 3],
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
      voiceId: voicesOf(played.file)[pick % 3]?.id,
      reached: pick % 4 ? 'yes' : 'no',
      solved,
      more: 'enough',
    },
    lapse: {},
    lookBack: { holds: pick % 2 ? 'yes' : 'no', pressed: 'no' },
    recuse: {
      whom: ['self', 'unit', 'person'][pick % 3],
      unitId: unit,
      personId: person,
      who: pick % 2 ? '穿红衣服的' : '',
      reason: '有牵连',
    },
    consent: { show: pick % 3 ? 'yes' : 'no' },
    publish: {
      title: '路灯不亮',
      what: pick % 5 ? '三天不亮' : '三天不亮，打 13912345678',
      place: '柳湾一巷',
      checked: 'on',
    },
    unpublish: { reason: '撤下' },
    askNeighbours: { voiceIds: [other.file.voices[0]?.id] },
    pick: {
      drawId: played.file.appeal.id,
      roundId: played.file.rounds.at(pick % 4 ? -1 : 0)?.id,
    },
    recheck: {
      how: pick % 2 ? 'call' : 'visit',
      found: ['yes', 'partly', 'no', 'notReached'][pick % 4],
      said: '看过了',
    },
    witness: { holds: ['yes', 'no', 'unsure'][pick % 3] },
    unrecuse: { recusalId: standingRecusals(played.file)[0]?.id, reason: '查清了' },
    entrust: {},
    stamp: {},
    ask: { question: '家里几口人', untilOn: pick % 2 ? dayAfter(played, pick % 4) : '' },
    answerQuestion: { questionId: openQuestion(played.file)?.id, words: '三口人' },
    endHold: { holdId: waitsOf(played.file, 'Asia/Shanghai')[0]?.id, note: '不等了' },
    placeCause: {
      causeClass: ['rule', 'budget', 'plan', 'data', 'department'][pick % 5],
      ownerUnitId: unitId(['housing', 'heating', 'chenghe', 'liuwan'][pick % 4] ?? 'housing'),
      cause: '维修资金办法',
      reason: '规定不改办不成',
    },
    answerCause: { byOn: dayAfter(played, 30 + (pick % 90)), plan: '修订办法' },
    askFor: {
      kind: ['extend', 'park', 'test', 'cause', 'conclude'][pick % 5],
      basis: '住宅室内装饰装修管理办法',
      causeClass: 'rule',
      ownerUnitId: unitId(['housing', 'chenghe'][pick % 2] ?? 'housing'),
      cause: '维修资金办法',
      amount: String((pick % 5) + 1),
      untilOn: dayAfter(played, pick % 40),
      reason: '等配件',
    },
    grant: { requestId: pendingRequests(played.file)[0]?.id, reason: '有理' },
    refuse: { requestId: pendingRequests(played.file)[0]?.id, reason: '无理' },
    resume: {},
    object: { reason: '能办的' },
    rule: { upheld: pick % 2 ? 'yes' : 'no', reason: '看过了' },
    askExclusion: {
      round: String((pick % played.file.appeal.round) + 1),
      exclusionClass: exclusionClasses[pick % exclusionClasses.length],
      evidence: '核查记录',
    },
    decideExclusion: {
      requestId: askedExclusions(played.file)[0]?.id,
      leaveOut: pick % 4 ? 'yes' : 'no',
      reason: '看过了',
    },
    objectExclusion: {
      requestId: played.file.requests.find((it) => it.kind === 'exclude' && it.outcome)?.id,
      reason: '我的评价要算数',
    },
    ruleExclusion: {
      requestId: played.file.requests.find((it) => it.kind === 'keepIn')?.id,
      upheld: pick % 2 ? 'yes' : 'no',
      reason: '看过了',
    },
    supervise: {
      level: String((pick % 3) + 1),
      reason: '盯住',
      cause: ['redCard', 'overdue', 'unsolvedRounds', 'handOvers', 'silent', 'pressed'][pick % 6],
    },
    join: {
      way: ['link', 'telephone', 'email'][pick % 3],
      phone: pick % 2 ? '13800000001' : '',
      email: 'a@example.com',
    },
    leave: {},
    erase: { what: (['asked', 'contacts', 'words'] as const)[pick % 3] },
    askErasure: { sure: pick % 5 ? 'yes' : 'no' },
    merge: {
      number: pick % 11 ? other.file.appeal.caseNumber : played.file.appeal.caseNumber,
      reason: '同一件事',
    },
    unmerge: { reason: '不是一件事' },
    release: { reason: '好了' },
    takeOn: { nextOn: dayAfter(played, 3 + (pick % 9)), note: '我来管' },
    card: {},
    repromise: {},
    reopen: { reason: '又来了' },
    withdraw: { pressed: 'no' },
    annotate: { note: '记一笔' },
  };
  return inputs[verb];
}

const dayAfter = ({ file }: Played, days: number): string =>
  civilDateOf(new Date(file.appeal.lastAt.getTime() + (days + 1) * 86_400_000), 'Asia/Shanghai');

/** Of different units; they come and go. */
const twoOfThem = [actor('zhoumin').personId, actor('liufang').personId];

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

  const openLeads = file.assignments.filter(
    (it) => it.role === 'lead' && it.untilAt === null,
  ).length;
  checkHelp(played, openLeads);
  if (['dispatched', 'accepted', 'contacted', 'parked'].includes(status)) equal(openLeads, 1);
  else if (status === 'closed') equal(openLeads, 0);
  else ok(openLeads <= 1, 'two units lead');

  equal(status === 'closed', appeal.closedAs !== null);
  equal(appeal.round, file.rounds.length);
  ok(
    file.rounds.every((it, index) => it.number === index + 1),
    'rounds are not in order',
  );
  const answers = new Set(file.verdicts.map((it) => `${it.roundId} ${it.voiceId} ${it.occasion}`));
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
    const given = verb === 'grant' || verb === 'repromise';
    if (clock.dueAt && old.dueAt && !given) ok(clock.dueAt <= old.dueAt, 'a date moved away');
    if (clock.dueAt && old.dueAt && given) ok(clock.dueAt >= old.dueAt, 'a date moved nearer');
  }
  const running = file.clocks.filter((it) => it.stoppedAt === null).map((it) => it.kind);
  const many = ['decide', 'reportIn', 'arrive', 'reportBack'];
  const single = running.filter((it) => !many.includes(it));
  equal(new Set(single).size, single.length, 'two clocks of a kind run');
  const deciding = running.filter((it) => it === 'decide').length;
  equal(deciding, pendingRequests(file).length, 'a request without a clock');
  const promise = file.clocks.find((it) => it.kind === 'promise' && !it.stoppedAt);
  const open = file.pauses.filter((it) => !it.untilAt);
  if (promise) equal(promise.dueAt === null, open.length > 0, 'it stands still for a reason only');
  equal(open.filter((it) => it.cause === 'park').length, status === 'parked' ? 1 : 0);
  if (status !== 'contacted') {
    equal(open.filter((it) => it.cause !== 'park').length, 0, 'waited for after leaving contacted');
    equal(openQuestion(file), undefined);
  }
  gainsNothing(before, file, verb);
  checkExclusions(file);
  ok(file.causes.filter((it) => !it.endedAt).length <= 1, 'two own the cause');
  for (const clock of file.clocks) {
    if (clock.kind === 'promise') coversWhole(file, clock);
  }
  ok(file.supervisions.filter((it) => !it.releasedAt).length <= 1, 'supervised twice');
  const part = mergeOf(file);
  equal(!!part, appeal.closedAs === 'merged', 'merged into nothing');
  if (!part) equal(running.includes('promise'), status !== 'resolved' && status !== 'closed');
  equal(running.includes('rate'), status === 'resolved');
  equal(running.includes('dispatch'), status === 'filed');

  checkHandOvers(file, before, verb);
  const filers = presentVoices(file).filter((it) => it.role === 'filer').length;
  // Whose own people have all left goes on for those merged into it, while they are there.
  if (appeal.closedAs !== 'withdrawn') equal(filers, presentVoices(file).length > 0 ? 1 : 0);
  for (const round of file.rounds) {
    equal(new Set(round.invited).size, round.invited.length, 'asked twice');
    const people = round.invited.map((it) => file.people[it] ?? it);
    equal(new Set(people).size, people.length, 'one person was asked twice');
  }
  const turns = turnsOf(file, calendar);
  const owed = causeOf(file) && !causeOf(file)?.answeredAt ? 1 : 0;
  const checked = openCheck(file) ? 1 : 0;
  const watched = pendingRequests(file).length + (supervisionOf(file) ? 1 : 0) + owed + checked;
  ok(status === 'closed' ? turns.length <= watched + 1 : turns.length > watched, 'nobody’s move');
}

/**
 * What a promise had left when it came to stand still is what it has left when it runs again, unless a
 * grant or a new calendar gave more. Off a rest day the end moves by less than the longest rest.
 */
function gainsNothing(before: Played['file'], file: Played['file'], verb: Verb): void {
  if (verb === 'grant' || verb === 'repromise' || file.appeal.round !== before.appeal.round) return;
  for (const clock of file.clocks) {
    const old = before.clocks.find((it) => it.id === clock.id);
    if (old?.kind !== 'promise' || !old.remaining || !clock.dueAt) continue;
    const since = Math.max(
      ...file.pauses.flatMap((it) =>
        it.clockId === clock.id && it.untilAt ? [it.untilAt.getTime()] : [],
      ),
    );
    const left = clock.dueAt.getTime() - since;
    const rest = old.remaining.unit === 'hours' ? 0 : 11 * 86_400_000;
    ok(left <= old.remaining.millis + rest, 'a pause gave more than it took');
  }
}

/** Lateness of a promise is somebody's at every instant, and nobody's twice. */
function coversWhole(file: Played['file'], clock: Played['file']['clocks'][number]): void {
  const spans = heldBy(file, clock);
  equal(spans[0]?.fromAt.getTime(), clock.startedAt.getTime());
  equal(spans.at(-1)?.untilAt?.getTime(), clock.stoppedAt?.getTime());
  for (const [index, span] of spans.slice(1).entries()) {
    equal(spans[index]?.untilAt?.getTime(), span.fromAt.getTime(), 'a gap in who holds it');
  }
}

/** Nobody helps without a lead, nobody is called twice at once, and no call outlives its round. */
function checkHelp({ file }: Played, openLeads: number): void {
  const seconds = file.assignments.filter((it) => it.role === 'second' && it.untilAt === null);
  ok(seconds.length <= openLeads, 'a second without a lead');
  const lead = file.assignments.find((it) => it.role === 'lead' && it.untilAt === null);
  const calls = file.calls.filter((it) => it.endedAt === null);
  equal(new Set(calls.map((it) => it.unitId)).size, calls.length, 'a unit is called twice');
  for (const call of file.calls) {
    equal(call.endedAt === null, call.outcome === null, 'an end without a word');
    const clocks = file.clocks.filter((it) => it.callId === call.id);
    equal(clocks.length, call.onSite ? 3 : 2, 'a call without its clocks');
    const owed = clocks.filter((it) => it.stoppedAt === null).map((it) => it.kind);
    equal(owed.includes('reportBack'), call.endedAt === null, 'a report nobody owes');
    equal(owed.includes('reportIn'), call.endedAt === null && call.reportedInAt === null);
    if (call.endedAt) equal(owed.length, 0, 'a duty of a call that is over');
    else ok(call.fromUnitId === lead?.unitId, 'an open call of somebody who does not lead');
    if (call.outcome === 'void') equal(call.helpRating ?? call.callRating, null);
    if (call.outcome === 'reported' && call.onSite) ok(call.arrivedAt, 'reported from the desk');
  }
}

/** Asked once a round, of a round that counts; left out by nobody's silence and by no unit of its own. */
function checkExclusions(file: Played['file']): void {
  for (const kind of ['exclude', 'keepIn'] as const) {
    const rounds = file.requests.filter((it) => it.kind === kind).map((it) => it.roundId);
    equal(new Set(rounds).size, rounds.length, 'asked twice about a round');
  }
  for (const round of file.rounds) {
    const asked = exclusionOf(file, round.id);
    const objected = file.requests.find((it) => it.kind === 'keepIn' && it.roundId === round.id);
    if (!asked) {
      equal(objected, undefined);
      continue;
    }
    ok(round.countedAt !== null, 'left out before it counted');
    ok(
      asked.outcome !== 'void' && objected?.outcome !== 'void',
      'void though it was about the past',
    );
    const left = asked.outcome === 'granted' && (!objected || objected.outcome === 'refused');
    equal(isLeftOut(file, round.id), left);
  }
}

/** Whoever has accepted answers for it; nothing final goes back; nobody decides on their own naming. */
function checkHandOvers(file: Played['file'], before: Played['file'], verb: Verb): void {
  const { status } = file.appeal;
  const unit = responsibleOf(file)?.unitId;
  const lead = leadOf(file);
  if (lead && !barsUnit(file, lead.unitPath)) {
    if (['accepted', 'contacted', 'parked'].includes(status)) equal(unit, lead.unitId);
    if (status === 'dispatched') ok(unit, 'a unit was named, and none answers for it');
  }
  if (verb === 'sendBack') ok(!isFinal(before), 'a final naming was sent back');
  const most = handOversOf(file) >= 3;
  equal(isFinal(file), most && leadOf(file) !== undefined, 'final too early or too late');
  if (most) ok(alreadyOrdered({ cause: 'handOvers', threshold: 3, level: 1 }, file), 'unwatched');
  const contested = contestedNaming(before);
  const by = file.steps.at(-1)?.personId;
  if (verb === 'dispatch' && contested && before.dispatcherIds.length > 1) {
    ok(by !== contested.namedBy, 'somebody judged their own naming');
  }
}

const forward: readonly Verb[] = ['dispatch', 'accept', 'contact', 'resolve'];
const known = verbs.filter((it) => it !== 'file');

/** What a pending request or an answer "cannot be done" calls for: else it is seldom met by chance. */
function answersTo(file: Played['file']): Verb[] {
  // Asked two weeks after closing: rarely come to by chance.
  if (file.askings.some((it) => it.answeredAt === null)) return ['witness'];
  const asked = pendingRequests(file).map((it) => it.kind);
  // A long way from filing: asked, granted, and then objected to.
  const left = file.rounds.some((it) => isLeftOut(file, it.id));
  if (left && !file.requests.some((it) => it.kind === 'keepIn')) return ['objectExclusion'];
  const cannot = file.rounds.at(-1)?.outcome === 'cannot';
  if (asked.includes('object')) return ['rule'];
  if (asked.includes('exclude')) return ['decideExclusion'];
  if (asked.includes('keepIn')) return ['ruleExclusion'];
  if (asked.length > 0) return ['grant', 'refuse'];
  if (file.appeal.status === 'parked') return ['resume'];
  const call = file.calls.find((it) => it.endedAt === null);
  if (call) return ['reportIn', 'arrive', 'reportBack', 'resolve'];
  if (openQuestion(file)) return ['answerQuestion', 'endHold'];
  if (causeOf(file) && !causeOf(file)?.answeredAt) return ['answerCause', 'askFor'];
  if (file.appeal.status === 'contacted') return ['askFor', 'ask', 'missContact', 'rateHelp'];
  if (cannot) return ['object'];
  if (openCheck(file)) return ['recheck'];
  if (file.appeal.status === 'closed') {
    return [
      'askExclusion',
      'askExclusion',
      'askExclusion',
      'askExclusion',
      'askExclusion',
      'lookBack',
      'askNeighbours',
      'askNeighbours',
      'publish',
      'publish',
      'publish',
      'pick',
      'pick',
      'erase',
      'erase',
    ];
  }
  return file.calls.some((it) => it.endedAt && it.outcome !== 'void') ? ['rateHelp'] : [];
}

/** Mostly one that is possible where the appeal stands, those that carry it forward far more often. */
function verbFor({ file }: Played, number: number): Verb {
  const here = known.filter((it) => {
    const from: readonly string[] = lifecycle[it].from;
    return number % 10 === 0 || from.includes(file.appeal.status);
  });
  const wanted = answersTo(file);
  const list = [
    ...here,
    ...Array.from({ length: 25 }, () => here.filter((it) => forward.includes(it))).flat(),
    ...Array.from({ length: 40 }, () => wanted).flat(),
    ...Array.from({ length: file.appeal.recused ? 60 : 0 }, () => 'entrust' as const),
    // Few are merged, and fewer long enough to be parted again by chance.
    ...Array.from(
      { length: sourcesOf(file).length > 0 || mergeOf(file) ? 60 : 0 },
      () => 'unmerge' as const,
    ),
    // Few are shown to everybody, and fewer long enough to be taken off by chance.
    ...Array.from({ length: isPublished(file) ? 150 : 0 }, () => 'unpublish' as const),
  ];
  return list[Math.floor(number / 10) % list.length] ?? 'annotate';
}

/** In minutes. */
const fortnight = 20_160;

/** Mostly within a day or two; now and then a fortnight, so that clocks run out. */
const minutes = fc.oneof(
  { weight: 9, arbitrary: fc.nat(2_000) },
  { weight: 1, arbitrary: fc.constant(fortnight) },
);

const reviewer = somebody('oversight', ['reviewer']);
const another = somebody('oversight', ['reviewer']);
const colleague = somebody('hotline', ['dispatcher']);

/** Takes the step on both appeals where it touches two, and lets them read of each other what is new. */
function takeOn(
  played: Played,
  other: Played,
  verb: Verb,
  input: Record<string, unknown>,
  by: Actor,
  at: Date,
): boolean {
  const pair =
    verb === 'merge' || verb === 'unmerge' || (verb === 'recuse' && !!mergeOf(played.file));
  const done = pair
    ? takePair(played, other, verb, input, by, at)
    : take(played, verb, input, by, at);
  if (!done.ok) return false;
  const { promises } = played.file.merged;
  const fresh = other.file.clocks.map((it) => promises.find(({ id }) => id === it.id) ?? it);
  other.file = { ...other.file, clocks: fresh };
  return true;
}

/** What each of the two says of the other. */
function checkPair(one: Played, two: Played): void {
  for (const [source, target] of [
    [one, two],
    [two, one],
  ] as const) {
    const standing = mergeOf(source.file);
    const taken = sourcesOf(target.file);
    equal(taken.length, standing ? 1 : 0, 'a merge only one side knows of');
    if (!standing) continue;
    equal(taken[0]?.id, standing.id);
    ok(isOpen(standing.wasStatus) && standing.wasStatus !== 'resolved');
    const own = presentVoices(source.file).map((it) => it.id);
    const read = mergedVoices(target.file).map((it) => it.id);
    equal(own.toSorted().join(), read.toSorted().join(), 'a Voice was lost');
    const promise = source.file.clocks.find(
      (it) => it.kind === 'promise' && it.roundId === standing.roundId,
    );
    ok(promise?.dueAt || promise?.stoppedAt, 'a merged promise stands still');
    const waiting = isOpen(target.file.appeal.status) && target.file.appeal.status !== 'resolved';
    const first = target.file.appeal.round === roundAt(target, standing.at);
    if (waiting && first) equal(promise?.stoppedAt, null, 'a merged promise stopped too soon');
    if (!waiting) ok(promise?.stoppedAt, 'a merged promise outlived its answer');
  }
}

const roundAt = (target: Played, at: Date): number | undefined =>
  target.file.rounds.findLast((it) => it.startedAt <= at)?.number;

/** Somebody at random, then those who could do it if anybody can. */
function candidates(played: Played, other: Played, who: number): Actor[] {
  const lead = played.file.assignments.findLast((it) => it.role === 'lead')?.unitId;
  const unit = [...actors.values()].filter((it) => it.unitId === lead);
  const offices = [
    ...['chenjing', 'sunyue', 'zhoumin', 'linxiao'].map(actor),
    reviewer,
    another,
    colleague,
  ];
  const owner = [...actors.values()].filter((it) => it.unitId === causeOf(played.file)?.unitId);
  const called = ['hewei', 'guotao'].map(actor);
  const voices = [voiceOf(played), voiceOf(played, 1), voiceOf(other), voiceOf(other, 1)];
  const guest = mintResident(played.file.appeal.id);
  return [
    byWhom(played, who),
    ...unit,
    ...owner,
    ...offices,
    ...called,
    ...voices,
    guest,
    mintSystem(),
  ];
}

/** A department’s matter or a street’s, sent on by the system or not, at a place that is known or not. */
function someCatalogue(pick: number): Grounds {
  const department = pick % 2 === 0;
  const owner = {
    by: pick % 7 === 0 ? ('point' as const) : ('address' as const),
    areaId: 'a',
    name: '安康里',
    unitId: unitId('liuwan'),
    unitPath: unit('liuwan').path,
  };
  return {
    entry: {
      id: 'entry',
      categoryId: 'category',
      number: 1,
      leadKind: department ? 'department' : 'street',
      leadUnitIds: department ? [unitId('housing')] : [],
      helpUnitIds: [unitId('heating')],
      basis: '条例',
      confusedWith: null,
      bySystem: pick % 3 === 0,
    },
    owners: pick % 5 === 0 ? [] : [owner],
  };
}

/** Whoever was named has the power, or a reason stands beside it; a machine names only what is certain. */
function checkPower(played: Played, by: Actor, verb: Verb): void {
  const { grounds } = catalogue;
  const lead = leadOf(played.file);
  if ((verb !== 'dispatch' && verb !== 'redispatch') || !grounds || !lead) return;
  const named = [...units.values()].find((it) => it.id === lead.unitId);
  ok(named);
  const power = powerOf(grounds, named);
  ok(power !== 'pushedDown', 'a department’s matter lies with a street');
  const words = played.changes.at(-1)?.texts.map((it) => it.field) ?? [];
  ok(power === 'leads' || words.includes('reason'), 'without power and without a reason');
  if (by.kind === 'system') ok(isCertain(grounds, named) && grounds.entry?.bySystem);
}

/** A notice comes out: the day after tomorrow is off. */
function oneMoreRestDay(before: Calendar, at: Date): Calendar {
  const on = civilDateOf(new Date(at.getTime() + 2 * 86_400_000), before.zone);
  return { ...before, version: before.version + 1, days: new Map([...before.days, [on, false]]) };
}

type Told = [Verb, Record<string, unknown>, Actor];

/** Where a sequence may begin, since it is a long way there by chance: judged, or handed over until once more is the last. */
const beginnings = {
  filed: (): Told[] => [],
  judged: (played: Played): Told[] => {
    const [unit, dispatcher] = [actor('zhaolimin'), actor('chenjing')];
    const content = { round: '1', solved: 'yes', result: 'satisfied', handling: 'satisfied' };
    return [
      ['dispatch', { unitId: unitId('liuwan'), urgency: 'ordinary' }, dispatcher],
      ['accept', {}, unit],
      ['contact', { how: 'visit', said: '说好了' }, unit],
      ['resolve', { outcome: 'done', answer: '好了' }, unit],
      ...played.file.voices.map(
        (_, nth): Told => ['judge', { ...content, pressed: 'no' }, voiceOf(played, nth)],
      ),
    ];
  },
  handedOver: (): Told[] =>
    [actor('chenjing'), colleague, actor('chenjing')].flatMap((dispatcher): Told[] => [
      [
        'dispatch',
        { unitId: unitId('liuwan'), urgency: 'ordinary', reason: '看了职责' },
        dispatcher,
      ],
      ['sendBack', { betterUnitId: unitId('chengguan'), reason: '不归我们' }, actor('zhaolimin')],
    ]),
};

/** Takes these steps an hour apart; answers when the last one was. */
function begin(played: Played, steps: readonly Told[], filedAt: Date): Date {
  let at = filedAt;
  for (const [verb, input, by] of steps) {
    at = new Date(at.getTime() + 3_600_000);
    const done = take(played, verb, input, by, at);
    ok(done.ok, `${verb}: ${JSON.stringify(done)}`);
  }
  return at;
}

it('6,000 random sequences of two appeals by random actors reach no impossible state', {
  timeout: 300_000,
}, () => {
  const used = new Map<Verb, number>();
  let finals = 0;
  const step = fc.record({ verb: fc.nat(9999), who: fc.nat(99), pick: fc.nat(1000), minutes });
  const start = fc.constantFrom(
    ...(['filed', 'filed', 'filed', 'filed', 'judged', 'handedOver'] as const),
  );
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 6, maxLength: 20 }),
      fc.boolean(),
      start,
      (steps, joined, begins) => {
        given.calendar = calendar;
        given.fallbacks = [];
        catalogue.grounds = null;
        let at = new Date('2026-03-02T01:00:00Z');
        const one = filed(at, { reaches: joined ? ['telephone', 'link'] : ['link'] });
        const two = filed(at, { number: '202603020002' });
        at = begin(one, beginnings[begins](one), at);
        const dispatcherIds = joined ? [actor('chenjing').personId, colleague.personId] : [];
        for (const it of [one, two]) it.file = { ...it.file, dispatcherIds };
        for (const { verb: number, who, pick, minutes: passed } of steps) {
          const [played, other] = who % 6 ? [one, two] : [two, one];
          const verb = verbFor(played, number);
          // What is asked two weeks after closing would seldom be met by chance.
          const rests = played.file.appeal.status === 'closed' && pick % 2 === 0;
          at = new Date(at.getTime() + (rests ? fortnight : passed) * 60_000);
          if (pick % 23 === 0) given.calendar = oneMoreRestDay(given.calendar, at);
          if (pick % 17 === 0) catalogue.grounds = catalogue.grounds ? null : someCatalogue(pick);
          if (pick % 19 === 0) given.fallbacks = given.fallbacks.length > 0 ? [] : twoOfThem;
          for (const candidate of candidates(played, other, who)) {
            const before = played.file;
            const input = inputFor(verb, played, other, pick);
            if (!takeOn(played, other, verb, input, candidate, at)) continue;
            used.set(verb, (used.get(verb) ?? 0) + 1);
            checkState(played, before, verb);
            checkPair(one, two);
            checkPower(played, candidate, verb);
            if (isFinal(played.file) && !isFinal(before)) finals += 1;
            break;
          }
        }
        equal(chainFault(one.events), null);
        equal(chainFault(two.events), null);
      },
    ),
    { numRuns: 6_000 },
  );
  given.calendar = calendar;
  given.fallbacks = [];
  catalogue.grounds = null;
  expect(finals).toBeGreaterThan(0);
  // An import alone stamps; tests/db/replay.test.ts plays one.
  const others = verbs.filter((it) => it !== 'file' && it !== 'stamp');
  expect([...used.keys()].toSorted()).toEqual(others.toSorted());
});

/** From where it can be waited for somebody, what begins and ends waiting tried most. */
function verbOnHold({ file }: Played, number: number): Verb {
  const often: readonly Verb[] = ['ask', 'answerQuestion', 'endHold', 'askFor', 'grant', 'resume'];
  const seldom: readonly Verb[] = ['annotate', 'contact', 'missContact', 'resolve', 'redo'];
  const here = [...often, ...often, ...often, ...seldom, 'redispatch' as const].filter((it) => {
    const from: readonly string[] = lifecycle[it].from;
    return from.includes(file.appeal.status);
  });
  return here[number % here.length] ?? 'annotate';
}

/** Told again from its start, the promise comes out as it went step by step. */
function isAsTold({ file }: Played): void {
  for (const clock of file.clocks) {
    if (clock.kind !== 'promise' || clock.stoppedAt) continue;
    const told = replayClock(clock.startedAt, historyOf(file, clock), limitOf(clock), calendar);
    equal(clock.dueAt?.getTime(), told.dueAt?.getTime(), 'not as it is told');
    equal(clock.remaining?.millis, told.remaining?.millis);
  }
}

it('4,000 random sequences of waiting: however late somebody comes, the promise is as it is told', {
  timeout: 300_000,
}, () => {
  const begun = { park: 0, question: 0, test: 0, together: 0, passed: 0 };
  const unit = actor('zhaolimin');
  const step = fc.record({ verb: fc.nat(999), pick: fc.nat(1000), hours: fc.nat(60) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 16 }), (steps) => {
      given.calendar = calendar;
      const start = new Date('2026-03-02T01:00:00Z');
      const played = filed(start);
      const after = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
      const inputs = { unitId: unitId('liuwan'), urgency: 'complex' };
      ok(take(played, 'dispatch', inputs, actor('chenjing'), after(1)).ok);
      ok(take(played, 'accept', {}, unit, after(2)).ok);
      ok(take(played, 'contact', { how: 'visit', said: '好' }, unit, after(3)).ok);
      for (const hours of [4, 6]) take(played, 'missContact', { how: 'visit' }, unit, after(hours));
      let at = after(7);
      for (const { verb: number, pick, hours } of steps) {
        const verb = verbOnHold(played, number);
        at = new Date(at.getTime() + hours * 3_600_000);
        const lead = [...actors.values()].filter(
          (it) => it.unitId === played.file.assignments.at(-1)?.unitId,
        );
        for (const by of [...lead, reviewer, actor('sunyue'), voiceOf(played), mintSystem()]) {
          const before = played.file;
          if (!take(played, verb, inputFor(verb, played, played, pick), by, at).ok) continue;
          checkState(played, before, verb);
          isAsTold(played);
          count(begun, before, played.file);
          break;
        }
      }
    }),
    { numRuns: 4_000 },
  );
  for (const [what, often] of Object.entries(begun)) ok(often > 40, `${what} seldom met: ${often}`);
});

/** What of waiting was met, so that a run that met none of it fails. */
function count(
  begun: Record<'park' | 'question' | 'test' | 'together' | 'passed', number>,
  before: Played['file'],
  file: Played['file'],
): void {
  for (const pause of file.pauses) {
    if (!before.pauses.some((it) => it.id === pause.id)) begun[pause.cause] += 1;
  }
  if (file.pauses.filter((it) => !it.untilAt).length > 1) begun.together += 1;
  const passed = (it: Played['file']) => it.questions.filter(({ endedAs }) => endedAs === 'passed');
  if (passed(file).length > passed(before).length) begun.passed += 1;
}
