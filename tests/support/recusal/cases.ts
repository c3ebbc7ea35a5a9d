import { runningClock } from '@/lib/appeals/case-file';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { loadCaseFile } from '@/lib/appeals/load';
import { perform } from '@/lib/appeals/perform';
import { encrypt } from '@/lib/contacts/cipher';
import { db } from '@/lib/db/client';
import { sealDue } from '@/lib/integrity/sealer';
import {
  type Actor,
  mintResident,
  mintSystem,
  mintVoice,
  type PersonActor,
  playing,
} from '@/lib/people/actor';
import type { PhotosOfStep } from '@/lib/photos/held';
import { addDays, civilDateOf } from '@/lib/time/civil';
import { newId, person } from '../county';
import { zone } from './ways';

export interface Case {
  id: string;
  caseNumber: string;
  voiceId: string;
}

/** What every one of the cases says. */
export interface Complaint {
  marker: string;
  phone: string;
  /** Units it comes to one after the other; the last one keeps it. */
  through: readonly string[];
  /** Whoever handles it there, in person, and whose unit that is. */
  handler: PersonActor;
  /** To whom one of them is assigned. */
  assignee: PersonActor;
  assigner: PersonActor;
  categoryId: string;
  /** Of a street it is not about, which leads a case and calls these units to it. */
  caller: PersonActor;
  called: readonly string[];
  /** With whom the cause of another lies. */
  ownerId: string;
}

const hour = 3_600_000;
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * hour);

class Play {
  constructor(
    readonly it: Case,
    private at: Date,
  ) {}

  async step(verb: Verb, input: object, by: Actor): Promise<this> {
    this.at = new Date(this.at.getTime() + hour / 2);
    const done = await perform({ appealId: this.it.id, verb, input }, playing(by, this.at));
    if (!done.ok) throw new Error(`${verb}: ${done.code} ${JSON.stringify(done.problems)}`);
    return this;
  }

  get voice(): Actor {
    return mintVoice(this.it.voiceId, this.it.id);
  }
}

async function filed(
  { marker, phone, categoryId }: Complaint,
  at: Date,
  more: { input?: object; trial?: boolean } = {},
): Promise<Play> {
  const { input, trial } = more;
  const by = trial ? person('wukai') : mintResident();
  const photos = trial ? undefined : await photoOf(phone);
  const done = await fileAppeal(
    {
      photos,
      input: {
        what: `${marker}，窗口的人骂人`,
        place: '办事大厅',
        phone,
        name: '李娜',
        categoryId,
        ...input,
      },
      trial,
    },
    playing(by, at),
  );
  if (!done.ok) throw new Error(JSON.stringify(done));
  // Its first notice did not go out, so that administration has it in its list.
  await db().notice.updateMany({
    where: { appealId: done.appealId, kind: 'file', voiceId: { not: null } },
    data: { settledAt: at, outcome: 'dead' },
  });
  return new Play({ id: done.appealId, caseNumber: done.caseNumber, voiceId: done.voiceId }, at);
}

/** A picture somebody sent with it: the row; nobody here looks at the file. */
async function photoOf(phone: string): Promise<PhotosOfStep> {
  const id = newId();
  const holder = `draft:${phone}` as const;
  const evidence = encrypt(JSON.stringify({ takenAt: '2026-11-20T08:15:00' }), `photo ${id}`);
  const sides = { width: 60, height: 40, bytes: 100, sha256: '0'.repeat(64) };
  await db().photo.create({ data: { id, holder, ...sides, evidence, createdAt: new Date() } });
  return { holder, ids: [id] };
}

/** Sent through the units, and in the hands of the handler. */
async function atWork(complaint: Complaint, at: Date): Promise<Play> {
  const { through, handler } = complaint;
  const play = await filed(complaint, at);
  const [first = '', ...more] = through;
  await play.step('dispatch', { unitId: first }, person('chenjing'));
  for (const next of more) {
    await play.step('redispatch', { unitId: next, reason: '换一个单位' }, person('chenjing'));
  }
  await play.step('accept', {}, handler);
  return play.step('contact', { how: 'telephone', said: '说好上门' }, handler);
}

/** Another unit leads it, and calls those it is about; one has reported back. */
async function helped({ caller, called, ...complaint }: Complaint, at: Date): Promise<Play> {
  const play = await filed({ caller, called, ...complaint }, at);
  await play.step('dispatch', { unitId: caller.unitId }, person('chenjing'));
  await play.step('accept', {}, caller);
  await play.step('contact', { how: 'telephone', said: '说好上门' }, caller);
  const rows = called.flatMap((unitId, index) => [
    [`unit${index + 1}`, unitId],
    [`whatFor${index + 1}`, '说明情况'],
  ]);
  await play.step('whistle', Object.fromEntries(rows), caller);
  await play.step('reportIn', {}, complaint.handler);
  const report = { outcome: 'reported', found: '确有其事', decided: '整改' };
  return play.step('reportBack', report, complaint.handler);
}

/** Sent back by whoever it is about, and rightly so: another unit has it. */
async function returned(complaint: Complaint, at: Date): Promise<Play> {
  const { through, handler, caller } = complaint;
  const play = await filed(complaint, at);
  await play.step('dispatch', { unitId: through.at(-1) ?? '' }, person('chenjing'));
  await play.step('sendBack', { betterUnitId: caller.unitId, reason: '不归我们' }, handler);
  return play.step('dispatch', { unitId: caller.unitId, reason: '退得对' }, person('chenjing'));
}

/** Answered, and waiting for the resident. */
async function answered(complaint: Complaint, at: Date): Promise<Play> {
  const play = await atWork(complaint, at);
  return play.step('resolve', { outcome: 'done', answer: '已经批评教育' }, complaint.handler);
}

