import { z } from 'zod';
import { recordChange } from '@/lib/audit/record-change';
import { type Database, db, type Transaction } from '@/lib/db/client';
import { choice, line, paragraph, wholeNumber } from '@/lib/fields';
import { type FormProblem, problemsOf } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import type { Calendar } from '@/lib/sla/calendar';
import {
  asCalendar,
  type CalendarDayRow,
  type CalendarView,
  readCalendarView,
  readZone,
} from './calendar-queries';
import { amendedDays, hasNoEffect, readCalendarRows, yearsWithoutHoliday } from './calendar-rows';
import { lockRules } from './limit-changes';
import { lookAt, nothingYet, type Outlook } from './promise-moves';
import { runningClocks } from './running-clocks';

const input = z.object({
  /** The version the writer started from. */
  base: wholeNumber(0, 1_000_000),
  how: choice(['amend', 'replace']),
  rows: paragraph(100_000),
  source: line(300, { min: 4 }),
  lastKnownYear: wholeNumber(2010, 2100),
  businessEndsAt: line(5).refine((it) => /^([01]\d|2[0-3]):[0-5]\d$/.test(it), 'wrongTime'),
});

/** A version that could follow the newest one. */
export interface Draft {
  base: CalendarView;
  next: Pick<CalendarView, 'version' | 'source' | 'lastKnownYear' | 'businessEndsAt' | 'days'>;
  /** Days named in the form that change nothing: weekends that rest, weekdays that work. */
  idle: CalendarDayRow[];
  /** Days after the last known year: believed, yet dates there stay provisional. */
  beyond: CalendarDayRow[];
}

type Drafted = { ok: true; draft: Draft } | { ok: false; problems: FormProblem[] };

async function draftOf(entries: object, database: Database): Promise<Drafted> {
  const parsed = input.safeParse(entries);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const { base: seen, how, rows: text, ...facts } = parsed.data;
  const base = await readCalendarView(undefined, database);
  if (!base) throw new Error('there is no calendar at all');
  const refuse = (field: string | null, code: string, values?: FormProblem['values']): Drafted => ({
    ok: false,
    problems: [values ? { field, code, values } : { field, code }],
  });
  if (base.version !== seen) return refuse(null, 'calendarChanged', { version: base.version });
  const read = readCalendarRows(text);
  if (!read.ok) return read;
  const days = amendedDays(how === 'amend' ? base.days : [], read.rows);
  if (facts.lastKnownYear < base.lastKnownYear) {
    return refuse('lastKnownYear', 'yearBack', { year: base.lastKnownYear });
  }
  const [bare] = yearsWithoutHoliday(days, facts.lastKnownYear);
  if (bare !== undefined) return refuse('lastKnownYear', 'yearWithout', { year: bare });
  const same =
    facts.lastKnownYear === base.lastKnownYear &&
    facts.businessEndsAt === base.businessEndsAt &&
    JSON.stringify(days.map((it) => [it.on, it.working])) ===
      JSON.stringify(base.days.map((it) => [it.on, it.working]));
  if (same) return refuse('rows', 'sameCalendar');
  const written = days.filter((it) => read.rows.some((row) => row.on === it.on));
  return {
    ok: true,
    draft: {
      base,
      next: { ...facts, version: base.version + 1, days },
      idle: written.filter(hasNoEffect),
      beyond: written.filter((it) => Number(it.on.slice(0, 4)) > facts.lastKnownYear),
    },
  };
}

/** What running clocks would do; nothing is written. */
async function outlookUnder(by: PersonActor, calendar: Calendar): Promise<Outlook> {
  let outlook = nothingYet();
  for await (const clocks of runningClocks(by)) {
    outlook = lookAt(outlook, clocks, calendar);
  }
  return outlook;
}

export type CalendarPreview =
  | { ok: true; draft: Draft; outlook: Outlook }
  | { ok: false; problems: FormProblem[] };

export async function previewCalendar(by: PersonActor, entries: object): Promise<CalendarPreview> {
  const drafted = await draftOf(entries, db());
  if (!drafted.ok) return drafted;
  const { draft } = drafted;
  const calendar = asCalendar(draft.next, await readZone());
  return { ok: true, draft, outlook: await outlookUnder(by, calendar) };
}

/** Writes the version. New appeals meet it at once; running clocks are counted again by the sweep. */
export function addCalendar(actor: PersonActor, entries: object): Promise<FormProblem[]> {
  return db().$transaction(async (transaction) => {
    await lockRules(transaction);
    const drafted = await draftOf(entries, transaction);
    if (!drafted.ok) return drafted.problems;
    await write(transaction, actor, drafted.draft);
    return [];
  });
}

async function write(
  transaction: Transaction,
  actor: PersonActor,
  { base, next }: Draft,
): Promise<void> {
  const { days, ...facts } = next;
  await transaction.calendarVersion.create({ data: facts });
  await transaction.calendarDay.createMany({
    data: days.map((it) => ({ version: next.version, ...it })),
  });
  const told = (it: CalendarDayRow) => `${it.on} ${it.working ? '班' : '休'}`;
  const lines = (one: readonly CalendarDayRow[], other: readonly CalendarDayRow[]) => {
    const theirs = new Set(other.map(told));
    return one.map(told).filter((it) => !theirs.has(it));
  };
  await recordChange(transaction, actor, {
    subject: 'calendar',
    subjectId: String(next.version),
    name: String(next.version),
    action: 'added',
    before: {
      source: base.source,
      lastKnownYear: base.lastKnownYear,
      businessEndsAt: base.businessEndsAt,
      days: lines(base.days, days),
    },
    after: {
      source: next.source,
      lastKnownYear: next.lastKnownYear,
      businessEndsAt: next.businessEndsAt,
      days: lines(days, base.days),
    },
  });
}
