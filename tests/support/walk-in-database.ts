import { causeOf, leadOf, openQuestion, pendingRequests } from '@/lib/appeals/case-file';
import { verbsOpenTo } from '@/lib/appeals/decide';
import { askedExclusions } from '@/lib/appeals/exclusions';
import { waitsOf } from '@/lib/appeals/holds';
import type { Verb } from '@/lib/appeals/lifecycle';
import { mergeOf, voicesOf } from '@/lib/appeals/merged';
import { standingRecusals } from '@/lib/appeals/recusals';
import { isUnitRequest } from '@/lib/appeals/requests';
import { exclusionClasses } from '@/lib/appeals/words';
import { writeChanges } from '@/lib/appeals/write';
import { db } from '@/lib/db/client';
import { type Actor, mintSystem } from '@/lib/people/actor';
import { civilDateOf } from '@/lib/time/civil';
import { type Dice, dice } from '@/prisma/seed/dice';
import {
  actor,
  actors,
  calendar,
  filed,
  given,
  type Played,
  somebody,
  take,
  takePair,
  unitId,
  units,
  voiceOf,
} from './pure-world';

/** Pairs of appeals walked through the verbs by chance, decided in memory and written as `perform` writes them. */

const reviewer = somebody('oversight', ['reviewer']);
const another = somebody('oversight', ['reviewer']);
const colleague = somebody('hotline', ['dispatcher']);
const everybody = [...actors.values(), reviewer, another, colleague];

/** The units and people of the pure world, in a database that has none but the hotline. */
export async function settleWorld(): Promise<void> {
  await db().unit.updateMany({
    where: { code: 'hotline' },
    data: { code: 'before', path: 'before/' },
  });
  for (const [code, { id, name, kind, path }] of units) {
    await db().unit.create({ data: { id, code, name, nameEn: name, kind, path } });
  }
  for (const { personId, unitId: home, roles } of everybody) {
    const data = { id: personId, unitId: home, name: '某人', login: personId, roles: [...roles] };
    await db().person.create({ data });
  }
}

/** The same seed walks the same way. `between`: what else happens after each step that was taken. */
export async function walkPair(
  seed: number,
  steps: number,
  between: (at: Date) => Promise<void> = async () => {},
): Promise<void> {
  const roll = dice(seed);
  let at = new Date(Date.UTC(2026, Math.floor(roll.next() * 6), 3, 1));
  given.calendar = calendar;
  const number = (nth: number) => `20260302${String(seed * 2 + nth).padStart(4, '0')}`;
  const pair = [0, 1].map((nth) =>
    filed(at, { reaches: nth ? ['telephone'] : ['telephone', 'link'], number: number(nth) }),
  ) as [Played, Played];
  const written = new Map<Played, number>();
  const write = async (played: Played) => {
    for (const it of played.changes.slice(written.get(played) ?? 0)) {
      await db().$transaction((transaction) => writeChanges(transaction, [it]));
    }
    written.set(played, played.changes.length);
  };
  for (const it of pair) await write(it);
  for (let nth = 0; nth < steps; nth++) {
    const [played, other] = roll.next() < 0.7 ? pair : ([pair[1], pair[0]] as const);
    at = new Date(at.getTime() + minutesOf(roll) * 60_000);
    if (roll.next() < 0.04) oneMoreRestDay(at);
    const by = whoMay(played, other, at, roll);
    if (!by) continue;
    const { verb, who } = by;
    const input = inputFor(verb, played, other, at, roll);
    const both =
      verb === 'merge' || verb === 'unmerge' || (verb === 'recuse' && mergeOf(played.file));
    const done = both
      ? takePair(played, other, verb, input, who, at)
      : take(played, verb, input, who, at);
    if (!done.ok) continue;
    readEachOther(played, other);
    for (const it of [played, other]) await write(it);
    await between(at);
  }
  given.calendar = calendar;
}

/** Each reads the other's clocks as it would find them in the database. */
function readEachOther(played: Played, other: Played): void {
  const { promises } = played.file.merged;
  const clocks = other.file.clocks.map((it) => promises.find(({ id }) => id === it.id) ?? it);
  const read = other.file.merged.promises.map(
    (it) => played.file.clocks.find(({ id }) => id === it.id) ?? it,
  );
  other.file = { ...other.file, clocks, merged: { ...other.file.merged, promises: read } };
}

const minutesOf = (roll: Dice): number => {
  const way = roll.next();
  if (way < 0.5) return 5 + roll.next() * 120;
  return way < 0.93 ? 60 + roll.next() * 2_000 : 9_000 + roll.next() * 12_000;
};

function oneMoreRestDay(at: Date): void {
  const on = civilDateOf(new Date(at.getTime() + 2 * 86_400_000), calendar.zone);
  const { version, days } = given.calendar;
  given.calendar = { ...calendar, version: version + 1, days: new Map([...days, [on, false]]) };
}

/** What figures are made of, and what moves or ends that. */
const weights: Partial<Record<Verb, number>> = {
  dispatch: 30,
  accept: 30,
  contact: 14,
  missContact: 8,
  resolve: 30,
  judge: 25,
  lapse: 25,
  interview: 12,
  sendBack: 8,
  redispatch: 3,
  answer: 3,
  decline: 1,
  redo: 6,
  lookBack: 6,
  reopen: 5,
  withdraw: 1,
  ask: 3,
  answerQuestion: 6,
  endHold: 3,
  askFor: 10,
  grant: 25,
  refuse: 4,
  resume: 10,
  object: 8,
  rule: 10,
  askExclusion: 10,
  decideExclusion: 25,
  objectExclusion: 8,
  ruleExclusion: 15,
  placeCause: 2,
  join: 1,
  leave: 0.5,
  merge: 2,
  unmerge: 6,
  recuse: 0.6,
  unrecuse: 2,
  repromise: 4,
};

