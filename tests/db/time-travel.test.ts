import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { forgetRules } from '@/lib/appeals/rules';
import { db } from '@/lib/db/client';
import { verifyChains } from '@/lib/integrity/verify-chains';
import { sweepAll } from '@/lib/jobs/sweep-all';
import { type Actor, mintResident, mintVoice, playing } from '@/lib/people/actor';
import { civilDateOf } from '@/lib/time/civil';
import { newId, person, ready, unitId } from '../support/county';

await ready();

const HOUR = 3_600_000;
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * HOUR);
const dayOn = (days: number) => civilDateOf(daysAgo(-days), 'Asia/Shanghai');

/** Filed so many days ago; each step an hour after the one before. */
async function played(days: number, steps: [Verb, Record<string, unknown>, Actor | 'voice'][]) {
  const start = daysAgo(days);
  const input = { what: `暖气不热 ${newId()}`, place: '柳湾', phone: '13812345678' };
  const filed = await fileAppeal({ input }, playing(mintResident(), start));
  if (!filed.ok) throw new Error(filed.code);
  let at = start;
  for (const [verb, given, by] of steps) {
    at = new Date(Math.min(at.getTime() + HOUR, Date.now()));
    const actor = by === 'voice' ? mintVoice(filed.voiceId, filed.appealId) : by;
    const step = { appealId: filed.appealId, verb, input: await named(given, filed.appealId) };
    const done = await perform(step, playing(actor, at));
    if (!done.ok) throw new Error(`${verb}: ${done.code} ${JSON.stringify(done.problems)}`);
  }
  return filed.appealId;
}

async function named(given: Record<string, unknown>, appealId: string) {
  if (given.requestId !== 'last') return given;
  const last = await db().request.findFirstOrThrow({
    where: { appealId },
    orderBy: { seq: 'desc' },
  });
  return { ...given, requestId: last.id };
}

const handled = (): [Verb, Record<string, unknown>, Actor][] => [
  ['dispatch', { unitId: unitId('liuwan') }, person('chenjing')],
  ['accept', {}, person('zhaolimin')],
  ['contact', { how: 'telephone', said: '说好了' }, person('zhaolimin')],
];

const verbsOf = async (appealId: string) =>
  (await db().event.findMany({ where: { appealId }, orderBy: { seq: 'asc' } })).map(
    (it) => it.verb,
  );

const count = (taken: Record<string, number>) =>
  Object.values(taken).reduce((sum, it) => sum + it, 0);

it('after days without a worker everything is made up for, in order, once', async () => {
  const overdue = await played(30, handled());
  const parked = await played(9, [
    ...handled(),
    ['askFor', { kind: 'park', untilOn: dayOn(-3), reason: '等配件' }, person('zhaolimin')],
    ['grant', { requestId: 'last', reason: '可以' }, person('fangzheng')],
  ]);
  const silent = await played(40, [
    ...handled(),
    ['resolve', { outcome: 'done', answer: '修好了' }, person('zhaolimin')],
  ]);
  const fresh = await played(0, handled().slice(0, 1));

  expect(await verbsOf(parked)).toContain('grant');
  const first = await sweepAll();
  expect(first).toMatchObject({ resume: 1, lapse: 1 });
  expect((await verbsOf(overdue)).slice(-4)).toEqual([
    'card',
    'supervise',
    'supervise',
    'supervise',
  ]);
  expect((await verbsOf(parked)).slice(5)).toEqual(['grant', 'resume']);
  expect((await verbsOf(silent)).at(-1)).toBe('lapse');
  expect(await verbsOf(fresh)).toEqual(['file', 'dispatch']);

  expect(count(await sweepAll())).toBe(0);
  const levels = await db().supervision.findMany({ where: { appealId: overdue } });
  expect(levels.map((it) => it.level)).toEqual([3]);
  const pause = await db().pause.findFirstOrThrow({
    where: { clock: { appealId: parked } },
  });
  expect(civilDateOf(pause.untilAt ?? new Date(0), 'Asia/Shanghai')).toBe(dayOn(-3));
  expect((await verifyChains()).faults).toEqual([]);
});

it('two workers at once take each step once', async () => {
  const cases = await Promise.all([1, 2, 3, 4, 5, 6].map(() => played(30, handled())));
  const both = await Promise.all([sweepAll(), sweepAll()]);
  const cards = both.reduce((sum, it) => sum + (it.card ?? 0), 0);
  expect(cards).toBe(cases.length);
  for (const appealId of cases) {
    const verbs = await verbsOf(appealId);
    expect(verbs.filter((it) => it === 'card')).toHaveLength(1);
    expect(verbs.filter((it) => it === 'supervise')).toHaveLength(3);
  }
});

it('a parked case of tomorrow stays where it is', async () => {
  const parked = await played(2, [
    ...handled(),
    ['askFor', { kind: 'park', untilOn: dayOn(1), reason: '等配件' }, person('zhaolimin')],
    ['grant', { requestId: 'last', reason: '可以' }, person('fangzheng')],
  ]);
  await sweepAll();
  const { status } = await db().appeal.findUniqueOrThrow({ where: { id: parked } });
  expect(status).toBe('parked');
});

it('a calendar that came out moves running promises, tells residents, and is done with', async () => {
  const moved = await played(1, handled());
  const before = await promiseOf(moved);
  const newest = await db().calendarVersion.findFirstOrThrow({
    orderBy: { version: 'desc' },
    include: { days: true },
  });
  const version = newest.version + 1;
  const dueOn = civilDateOf(before, 'Asia/Shanghai');
  const days = newest.days.filter((it) => it.on !== dueOn);
  await db().calendarVersion.create({
    data: {
      version,
      source: '新的放假通知',
      lastKnownYear: newest.lastKnownYear,
      businessEndsAt: newest.businessEndsAt,
      days: {
        create: [...days, { on: dueOn, working: false, name: '放假' }].map(
          ({ on, working, name }) => ({ on, working, name }),
        ),
      },
    },
  });
  expect((await sweepAll()).repromise).toBe(0);
  forgetRules();
  expect((await sweepAll()).repromise).toBeGreaterThan(0);
  expect((await promiseOf(moved)).getTime()).toBeGreaterThan(before.getTime());
  expect((await verbsOf(moved)).at(-1)).toBe('repromise');
  const told = await db().notice.count({
    where: { appealId: moved, kind: 'repromise', voiceId: { not: null } },
  });
  expect(told).toBe(1);
  const applied = await db().calendarVersion.findUniqueOrThrow({ where: { version } });
  expect(applied.appliedAt).not.toBeNull();
  expect((await sweepAll()).repromise).toBe(0);
});

async function promiseOf(appealId: string): Promise<Date> {
  const clock = await db().clock.findFirstOrThrow({ where: { appealId, kind: 'promise' } });
  if (!clock.dueAt) throw new Error('paused');
  return clock.dueAt;
}
