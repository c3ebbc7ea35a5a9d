import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { chainFault, type EventRow } from '@/lib/appeals/event';
import { fileAppeal } from '@/lib/appeals/file';
import { joinAppeal } from '@/lib/appeals/join';
import type { Verb } from '@/lib/appeals/lifecycle';
import { loadCaseFile } from '@/lib/appeals/load';
import { behind } from '@/lib/appeals/merged';
import { perform } from '@/lib/appeals/perform';
import { behindInSql } from '@/lib/appeals/queries/behind-in-sql';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { otherCaseIdOf, otherCases } from '@/lib/appeals/queries/other-case';
import { readShared } from '@/lib/appeals/queries/shared';
import { guestHolding } from '@/lib/auth/resident';
import { shareToken } from '@/lib/auth/share-token';
import { maskedContact } from '@/lib/contacts/masked';
import { reveal, revealsOf } from '@/lib/contacts/reveal';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { type Actor, mintResident, mintVoice } from '@/lib/people/actor';
import { altered } from '../support/altered';
import { newId, person, ready, unitId } from '../support/county';

await ready();

interface Filed {
  id: string;
  number: string;
  voiceId: string;
}

async function filed(phone?: string): Promise<Filed> {
  const input = { what: '电梯停了三天，李娜家有老人', place: '安康里 6 号楼', phone };
  const done = await fileAppeal({ input }, mintResident());
  if (!done.ok) throw new Error(done.code);
  return { id: done.appealId, number: done.caseNumber, voiceId: done.voiceId };
}

async function must(appealId: string, verb: Verb, input: object, by: Actor) {
  const done = await perform({ appealId, verb, input }, by);
  if (!done.ok) throw new Error(`${verb}: ${done.code} ${JSON.stringify(done.problems)}`);
  return done.file;
}

async function toResolved({ id }: Filed): Promise<void> {
  const handler = person('zhaolimin');
  await must(id, 'dispatch', { unitId: unitId('liuwan') }, person('chenjing'));
  await must(id, 'accept', {}, handler);
  await must(id, 'contact', { how: 'visit', said: '看过了' }, handler);
  await must(id, 'resolve', { outcome: 'done', answer: '换了主板' }, handler);
}

const joinWith = async ({ id }: Filed, input: object, by: Actor = mintResident(id)) =>
  joinAppeal({ appealId: id, input, formKey: newId() }, by);

const merge = (source: Filed, target: Filed, by = person('chenjing')) =>
  perform(
    { appealId: source.id, verb: 'merge', input: { number: target.number, reason: '同一部' } },
    by,
  );

const unmerge = (source: Filed) =>
  perform({ appealId: source.id, verb: 'unmerge', input: { reason: '两部' } }, person('chenjing'));

const verdict = (solved: string) => ({
  round: '1',
  solved,
  result: 'neutral',
  handling: 'neutral',
  pressed: 'no',
});

async function chainOf(appealId: string) {
  const log = await db().event.findMany({ where: { appealId }, orderBy: { seq: 'asc' } });
  return chainFault(log as unknown as EventRow[]);
}

const appealOf = ({ id }: Filed) => db().appeal.findUniqueOrThrow({ where: { id } });

async function sqlBehind({ id }: Filed) {
  const [row] = await db().$queryRaw<{ behind: unknown }[]>`
    SELECT ${behindInSql(Prisma.sql`a.id`)} AS behind FROM "Appeal" a WHERE a.id = ${id}::uuid`;
  return row?.behind;
}

async function fileBehind({ id }: Filed) {
  const loaded = await loadCaseFile(db(), id);
  return loaded && behind(loaded.file);
}

it('whoever joins with a telephone that is none is told so, and does not join', async () => {
  const it = await filed();
  const joined = await joinWith(it, { way: 'telephone', phone: '12' });
  expect(joined).toMatchObject({ ok: false, code: 'badInput', problems: [{ field: 'phone' }] });
  expect(await db().voice.count({ where: { appealId: it.id } })).toBe(1);
});

