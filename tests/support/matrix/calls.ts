import { type Answer, type Ask, eachOf } from '../served/ask';
import { callAction } from '../served/call-action';
import { changesSince } from '../served/changes';
import type { Entries } from '../served/entries';
import type { ActionRow, actions } from './actions';
import { type Caller, opensNothing } from './callers';
import type { MatrixCase } from './cases';
import { leaksIn } from './cells';
import type { World } from './world';

/** One set of arguments of one action, about one case. */
interface Set {
  action: string;
  nth: number;
  row: ActionRow;
  about: MatrixCase;
}

export type Rows = typeof actions;

export interface Calling {
  ask: Ask;
  world: World;
  entries: Entries;
  origin: string;
}

export function setsOf(rows: Rows, { cases }: World): Set[] {
  return Object.entries(rows).flatMap(([action, list]) =>
    list.flatMap((row, nth) =>
      cases
        .filter(({ name }) => (row.about ?? ['own']).includes(name))
        .map((about) => ({ action, nth, row, about })),
    ),
  );
}

/** The address of a page an action belongs to, about a case. */
export const pageOf = (
  page: string,
  { caseNumber, voiceId, photoId }: MatrixCase,
  unit: string,
): string =>
  page.replace(/\[(\w+)\]/g, (_, name: string) => {
    const known: Record<string, string> = { caseNumber, voiceId, verb: 'annotate', step: 'move' };
    if (name === 'id') return page.includes('/photos/') ? photoId : unit;
    return known[name] ?? 'x';
  });

async function call(
  { ask, world, entries, origin }: Calling,
  { action, row, about }: Set,
  { cookie }: Caller,
  way: 'scripted' | 'plain',
): Promise<Answer> {
  const found = entries.actions.get(action);
  if (!found) throw new Error(`no action ${action} in the build`);
  const page = pageOf(found.page, about, world.things.unit);
  const given = row.given(world.things, about);
  return callAction(ask, way, { id: found.id, page, given, cookie, origin });
}

const nameOf = ({ action, nth, about }: Set, way: string): string =>
  `${action} ${nth + 1} about ${about.name}, ${way}`;

export interface Refusals {
  calls: number;
  wrong: string[];
}

/**
 * Left out, since they are the same question again: without scripts, where the page is drawn anew for each, all but
 * two cases and somebody of every role; and a cookie that opens nothing, on all cases but one.
 */
function isNew({ first, name }: Caller, { about }: Set, way: 'scripted' | 'plain'): boolean {
  if (way === 'plain') return first && (about.name === 'own' || about.name === 'accused');
  return about.name === 'own' || !opensNothing.includes(name);
}

/** Has everybody call who may change nothing: nothing may change, nothing may be told, and nothing may break. */
export async function wrongCalls(sets: readonly Set[], calling: Calling): Promise<Refusals> {
  const { world } = calling;
  const wrong: string[] = [];
  let calls = 0;
  await changesSince();
  for (const set of sets) {
    for (const way of ['scripted', 'plain'] as const) {
      const refused = world.callers
        .filter((it) => isNew(it, set, way))
        .filter((it) => !set.row.may(it, set.about));
      calls += refused.length;
      await eachOf(refused, async (caller) => {
        const answer = await call(calling, set, caller, way);
        const told = leaksIn(
          answer,
          caller,
          world.cases.filter((it) => it !== set.about),
        );
        const broken = answer.status >= 500 ? [`answers ${answer.status}`] : [];
        for (const it of [...told, ...broken]) {
          wrong.push(`${nameOf(set, way)}, by ${caller.name}: ${it}`);
        }
      });
      const changed = await changesSince();
      if (changed.length > 0) wrong.push(`${nameOf(set, way)}: ${changed.join(', ')}`);
    }
  }
  return { calls, wrong };
}

/** Has those call who may. @returns the actions by which nothing changed all the same. */
export async function withoutProof(sets: readonly Set[], calling: Calling): Promise<string[]> {
  const none: string[] = [];
  await changesSince();
  for (const set of sets.filter(({ row, about }) => row.proof && about.name === 'own')) {
    const caller = calling.world.callers.find(({ name }) => name === set.row.proof);
    if (!caller) throw new Error(`nobody is ${set.row.proof}`);
    const answer = await call(calling, set, caller, 'scripted');
    const changed = await changesSince();
    if (changed.length === 0) {
      none.push(`${nameOf(set, 'scripted')}: ${answer.status} ${answer.body.slice(0, 600)}`);
    }
  }
  return none;
}
