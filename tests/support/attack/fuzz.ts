import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { root } from '@/scripts/launcher/root';
import { actions } from '../matrix/actions';
import type { Caller } from '../matrix/callers';
import { type Calling, pageOf, setsOf } from '../matrix/calls';
import type { MatrixCase } from '../matrix/cases';
import { filled, leaksIn, ways } from '../matrix/cells';
import { asked, handlers } from '../matrix/handlers';
import { pages } from '../matrix/pages';
import { type Answer, type Asked, eachOf } from '../served/ask';
import { callAction, type Given } from '../served/call-action';
import { changesSince } from '../served/changes';
import { hostileArgument, hostileText } from './hostile-values';
import { cookieOf } from './questions';

/** One hostile thing in a request that is right otherwise. */
interface Poison {
  /** Which of the places it may stand in, counted round. */
  where: number;
  text: string;
  argument: unknown;
}

interface Draw {
  /** Which way in, counted round. */
  entry: number;
  set: number;
  caller: number;
  way: number;
  poisons: Poison[];
  /** Where it seems to come from, so that limits by place do not end everything. */
  address: number;
}

const poison = fc.record({ where: fc.nat(), text: hostileText, argument: hostileArgument });

const draws: fc.Arbitrary<Draw> = fc.record({
  ...{ entry: fc.nat(), set: fc.nat(), caller: fc.nat(), way: fc.nat(9) },
  poisons: fc.array(poison, { minLength: 1, maxLength: 4 }),
  address: fc.nat(0xffffff),
});

/** What one case is: how it is sent, and whether its caller may change something that way. */
interface Case {
  name: string;
  caller: Caller;
  may: boolean;
  /** An answer that says how the server is, and not what was sent. */
  or?: number | undefined;
  send(): Promise<Answer>;
}

/** Ends what later cases need: the sessions and rights of those who ask, or how everybody signs in. */
export const endsTheWorld =
  /(signOut|signOutEverywhere|endSession|takeFactorFrom|leavePerson|changePerson|movePerson|giveLink|returnPerson|changePassword|ruleSecondFactor|ruleProof|ruleIdle|changeFactor|nameTheFallbacks|handOverCases|importOrganisation)/;