describe('joining', () => {
  it('takes the link’s own case, and an altered link opens nothing', async () => {
    const one = await filed();
    const token = shareToken(one.id);
    expect(guestHolding(token)?.appealId).toBe(one.id);
    expect(guestHolding(altered(token, 0))).toBeNull();
    const other = await filed();
    expect(await joinWith(other, { way: 'link' }, mintResident(one.id))).toMatchObject({
      ok: false,
      code: 'notFound',
    });
  });

  it('shows a stranger nobody’s words, and no place where secrecy was asked for', async () => {
    const one = await filed('13800000100');
    const shared = await readShared(one.id);
    expect(JSON.stringify(shared)).not.toMatch(/李娜|三天|13800000100/);
    expect(shared).toMatchObject({ place: '安康里 6 号楼', people: 1, status: 'filed' });
    await db().voice.update({ where: { id: one.voiceId }, data: { secret: true } });
    expect((await readShared(one.id))?.place).toBeNull();
  });

  it('joins a telephone once, and says the same to whoever tries it again', async () => {
    const one = await filed('13800000101');
    const input = { way: 'telephone', phone: '13800000102' };
    const first = await joinWith(one, input);
    const again = await joinWith(one, input);
    const filers = await joinWith(one, { way: 'telephone', phone: '13800000101' });
    expect([first, again, filers]).toEqual(Array(3).fill({ ok: true, voice: null }));
    expect(await db().voice.count({ where: { appealId: one.id } })).toBe(2);
    expect(await sqlBehind(one)).toEqual({ cases: 1, people: 2 });
  });

  it('gives an own link where nothing else was left, once for a form sent twice', async () => {
    const one = await filed();
    const formKey = newId();
    const step = { appealId: one.id, input: { way: 'link' }, formKey };
    const [first, again] = [
      await joinAppeal(step, mintResident(one.id)),
      await joinAppeal(step, mintResident(one.id)),
    ];
    expect(first).toEqual(again);
    if (!first.ok || !first.voice) throw new Error('no voice');
    expect(await db().voice.count({ where: { appealId: one.id } })).toBe(2);
    const view = await viewCase(mintVoice(first.voice.id, one.id), one.number);
    expect(view?.audience).toBe('joined');
    const read = JSON.stringify([view?.detail, view?.story]);
    expect(read).not.toMatch(/李娜|三天/);
    const filer = await viewCase(mintVoice(one.voiceId, one.id), one.number);
    expect(JSON.stringify(filer?.story)).toMatch(/李娜/);
  });

  it('heirs who joined do not inherit the filer’s words', async () => {
    const one = await filed();
    const joined = await joinWith(one, { way: 'link' });
    if (!joined.ok || !joined.voice) throw new Error('no voice');
    await must(one.id, 'withdraw', { pressed: 'no' }, mintVoice(one.voiceId, one.id));
    const heir = mintVoice(joined.voice.id, one.id);
    const view = await viewCase(heir, one.number);
    expect(view?.file.voices.find((it) => it.id === joined.voice?.id)?.role).toBe('filer');
    expect(JSON.stringify([view?.detail, view?.story])).not.toMatch(/李娜|三天/);
  });
});

describe('merging', () => {
  it('merge, two verdicts, a late no, unmerge: both chains hold', async () => {
    const [target, source] = [await filed(), await filed('13800000111')];
    expect((await merge(source, target)).ok).toBe(true);
    expect(await fileBehind(target)).toEqual({ cases: 2, people: 2 });
    expect(await sqlBehind(target)).toEqual({ cases: 2, people: 2 });
    const extra = await joinWith(target, { way: 'link' });
    if (!extra.ok || !extra.voice) throw new Error('no voice');
    await toResolved(target);
    const promise = await db().clock.findFirstOrThrow({
      where: { appealId: source.id, kind: 'promise' },
    });
    expect(promise.outcome).toBe('met');

    const guest = mintVoice(source.voiceId, source.id);
    const own = await loadCaseFile(db(), source.id);
    if (!own) throw new Error('gone');
    const [other] = await otherCases(guest, own.file);
    expect(other).toMatchObject({ standing: true, answers: [{ round: 1, answer: '换了主板' }] });
    expect(other?.toJudge).toHaveLength(1);
    expect(await viewCase(guest, target.number)).toBeNull();
    expect(await otherCaseIdOf(guest, target.number)).toBe(target.id);

    await must(target.id, 'judge', verdict('yes'), mintVoice(target.voiceId, target.id));
    await must(target.id, 'judge', verdict('yes'), mintVoice(extra.voice.id, target.id));
    expect(await appealOf(target)).toMatchObject({ status: 'resolved' });
    await must(target.id, 'judge', verdict('no'), guest);
    expect(await appealOf(target)).toMatchObject({ status: 'dispatched', round: 2 });

    expect((await unmerge(source)).ok).toBe(true);
    expect(await appealOf(source)).toMatchObject({ status: 'filed', closedAs: null });
    const back = await db().clock.findUniqueOrThrow({ where: { id: promise.id } });
    expect(back).toMatchObject({ dueAt: promise.dueAt, stoppedAt: null, outcome: null });
    expect(await db().verdict.count({ where: { voiceId: source.voiceId } })).toBe(1);
    expect([await chainOf(source.id), await chainOf(target.id)]).toEqual([null, null]);
    expect(await sqlBehind(target)).toEqual({ cases: 1, people: 2 });
  });

  it('shows a merged Voice’s number on record, in its own case', async () => {
    const [target, source] = [await filed(), await filed('13800000121')];
    await merge(source, target);
    const file = (await loadCaseFile(db(), target.id))?.file;
    if (!file) throw new Error('gone');
    const operator = person('sunyue');
    expect(await maskedContact(operator, file, source.voiceId)).toMatchObject({
      phone: '138****0121',
    });
    const wanted = { appealId: target.id, voiceId: source.voiceId, reason: '约时间' };
    expect(await reveal(operator, wanted)).toMatchObject({ contact: { phone: '13800000121' } });
    const seen = await revealsOf(mintVoice(source.voiceId, source.id), source.id);
    expect(seen).toMatchObject([{ what: 'opened', reason: '约时间' }]);
    expect(await revealsOf(mintVoice(target.voiceId, target.id), target.id)).toEqual([]);
  });

  it('fifty times A into B and B into A at once: one wins, nobody hangs', {
    timeout: 60_000,
  }, async () => {
    for (let index = 0; index < 50; index++) {
      const [a, b] = [await filed(), await filed()];
      const both = await Promise.all([merge(a, b), merge(b, a, person('chenjing'))]);
      expect(both.filter((it) => it.ok)).toHaveLength(1);
      expect(await db().merge.count({ where: { sourceId: { in: [a.id, b.id] } } })).toBe(1);
      expect([await chainOf(a.id), await chainOf(b.id)]).toEqual([null, null]);
    }
  });

  it('twenty times a merge while the source’s unit resolves or its filer withdraws', {
    timeout: 60_000,
  }, async () => {
    for (let index = 0; index < 20; index++) {
      const [target, source] = [await filed(), await filed()];
      const withdraw = { appealId: source.id, verb: 'withdraw' as const, input: { pressed: 'no' } };
      const [merged, left] = await Promise.all([
        merge(source, target),
        perform(withdraw, mintVoice(source.voiceId, source.id)),
      ]);
      expect([merged.ok, left.ok].filter(Boolean)).toHaveLength(1);
      const standing = await db().merge.count({ where: { sourceId: source.id } });
      expect(standing).toBe(merged.ok ? 1 : 0);
      expect([await chainOf(source.id), await chainOf(target.id)]).toEqual([null, null]);
    }
  });

  it('an unmerge while the merged Voice judges loses no verdict', { timeout: 60_000 }, async () => {
    for (let index = 0; index < 20; index++) {
      const [target, source] = [await filed(), await filed()];
      await merge(source, target);
      await toResolved(target);
      const guest = mintVoice(source.voiceId, source.id);
      const judge = { appealId: target.id, verb: 'judge' as const, input: verdict('no') };
      const [apart, judged] = await Promise.all([unmerge(source), perform(judge, guest)]);
      expect([apart.ok, judged.ok]).toEqual([true, true]);
      expect(await db().verdict.count({ where: { voiceId: source.voiceId } })).toBe(1);
      expect([await chainOf(source.id), await chainOf(target.id)]).toEqual([null, null]);
    }
  });
});