const verdict = (solved: string) => ({
  round: '1',
  solved,
  result: 'dissatisfied',
  handling: 'dissatisfied',
  pressed: 'yes',
  pressureWords: '让我别说',
});

/**
 * One complaint in every state in which it could come before somebody's eyes: just filed, overdue with a
 * request and under supervision, answered, judged and round again, judged and closed, on trial; called to,
 * with its cause; sent back; and, last, one to be merged.
 */
export async function playAll(complaint: Complaint): Promise<Case[]> {
  const today = civilDateOf(new Date(), zone);
  const fresh = await filed(complaint, daysAgo(0.05));
  const busy = await atWork(complaint, daysAgo(40));
  await busy.step('assign', { personId: complaint.assignee.personId }, complaint.assigner);
  await busy.step(
    'askFor',
    { kind: 'park', untilOn: addDays(civilDateOf(daysAgo(40), zone), 20), reason: '等材料' },
    complaint.handler,
  );
  await busy.step(
    'supervise',
    { level: '1', reason: '盯住', nextOn: addDays(today, 3) },
    person('zhoumin'),
  );
  const open = await answered(complaint, daysAgo(1));
  const again = await answered(complaint, daysAgo(12));
  await again.step('judge', verdict('no'), again.voice);
  const over = await answered(complaint, daysAgo(14));
  await over.step('judge', verdict('yes'), over.voice);
  await drawn(over);
  const silent = await answered(complaint, daysAgo(30));
  await lapse(silent);
  const trial = await filed(complaint, daysAgo(2), { trial: true });
  const called = await helped(complaint, daysAgo(3));
  const caused = await atWork(complaint, daysAgo(4));
  const cause = { causeClass: 'rule', ownerUnitId: complaint.ownerId, cause: '办法不改办不成' };
  await caused.step('placeCause', { ...cause, reason: '不在他们' }, person('fangzheng'));
  const back = await returned(complaint, daysAgo(2));
  const source = await filed(complaint, daysAgo(0.2));
  return [fresh, busy, open, again, over, silent, trial, called, caused, back, source].map(
    ({ it }) => it,
  );
}

/** Its latest news, once there was more than the first, reached nobody: it waits to be brought as a letter. */
export async function reachNobody({ id, voiceId }: Case): Promise<void> {
  const newest = await db().notice.findFirst({
    where: { appealId: id, voiceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  if (!newest || newest.kind === 'file') return;
  const data = { settledAt: newest.createdAt, outcome: 'noChannel' };
  await db().notice.update({ where: { id: newest.id }, data });
}

/** A detector points to whoever has it. */
export async function pointTo({ id }: Case): Promise<void> {
  const lead = await db().assignment.findFirst({
    where: { appealId: id },
    orderBy: [{ fromAt: 'desc' }, { id: 'desc' }],
  });
  if (!lead) return;
  const key = { detector: 'burst', unitId: lead.unitId, toOn: '2099-12-31' };
  const signal = await db().signal.upsert({
    where: { detector_unitId_toOn: key },
    update: {},
    create: {
      ...{ id: newId(), ...key, fromOn: '2099-10-01', firstAt: new Date(), state: 'open' },
      numbers: { n: 20, k: 6, usual: 0.1, tail: 1e-9 },
    },
  });
  await db().signalCase.create({ data: { signalId: signal.id, appealId: id } });
}

/** Another case of theirs that complains of nobody, until one that does becomes part of it. */
export async function mergedInto(source: Case, complaint: Complaint): Promise<Case> {
  const target = await filed(complaint, daysAgo(0.3));
  await target.step('dispatch', { unitId: complaint.through.at(-1) ?? '' }, person('chenjing'));
  const step = {
    appealId: source.id,
    verb: 'merge' as const,
    input: { number: target.it.caseNumber, reason: '同一件事' },
  };
  const done = await perform(step, person('chenjing'));
  if (!done.ok) throw new Error(`merge: ${done.code} ${JSON.stringify(done.problems)}`);
  return target.it;
}

/** It is drawn for a spot check that nobody has made yet. */
async function drawn({ it }: Play): Promise<void> {
  const { id: roundId } = await db().round.findFirstOrThrow({ where: { appealId: it.id } });
  const { id: drawId } = (await db().spotDraw.findFirst()) ?? (await aDraw());
  const step = { appealId: it.id, verb: 'pick', input: { drawId, roundId } } as const;
  const done = await perform(step, mintSystem());
  if (!done.ok) throw new Error(`pick: ${done.code}`);
}

async function aDraw(): Promise<{ id: string }> {
  await sealDue();
  const seal = await db().seal.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const byId = person('shenhuaiyuan').personId;
  const hash = '0'.repeat(64);
  const drawnWith = { value: '03', valueAt: new Date(), valueById: byId, chosen: 1 };
  return db().spotDraw.create({
    data: {
      ...{
        id: newId(),
        number: 1,
        at: seal.at,
        byId,
        afterSeal: 0,
        sealId: seal.id,
        root: seal.root,
      },
      ...{ perMille: 1000, source: '开奖号码', valueOn: '2026-11-20', cases: 1, ...drawnWith },
      ...{ secret: hash, secretHash: hash, listHash: hash, pickedAt: new Date() },
    },
  });
}

/** The rate clock runs out. */
async function lapse({ it }: Play): Promise<void> {
  const loaded = await loadCaseFile(db(), it.id);
  const at = loaded && runningClock(loaded.file, 'rate')?.dueAt;
  if (!at) throw new Error('nothing waits for an answer');
  const done = await perform(
    { appealId: it.id, verb: 'lapse', input: {} },
    playing(mintSystem(), at),
  );
  if (!done.ok) throw new Error(done.code);
}
