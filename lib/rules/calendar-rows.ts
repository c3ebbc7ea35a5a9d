import type { FormProblem } from '@/lib/forms';
import { type CivilDate, civilDateOfDay, dayNumberOf, weekdayOf } from '@/lib/time/civil';

/** A day that differs from Monday to Friday; `working` null takes such a day back. */
export interface CalendarRow {
  on: CivilDate;
  working: boolean | null;
  name: string;
}

const mostLines = 2_000;
const longestRun = 40;
const mostProblems = 50;

const rest = ['休', '休息', '放假', '假', 'rest', 'off', 'holiday'];
const work = ['班', '上班', '补班', '调休', '工作', 'work', 'working'];
const plain = ['平', '平常', '照常', 'plain', 'ordinary'];

type Read = { ok: true; rows: CalendarRow[] } | { ok: false; problems: FormProblem[] };

const problem = (code: string, values: FormProblem['values']): FormProblem =>
  values ? { field: 'rows', code, values } : { field: 'rows', code };

/**
 * Days as an administrator writes them, a line each: `2027-02-05, 休, 春节`; several days in a row as
 * `2027-02-05~2027-02-11`. Dates also as 2027/2/5 and 2027年2月5日; commas, tabs or blanks between.
 * `平常` takes back what an older version said. A date that comes twice is a fault, even if both agree.
 */
export function readCalendarRows(text: string): Read {
  const lines = text.normalize('NFKC').split(/\r?\n/);
  if (lines.length > mostLines) {
    const values = { max: mostLines, count: lines.length };
    return { ok: false, problems: [problem('tooManyLines', values)] };
  }
  const faults: FormProblem[] = [];
  const rows = new Map<CivilDate, CalendarRow & { line: number }>();
  for (const [index, written] of lines.entries()) {
    const line = index + 1;
    if (written.trim() === '' || (line === 1 && /日期|date/i.test(written))) continue;
    // Runs of blanks made one first: what follows would look at each again and again.
    const tidy = written.trim().replace(/[^\S\t]+/g, ' ');
    const joined = tidy.replace(/ ?(~|至|\.\.) ?/g, '~');
    const [dates = '', kind = '', ...name] = joined.split(/\s*[,、\t]\s*|\s+/);
    const days = daysOf(dates);
    const working = kindOf(kind);
    if (!days) faults.push(problem('lineDate', { line, text: dates.slice(0, 40) }));
    else if (working === undefined) {
      faults.push(problem('lineKind', { line, text: kind.slice(0, 20) }));
    } else {
      for (const on of days) {
        const first = rows.get(on);
        if (first) faults.push(problem('lineTwice', { line, first: first.line, on }));
        else rows.set(on, { on, working, name: name.join(' ').slice(0, 60), line });
      }
    }
  }
  if (faults.length > mostProblems) {
    const more = faults.length - mostProblems;
    return {
      ok: false,
      problems: [...faults.slice(0, mostProblems), problem('moreFaults', { more })],
    };
  }
  if (faults.length > 0) return { ok: false, problems: faults };
  return { ok: true, rows: [...rows.values()].map(({ line: _, ...row }) => row) };
}

function kindOf(word: string): boolean | null | undefined {
  const lower = word.toLowerCase();
  if (rest.includes(lower)) return false;
  if (work.includes(lower)) return true;
  return plain.includes(lower) ? null : undefined;
}

function daysOf(text: string): CivilDate[] | null {
  const [first, last, ...more] = text.split('~');
  const from = dayOf(first ?? '');
  const until = last === undefined ? from : dayOf(last);
  if (from === null || until === null || more.length > 0) return null;
  if (until < from || until - from >= longestRun) return null;
  return Array.from({ length: until - from + 1 }, (_, index) => civilDateOfDay(from + index));
}

function dayOf(text: string): number | null {
  const parts = /^(20\d\d)(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/.exec(text);
  if (!parts) return null;
  const [, year, month = '', date = ''] = parts;
  try {
    return dayNumberOf(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  } catch {
    return null;
  }
}

/** The days of a version with some of them put right. */
export function amendedDays(
  base: readonly (CalendarRow & { working: boolean })[],
  rows: readonly CalendarRow[],
): (CalendarRow & { working: boolean })[] {
  const days = new Map(base.map((it) => [it.on, it]));
  for (const { on, working, name } of rows) {
    if (working === null) days.delete(on);
    else days.set(on, { on, working, name });
  }
  return [...days.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** Says nothing that Monday to Friday does not say already: a named holiday on a Sunday. */
export const hasNoEffect = ({ on, working }: CalendarRow): boolean =>
  working !== null && working === weekdayOf(on) <= 5;

/** Years up to the last known one that would have no holiday at all: no notice ever said so. */
export function yearsWithoutHoliday(days: readonly CalendarRow[], lastKnownYear: number): number[] {
  const years = new Set(
    days
      .filter((it) => it.working === false && !hasNoEffect(it))
      .map((it) => Number(it.on.slice(0, 4))),
  );
  const first = Math.min(lastKnownYear, ...years);
  const span = Array.from({ length: lastKnownYear - first + 1 }, (_, index) => first + index);
  return span.filter((year) => !years.has(year));
}