it('two hundred Voices: joins, a merge, verdicts and notices at once, nobody lost', {
  timeout: 120_000,
}, async () => {
  const [target, source] = [await filed(), await filed()];
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const done = await work();
    figures.push(`${what} ${Math.round(performance.now() - from)} ms`);
    return done;
  };
  const figures: string[] = [];
  const half = (it: Filed, from: number) =>
    Array.from({ length: 99 }, (_, index) =>
      joinWith(it, {
        way: 'telephone',
        phone: `138${String(10_000_000 + from + index)}`,
      }),
    );
  const joined = await timed('198 joins', () =>
    Promise.all([...half(target, 0), ...half(source, 500)]),
  );
  expect(joined.filter((it) => it.ok)).toHaveLength(198);
  expect(await sqlBehind(target)).toEqual({ cases: 1, people: 100 });
  await timed('merge', () => merge(source, target));
  expect(await sqlBehind(target)).toEqual({ cases: 2, people: 200 });
  expect(await fileBehind(target)).toEqual({ cases: 2, people: 200 });

  await timed('to resolved', () => toResolved(target));
  const round = await db().round.findFirstOrThrow({ where: { appealId: target.id } });
  expect(new Set(round.invited).size).toBe(200);
  const resolve = await db().event.findFirstOrThrow({
    where: { appealId: target.id, verb: 'resolve' },
  });
  const told = await db().notice.findMany({
    where: { appealId: target.id, seq: resolve.seq, voiceId: { not: null } },
  });
  expect(new Set(told.map((it) => it.voiceId)).size).toBe(200);

  const voices = await db().voice.findMany({ where: { id: { in: round.invited } } });
  const judged = await timed('200 verdicts', () =>
    Promise.all(
      voices.map((it, index) =>
        perform(
          { appealId: target.id, verb: 'judge', input: verdict(index === 7 ? 'partlyNot' : 'yes') },
          mintVoice(it.id, it.appealId),
        ),
      ),
    ),
  );
  expect(judged.filter((it) => it.ok)).toHaveLength(199);
  expect(await appealOf(target)).toMatchObject({ status: 'resolved' });
  const last = voices[7];
  if (!last) throw new Error('nobody');
  await must(target.id, 'judge', verdict('yes'), mintVoice(last.id, last.appealId));
  expect(await appealOf(target)).toMatchObject({ status: 'closed', closedAs: 'judged' });
  expect(await db().verdict.count({ where: { roundId: round.id } })).toBe(200);

  expect((await timed('unmerge', () => unmerge(source))).ok).toBe(true);
  expect(await sqlBehind(source)).toEqual({ cases: 1, people: 100 });
  expect([await chainOf(source.id), await chainOf(target.id)]).toEqual([null, null]);
  process.stdout.write(`  two hundred Voices: ${figures.join(', ')}\n`);
});
