import type { Answer, Ask } from '../served/ask';
import { eachOf } from '../served/ask';
import { type Caller, opensNothing } from './callers';
import type { MatrixCase } from './cases';
import type { PageRow } from './pages';
import type { Outcome } from './rules';
import type { World } from './world';

/** One question: who asks for what, about which case, in which way. */
export interface Cell {
  entry: string;
  caller: Caller;
  about: MatrixCase | null;
  way: Way;
  path: string;
  row: PageRow;
}

/**
 * How a page is asked for: as a document; as the data its router asks for when somebody goes on to it; and in
 * advance, whole and by parts, when a link to it comes into view.
 */
export const ways = {
  document: {},
  data: { rsc: '1' },
  inAdvance: { rsc: '1', 'next-router-prefetch': '1' },
  partInAdvance: {
    rsc: '1',
    'next-router-prefetch': '1',
    'next-router-segment-prefetch': '/_tree',
  },
} as const satisfies Record<string, Record<string, string>>;
export type Way = keyof typeof ways;
const allWays = Object.keys(ways) as Way[];

export const filled = (entry: string, values: Record<string, string>): string =>
  entry.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));

const isAhead = (way: Way): boolean => way === 'inAdvance' || way === 'partInAdvance';

/**
 * Left out, since they are the same question again: what a page about no case answers as data, for others of a role;
 * in advance, where the router is told the parts of an address and nothing of what is there, all but two cases
 * and somebody of every role; and a cookie that opens nothing, on all cases but one.
 */
function isNew({ way, about, caller }: Cell): boolean {
  if (!caller.first && (isAhead(way) || (way === 'data' && !about))) return false;
  if (!about || about.name === 'own') return true;
  return isAhead(way) ? about.name === 'accused' : !opensNothing.includes(caller.name);
}

/** Every page, about every case where it is about one, for every caller, in every way. */
export function pageCells(rows: Readonly<Record<string, PageRow>>, world: World): Cell[] {
  return Object.entries(rows).flatMap(([entry, row]) => {
    const cases = entry.includes('[caseNumber]') ? world.cases : [null];
    return cases.flatMap((about) => {
      const values = { caseNumber: about?.caseNumber ?? '', ...row.with?.(world.things, about) };
      const path = filled(`${entry}${row.query ?? ''}`, values);
      return world.callers
        .flatMap((caller) => allWays.map((way) => ({ entry, caller, about, way, path, row })))
        .filter(isNew);
    });
  });
}

/** The router's data is answered only under the mark its headers make; the framework tells it in a redirect. */
const marks = new Map<Way, string>();

async function askIn(ask: Ask, { way, path, caller: { cookie } }: Cell): Promise<Answer> {
  const headers = { ...ways[way], ...(cookie ? { cookie } : {}) };
  const join = path.includes('?') ? '&' : '?';
  const mark = marks.get(way);
  const answer = await ask(mark ? `${path}${join}${mark}` : path, { headers });
  const found = /[?&](_rsc(=[\w-]*)?)$/.exec(answer.headers.location ?? '')?.[1];
  if (way === 'document' || !found || answer.status !== 307) return answer;
  marks.set(way, found);
  return ask(answer.headers.location ?? '', { headers });
}

const withoutQuery = (path: string): string => path.split('?', 1)[0] ?? path;

/** What an answer is, by its status and by what the router finds in it. */
function outcomeOf({ status, headers, body }: Answer): Outcome {
  const { location } = headers;
  if (location && status >= 300 && status < 400) return `to ${withoutQuery(location)}`;
  if (status !== 200) return status;
  const led = /"digest":"NEXT_REDIRECT;\w+;([^;]+);/.exec(body)?.[1];
  if (led) return `to ${withoutQuery(led)}`;
  return body.includes(keyHeading) ? 'key' : 'page';
}

/** The heading of the page that asks for the private link. */
const keyHeading = '请用您的私人链接打开';

/** What the answer tells that it must not: words of cases the caller may not know of, anybody's telephone. */
export function leaksIn({ body }: Answer, caller: Caller, cases: readonly MatrixCase[]): string[] {
  const words = cases.filter(
    ({ name, marker }) =>
      body.includes(marker) && !caller.sees.includes(name) && caller.follows !== name,
  );
  const telephones = cases.filter(({ phone }) => body.includes(phone));
  return [
    ...words.map(({ name }) => `tells of the case ${name}`),
    ...telephones.map(({ name }) => `tells the telephone of ${name}`),
  ];
}

const nameOf = ({ entry, caller, about, way }: Cell): string =>
  `${entry}${about ? ` of ${about.name}` : ''} for ${caller.name} as ${way}`;

/** Pages asked for in advance, by path: alike for everybody, whatever stands in their way. */
type Ahead = Map<string, string>;

function wrongIn(cell: Cell, answer: Answer, world: World, ahead: Ahead): string[] {
  const { caller, about, row, way, path } = cell;
  const leaks = leaksIn(answer, caller, world.cases);
  if (isAhead(way)) {
    const known = ahead.get(`${way} ${path}`) ?? answer.body;
    ahead.set(`${way} ${path}`, known);
    const alike = answer.status === 200 && known === answer.body;
    return alike ? leaks : [...leaks, `${answer.status}, and not what others are told`];
  }
  const expected = row.rule(caller, about);
  const got = outcomeOf(answer);
  if (got !== expected) return [...leaks, `expected ${expected}, got ${got}`];
  const mute = row.tells && got === 'page' && about && !answer.body.includes(about.marker);
  return mute ? [...leaks, 'does not show the case it is about'] : leaks;
}

/** Asks all of it. @returns what is wrong, a line a cell. */
export async function wrongCells(
  cells: readonly Cell[],
  ask: Ask,
  world: World,
): Promise<string[]> {
  const wrong: string[] = [];
  const ahead: Ahead = new Map();
  await eachOf(cells, async (cell) => {
    const answer = await askIn(ask, cell);
    for (const it of wrongIn(cell, answer, world, ahead)) wrong.push(`${nameOf(cell)}: ${it}`);
  });
  return wrong;
}