function whoMay(played: Played, other: Played, at: Date, roll: Dice) {
  const lead = leadOf(played.file)?.unitId;
  const owner = causeOf(played.file)?.unitId;
  const who: Actor[] = [
    ...everybody.filter((it) => it.unitId === lead || it.unitId === owner),
    ...['chenjing', 'sunyue', 'zhoumin', 'linxiao'].map(actor),
    reviewer,
    another,
    colleague,
    voiceOf(played),
    voiceOf(played, 1),
    voiceOf(other),
    mintSystem(),
  ];
  const open = who.flatMap((one) =>
    verbsOpenTo(played.file, one, at).flatMap(({ verb, refusal }) =>
      refusal || !weights[verb] ? [] : [{ verb, who: one, weight: weights[verb] ?? 0 }],
    ),
  );
  const all = open.reduce((sum, it) => sum + it.weight, 0);
  let left = roll.next() * all;
  return open.find((it) => {
    left -= it.weight;
    return left <= 0;
  });
}

function inputFor(verb: Verb, { file }: Played, other: Played, at: Date, roll: Dice) {
  const unit = unitId(
    ['liuwan', 'chengguan', 'housing', 'heating'][Math.floor(roll.next() * 4)] ?? '',
  );
  const pick = (list: readonly string[]) => list[Math.floor(roll.next() * list.length)] ?? '';
  const said = {
    round: String(roll.next() < 0.8 ? file.appeal.round : 1),
    solved: pick(['yes', 'partly', 'no']),
    more: pick(['enough', 'goOn']),
    result: pick(['satisfied', 'neutral', 'dissatisfied']),
    handling: pick(['satisfied', 'neutral', 'dissatisfied']),
  };
  const inputs: Partial<Record<Verb, Record<string, unknown>>> = {
    dispatch: {
      unitId: unit,
      urgency: pick(['', 'urgent', 'ordinary', 'complex', 'extraUrgent']),
      reason: '看了职责',
    },
    redispatch: { unitId: unit, reason: '换一个单位' },
    answer: { answer: '带身份证' },
    decline: { class: 'secret', reason: '涉密', route: '保密局' },
    sendBack: { betterUnitId: unit, reason: '不归我们' },
    contact: { how: 'telephone', said: '说好了' },
    missContact: { how: 'telephone' },
    resolve: {
      outcome: pick(['done', 'partly', 'cannot']),
      answer: '好了',
      basis: '法',
      route: '法院',
    },
    redo: { reason: '站不住' },
    judge: { ...said, pressed: 'no' },
    interview: {
      ...said,
      voiceId: pick(voicesOf(file).map((it) => it.id)),
      reached: pick(['yes', 'yes', 'no']),
    },
    lookBack: { holds: pick(['yes', 'no']), pressed: 'no' },
    reopen: { reason: '又来了' },
    withdraw: { pressed: 'no' },
    ask: { question: '家里几口人' },
    answerQuestion: { questionId: openQuestion(file)?.id, words: '三口人' },
    endHold: { holdId: waitsOf(file, calendar.zone)[0]?.id },
    askFor: {
      kind: pick(['extend', 'park', 'test', 'cause', 'conclude', 'conclude']),
      basis: '办法',
      causeClass: 'rule',
      ownerUnitId: unitId(pick(['housing', 'chenghe'])),
      cause: '维修资金办法',
      amount: pick(['1', '2', '3']),
      untilOn: civilDateOf(
        new Date(at.getTime() + (2 + roll.next() * 9) * 86_400_000),
        calendar.zone,
      ),
      reason: '等配件',
    },
    grant: { requestId: pendingRequests(file).find(isUnitRequest)?.id, reason: '有理' },
    refuse: { requestId: pendingRequests(file).find(isUnitRequest)?.id, reason: '无理' },
    object: { reason: '能办的' },
    rule: { upheld: pick(['yes', 'no']), reason: '看过了' },
    askExclusion: {
      round: pick(file.rounds.map((it) => String(it.number))),
      exclusionClass: pick(exclusionClasses),
      evidence: '核查记录',
    },
    decideExclusion: {
      requestId: askedExclusions(file)[0]?.id,
      leaveOut: pick(['yes', 'yes', 'no']),
      reason: '看过了',
    },
    objectExclusion: {
      requestId: file.requests.find((it) => it.kind === 'exclude')?.id,
      reason: '我没有乱说',
    },
    ruleExclusion: {
      requestId: pendingRequests(file).find((it) => it.kind === 'keepIn')?.id,
      upheld: pick(['yes', 'no']),
      reason: '再看过了',
    },
    placeCause: {
      causeClass: 'plan',
      ownerUnitId: unitId(pick(['housing', 'chenghe'])),
      cause: '规划',
      reason: '办不成',
    },
    join: { way: 'link' },
    merge: { number: other.file.appeal.caseNumber, reason: '同一件事' },
    unmerge: { reason: '不是一件事' },
    recuse: {
      whom: 'unit',
      unitId: unitId(pick(['housing', 'chenghe', 'liuwan'])),
      reason: '有牵连',
    },
    unrecuse: { recusalId: standingRecusals(file)[0]?.id, reason: '查清了' },
  };
  return inputs[verb] ?? {};
}
