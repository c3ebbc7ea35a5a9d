import { afterAll, expect, it, vi } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { db } from '@/lib/db/client';
import { sweepCalendar } from '@/lib/jobs/sweep-calendar';
import { mintResident } from '@/lib/people/actor';
import { applyPreset, previewPreset } from '@/lib/rules/apply-preset';
import { addCalendar, previewCalendar } from '@/lib/rules/calendar-changes';
import { readBehind, readCalendarView } from '@/lib/rules/calendar-queries';
import { addDays, civilDateOf } from '@/lib/time/civil';
import { person, ready } from '../support/county';

await ready();
const admin = person('wukai');
const codes = (problems: readonly { code: string }[]) => problems.map((it) => it.code);

/** Rules are remembered for some seconds; nobody waits here. */
const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1_000);
vi.useFakeTimers({ toFake: ['Date'] });
afterAll(() => {
  vi.useRealTimers();
});

async function filed(): Promise<string> {
  const input = { what: '路灯不亮', place: '东街', phone: '13812345678' };
  const done = await fileAppeal({ input }, mintResident());
  if (!done.ok) throw new Error(done.code);
  return done.appealId;
}

const entries = async (more: object = {}) => {
  const base = await readCalendarView();
  if (!base) throw new Error('no calendar');
  return {
    base: String(base.version),
    how: 'amend',
    source: '国务院办公厅通知（试）',
    lastKnownYear: String(base.lastKnownYear),
    businessEndsAt: base.businessEndsAt,
    ...more,
  };
};

const dueDates = async () => {
  const rows = await db().clock.findMany({ where: { stoppedAt: null, dueAt: { not: null } } });
  return new Map(rows.map((it) => [it.id, it.dueAt?.getTime() ?? 0]));
};

it('refuses days twice, impossible days, years without holiday, and what changes nothing', async () => {
  const versions = await db().calendarVersion.count();
  const refusals = async (more: object) => {
    const preview = await previewCalendar(person('wukai'), await entries(more));
    return preview.ok ? [] : codes(preview.problems);
  };
  expect(await refusals({ rows: '2027-01-01,休\n2027-01-01,休' })).toEqual(['lineTwice']);
  expect(await refusals({ rows: '2027-02-30,休' })).toEqual(['lineDate']);
  expect(await refusals({ rows: '2027-01-01,休', lastKnownYear: '2028' })).toEqual(['yearWithout']);
  expect(await refusals({ rows: '2026-01-01,休,元旦' })).toEqual(['sameCalendar']);
  expect(await refusals({ rows: '2027-01-01,休', businessEndsAt: '24:00' })).toEqual(['wrongTime']);
  expect(await refusals({ rows: '2027-01-01,休', lastKnownYear: '2020' })).toEqual(['yearBack']);
  expect(await refusals({ rows: '2027-01-01,休', lastKnownYear: '2027' })).toEqual([]);
  expect(await db().calendarVersion.count()).toBe(versions);
});

it('previews exactly what the sweep then does, and nothing before the second yes', async () => {
  const plan = await previewPreset('shanghai');
  expect(await applyPreset(admin, 'shanghai', plan.fingerprint)).toEqual([]);
  later(60);
  await filed();
  await filed();
  const before = await dueDates();
  const due = await db().clock.findFirstOrThrow({
    where: { kind: 'promise', stoppedAt: null, dueAt: { not: null } },
  });
  const on = civilDateOf(due.dueAt ?? new Date(), 'Asia/Shanghai');
  // The very day the promise ends becomes a rest day, and the one after it too.
  const rows = [on, addDays(on, 1)].map((it) => `${it}, 休, 试`).join('\n');
  const sent = await entries({ rows, lastKnownYear: on.slice(0, 4) > '2026' ? '2027' : '2026' });
  const preview = await previewCalendar(person('wukai'), sent);
  if (!preview.ok) throw new Error(JSON.stringify(preview.problems));
  expect(preview.outlook.moves.length).toBeGreaterThanOrEqual(2);
  expect(await dueDates()).toEqual(before);
  expect((await readBehind(person('wukai'))).behind).toBe(0);

  expect(await addCalendar(admin, sent)).toEqual([]);
  expect(codes(await addCalendar(admin, sent))).toEqual(['calendarChanged']);
  expect(await dueDates()).toEqual(before);
  expect((await readBehind(person('wukai'))).behind).toBeGreaterThan(0);

  later(60);
  expect(await sweepCalendar()).toBeGreaterThanOrEqual(2);
  expect(await readBehind(person('wukai'))).toMatchObject({ behind: 0 });
  const after = await dueDates();
  const told = new Map(preview.outlook.moves.map((it) => [it.id, it.to.getTime()]));
  for (const [id, at] of after) expect(at, id).toBe(told.get(id) ?? before.get(id));
  const newest = await readCalendarView();
  expect(newest?.appliedAt).not.toBeNull();
  const log = await db().change.findFirstOrThrow({ where: { subject: 'calendar' } });
  expect([log.action, log.personId]).toEqual(['added', admin.personId]);
});