const around = <T>(list: readonly T[], nth: number): T => {
  const found = list[nth % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
};

/** Names our pages and handlers ask an address for, as their own sources have them, and some that are asked for by way of a table. */
const queryNames = [
  ...new Set([
    ...namesAskedFor(),
    ...['kind', 'from', 'to', 'key', 'by', 'measure', 'answer', 'origin', 'topic', 'subject'],
    ...['plot', 'problem', 'days', 'channel', 'format', 'voice', 'status', 'category', 'photo'],
  ]),
];

function namesAskedFor(): string[] {
  const found = ['app', 'components', 'lib'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((it) => /\.tsx?$/.test(it) && !it.startsWith('db/generated'))
      .flatMap((it) => [
        ...readFileSync(join(root, folder, it), 'utf8').matchAll(
          /(?:\bparams\??\.|searchParams\.get(?:All)?\(')(\w+)/g,
        ),
      ]),
  );
  return found.map(([, name = '']) => name).sort();
}

/** The places of a path that stand for something, and a query, poisoned. */
function poisonedPath(path: string, poisons: readonly Poison[], own: readonly string[]): string {
  const [bare = '', query = ''] = path.split('?', 2);
  const values = new URLSearchParams(query);
  const names = [...own, ...values.keys(), ...queryNames];
  let changed = bare;
  for (const { where, text } of poisons) {
    const name = around(names, where);
    if (own.includes(name)) {
      const parts = changed.split('/');
      const last = parts.length - 1 - (where % 2 && parts.length > 3 ? 1 : 0);
      parts[last] = escaped(text) || 'x';
      changed = parts.join('/');
    } else if (where % 5 === 0) values.append(name, short(text));
    else values.set(name, short(text));
  }
  const rest = values.toString();
  return rest ? `${changed}?${rest}` : changed;
}

const escaped = (text: string): string => encodeURIComponent(short(text));

/** Addresses of more than 16 kB are refused by Node before anything of ours. */
const short = (text: string): string => text.slice(0, 200).toWellFormed();

function poisonedGiven(given: Given, poisons: readonly Poison[]): Given {
  const bound = [...given.bound];
  const fields = given.fields ? { ...given.fields } : undefined;
  const names = Object.keys(fields ?? {});
  const places = bound.length + names.length + 1;
  for (const { where, text, argument } of poisons) {
    if (where % 9 === 0) bound.pop();
    else if (where % 11 === 0) bound.push(argument);
    const place = where % places;
    if (place < bound.length) bound[place] = argument;
    else if (fields) fields[names[place - bound.length] ?? text] = text;
  }
  return { ...given, bound, ...(fields ? { fields } : {}) };
}

type Making = (draw: Draw, nth: number) => Case;

/** A case of one draw: a third each of actions, handlers and pages. */
function making(calling: Calling): Making {
  const { ask, world, entries, origin } = calling;
  const sets = setsOf(actions, world);
  const names = Object.keys(actions);
  const ofHandlers = Object.entries(handlers);
  const ofPages = Object.entries(pages);
  const from = ({ address }: Draw) =>
    `10.${address >> 16}.${(address >> 8) & 255}.${address & 255}`;

  function anAction(draw: Draw): Case {
    const action = around(names, draw.entry);
    const { row, about } = around(
      sets.filter((it) => it.action === action),
      draw.set,
    );
    const found = entries.actions.get(action);
    if (!found) throw new Error(`no action ${action}`);
    const wanted = around(world.callers, draw.caller);
    const spared = endsTheWorld.test(action) && row.may(wanted, about);
    const caller = spared ? around(world.callers, 0) : wanted;
    const way = draw.way % 2 ? 'scripted' : 'plain';
    const given = poisonedGiven(row.given(world.things, about), draw.poisons);
    const page = pageOf(found.page, about, world.things.unit);
    const call = { id: found.id, page, given, cookie: caller.cookie, origin };
    const ofThis = (path: string, what: Asked = {}) =>
      ask(path, { ...what, headers: { ...what.headers, 'x-forwarded-for': from(draw) } });
    return {
      name: `${action}, ${way}, by ${caller.name}: ${JSON.stringify(given)}`,
      caller,
      // What is bound or written may name another case, or a thing of theirs.
      may:
        sets.some((it) => it.action === action && it.row.may(caller, it.about)) ||
        selfServed.test(action),
      send: () => callAction(ofThis, way, call),
    };
  }

  function aReading(
    draw: Draw,
    [entry, row]: readonly [string, Pick<(typeof ofPages)[number][1], 'with' | 'query'>],
    what: Asked,
    about: MatrixCase,
  ) {
    const caller = around(world.callers, draw.caller);
    const values = { caseNumber: about.caseNumber, ...row.with?.(world.things, about) };
    const own = [...entry.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name);
    const path = poisonedPath(filled(`${entry}${row.query ?? ''}`, values), draw.poisons, own);
    const headers = { ...what.headers, ...cookieOf(caller.cookie), 'x-forwarded-for': from(draw) };
    return { caller, path, what: { ...what, headers } };
  }

  function aHandler(draw: Draw): Case {
    const [entry, row] = around(ofHandlers, draw.entry);
    const about = around(world.cases, draw.set);
    const usual = asked(row, about);
    const method =
      draw.way < 6 ? (row.method ?? 'GET') : around(['POST', 'PUT', 'DELETE', 'HEAD'], draw.set);
    const body = method === 'GET' || method === 'HEAD' ? undefined : poisonedBody(draw, usual);
    const headers = { origin, ...usual.headers, ...(body ? typeOf(draw, usual) : {}) };
    const { caller, path, what } = aReading(draw, [entry, row], { method, headers, body }, about);
    return {
      name: `${method} ${path} by ${caller.name}: ${JSON.stringify(body?.slice(0, 300))}`,
      ...{ caller, may: method !== 'GET', or: row.or },
      send: () => ask(path, what),
    };
  }

  function aPage(draw: Draw): Case {
    const [entry, row] = around(ofPages, draw.entry);
    const way = around([ways.document, ways.document, ways.data, ways.inAdvance], draw.way);
    const { caller, path, what } = aReading(
      draw,
      [entry, row],
      { headers: way },
      around(world.cases, draw.set),
    );
    return {
      name: `GET ${path} by ${caller.name}`,
      ...{ caller, may: false },
      send: () => ask(path, what),
    };
  }
  const kinds = [anAction, aHandler, aPage];
  return (draw, nth) => around(kinds, nth)(draw);
}

/** Everybody may, a stranger too: to file, to ask for a code, to sign in, to keep a draft. */
const selfServed = /(coming-back|file|filing-steps|sign-in|track|accept|join)\.ts /;

function poisonedBody({ poisons, way }: Draw, { body = '' }: Asked): string {
  const [first] = poisons;
  if (way === 9) return first?.text.toWellFormed() ?? '';
  if (way === 8) return JSON.stringify(first?.argument) ?? '';
  const values = new URLSearchParams(String(body));
  const names = [...values.keys(), 'what', 'kind', 'from', 'to', 'keptStep', 'back', 'format'];
  for (const { where, text } of poisons) values.set(around(names, where), text.toWellFormed());
  return values.toString();
}

const types = [
  ...['application/x-www-form-urlencoded', 'application/json', 'text/plain', 'multipart/form-data'],
  ...['multipart/form-data; boundary=x', 'multipart/form-data; boundary=', 'image/jpeg', ''],
];

const typeOf = ({ way, set }: Draw, { headers }: Asked): Record<string, string> =>
  way < 6 ? (headers ?? {}) : { 'content-type': around(types, set) };

/** As if it had said that it broke. */
const noAnswer = ({ message }: Error): Answer => ({ status: 599, headers: {}, body: message });

/** What is published is kept as it was when somebody first read it; who takes a copy of their own data is written down. */
const readingWrites = /^insert (OpenQuarter|OpenMonth|OwnCopy)$/;

/** Shows what it opened beside a warning, which looks like a refusal without scripts. */
const opens = /^app\/actions\/(reveal\.ts revealContact|photos\.ts showTaken), plain,/;

/** Rows that a refusal leaves unexplained: opening something writes down who did, and nothing else. */
export const beyondReading = (name: string, rows: readonly string[]): string[] =>
  rows.filter((it) => !(opens.test(name) && it === 'insert Reveal'));

export interface Fuzzed {
  done: number;
  /** Answers of 500 and more. */
  broken: string[];
  /** Rows that changed though nobody who might change them asked, or though it was refused. */
  changed: string[];
  /** Words of cases, or telephones, that were told. */
  told: string[];
  refused: number;
}

/** A form that comes back with what is wrong in it, and an answer that leads nowhere but to a door. */
function isRefusal({ status, body, headers }: Answer): boolean {
  if (status >= 400) return true;
  const to = headers.location ?? headers['x-action-redirect'] ?? '';
  if (/^\/(sign-in|not-here)/.test(String(to))) return true;
  return /\\?"problems\\?":\[\{/.test(body) || body.includes('role="alert"');
}

/**
 * Sends so many hostile requests, the ones from `from` on of those this seed makes. Those of whoever may not change
 * anything go a few at a time; whoever may is alone, so that what is refused and what changed belong together.
 */
export async function fuzz(
  calling: Calling,
  count: number,
  seed: number,
  from = 0,
): Promise<Fuzzed> {
  const make = making(calling);
  const found: Fuzzed = { done: count, broken: [], changed: [], told: [], refused: 0 };
  const cases = fc
    .sample(draws, { seed: seed + from, numRuns: count })
    .map((draw, nth) => ({ at: `${seed}/${from + nth}`, ...make(draw, nth) }));
  const send = async ({ at, name, caller, or, send: sending }: (typeof cases)[number]) => {
    const what = `${at} ${name.slice(0, 700)}`;
    const answer = await sending().catch((error: Error) => noAnswer(error));
    if (answer.status >= 500 && answer.status !== or) found.broken.push(`${answer.status} ${what}`);
    // What those with a role may know changes as others of them move cases.
    const outside = caller.role === null && caller.follows === null;
    // A number that was sent comes back in its form.
    const others = calling.world.cases.filter(({ phone }) => !name.includes(phone));
    const told = outside ? leaksIn(answer, caller, others) : [];
    for (const it of told) found.told.push(`${it}: ${what}`);
    if (isRefusal(answer)) found.refused += 1;
    return answer;
  };
  await changesSince();
  const harmless = cases.filter(({ may }) => !may);
  await eachOf(harmless, async (it) => void (await send(it)));
  const changed = (await changesSince()).filter((it) => !readingWrites.test(it));
  if (changed.length > 0) {
    found.changed.push(`by those who may not, in ${seed}/${from}: ${changed.join(', ')}`);
  }
  for (const it of cases.filter(({ may }) => may)) {
    const answer = await send(it);
    const rows = beyondReading(it.name, await changesSince());
    if (rows.length > 0 && isRefusal(answer)) {
      found.changed.push(`${it.at} ${it.name.slice(0, 700)}: refused, and ${rows.join(', ')}`);
    }
  }
  return found;
}
