import { type Database, db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { reading } from '@/lib/db/reading';
import { isId } from '@/lib/id';
import type { PersonActor } from '@/lib/people/actor';
import { withoutHiddenCharacters } from '@/lib/text';
import { readCaseNumber } from '../case-number';
import { type ClosedAs, type Status, statuses } from '../lifecycle';
import type { Named } from './case-view';
import { type Age, readAge } from './inbox-ages';
import { type PageKey, readPageKey, writePageKey } from './page-key';
import { searchStatement } from './search-statement';
import { visibleTo } from './visible';

/** What an address asks for; whatever it says that cannot be meant is left out. */
export interface Query {
  words: string;
  status: Status | null;
  categoryId: string | null;
  unitId: string | null;
  again: boolean;
  overdue: boolean;
  /** Open cases of this age only. */
  age: Age | null;
  after: PageKey | null;
}

export interface Line {
  id: string;
  caseNumber: string;
  title: string;
  place: string;
  category: Named | null;
  status: Status;
  closedAs: ClosedAs | null;
  round: number;
  filedAt: Date;
  trial: boolean;
  unit: Named | null;
  /** Language in which the resident wrote. */
  voiceLocale: string | undefined;
}

export type Found =
  | { ok: true; at: Date; lines: Line[]; older: string | null }
  /** Too few letters to look for. */
  | { ok: false; code: 'tooFewLetters' };

type Params = Record<string, string | string[] | undefined>;

const longestWords = 100;

export function readQuery(params: Params): Query {
  const one = (name: string): string => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return (Array.isArray(value) ? value[0] : value) ?? '';
  };
  const id = (name: string) => (isId(one(name)) ? one(name) : null);
  const words = withoutHiddenCharacters(one('words')).replace(/\s+/g, ' ').trim();
  return {
    words: [...words].slice(0, longestWords).join(''),
    status: statuses.find((it) => it === one('status')) ?? null,
    categoryId: id('category'),
    unitId: id('unit'),
    again: one('more') === 'again',
    overdue: one('more') === 'overdue',
    age: readAge(one('age')),
    after: readPageKey(one('after')),
  };
}

const pageOf = 20;
/** Rows looked through for one page: bounds the work of a query that hardly anything fits. */
const mostBatches = 8;

/** Newest first, under `visibleTo`. Words are looked up by their two-letter runs and then read again. */
export async function searchAppeals(actor: PersonActor, query: Query): Promise<Found> {
  const number = readCaseNumber(query.words);
  const runs = number ? [] : runsOf(query.words);
  if (query.words && !number && runs.length === 0) return { ok: false, code: 'tooFewLetters' };

  return reading(actor, (database, standby) =>
    search(database, { actor, query, number, runs, standby }),
  );
}

interface Search {
  actor: PersonActor;
  query: Query;
  number: string | null;
  runs: string[];
  /** Whether the database asked may not know yet what happened a moment ago. */
  standby: boolean;
}

async function search(
  database: Database,
  { actor, query, number, runs, standby }: Search,
): Promise<Found> {
  const at = await databaseClock(database);
  const lines: Row[] = [];
  let after = query.after;
  let exhausted = false;
  for (let batch = 0; batch < mostBatches && lines.length <= pageOf; batch++) {
    const question = { actor, query, number, runs, at, after, pageOf };
    const rows = await database.$queryRaw<Row[]>(searchStatement(question));
    lines.push(...rows.filter((row) => reads(row, runs)));
    const last = rows.at(-1);
    exhausted = rows.length <= pageOf;
    if (exhausted || !last) break;
    after = { at: last.filedAt, id: last.id };
  }
  const page = lines.slice(0, pageOf);
  const last = page.at(-1);
  // Where the search broke off for length, the next page goes on behind the last row looked at.
  const brokenOff = exhausted ? null : after;
  const next = lines.length > pageOf && last ? { at: last.filedAt, id: last.id } : brokenOff;
  const shown = standby ? await stillVisible(actor, page) : page;
  return {
    ok: true,
    at,
    lines: shown.map(({ title, what: _, place, voiceLocale, ...row }) => ({
      ...row,
      title: title ?? '',
      place: place ?? '',
      voiceLocale: voiceLocale ?? undefined,
    })),
    older: next ? writePageKey(next) : null,
  };
}

/** A line as the database tells it; without words once they are erased. */
type Row = Omit<Line, 'title' | 'place' | 'voiceLocale'> & {
  title: string | null;
  what: string | null;
  place: string | null;
  voiceLocale: string | null;
};

/** Whoever was barred from a case a moment ago does not find it, whatever the standby knows. */
async function stillVisible(actor: PersonActor, lines: Row[]): Promise<Row[]> {
  const found = await db().appeal.findMany({
    where: { AND: [visibleTo(actor), { id: { in: lines.map((it) => it.id) } }] },
    select: { id: true },
  });
  const visible = new Set(found.map((it) => it.id));
  return lines.filter((it) => visible.has(it.id));
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The words of a query that can be looked up: runs of two letters or more. */
function runsOf(words: string): string[] {
  return [...new Set(plain(words).match(/[\p{L}\p{N}]{2,}/gu) ?? [])];
}

/** Two-letter runs may stand apart in a text: what was asked for must be in it as a whole. */
function reads({ title, what, place }: Row, runs: readonly string[]): boolean {
  if (runs.length === 0) return true;
  const text = plain(`${title}\n${what}\n${place}`);
  return runs.every((run) => text.includes(run));
}
