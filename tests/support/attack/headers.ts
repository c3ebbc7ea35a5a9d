import { actions } from '../matrix/actions';
import { type Calling, pageOf, setsOf } from '../matrix/calls';
import { type Ask, eachOf } from '../served/ask';
import { callAction } from '../served/call-action';
import { lackingIn, type Site } from './policies';
import { others, readings } from './questions';

export interface Found {
  asked: number;
  wrong: string[];
}

/** Asks every page and handler, calls every action, and looks at what each answer carries. */
export async function headersOfEverything(
  calling: Calling,
  asked: (name: string) => boolean = () => true,
): Promise<Found> {
  const site: Site = { https: calling.origin.startsWith('https:'), nonces: new Set() };
  const found: Found = { asked: 0, wrong: [] };
  const look = (name: string, path: string, answer: Awaited<ReturnType<Ask>>) => {
    found.asked += 1;
    for (const it of lackingIn(path, answer, site)) found.wrong.push(`${name}: ${it}`);
    if (answer.status >= 500 && answer.status !== 503) {
      found.wrong.push(`${name}: answers ${answer.status}`);
    }
  };
  const all = [...readings(calling), ...others].filter(({ name }) => asked(name));
  await eachOf(all, async ({ name, path, ...what }) =>
    look(name, path, await calling.ask(path, what)),
  );
  const calls = everyCall(calling).filter(({ name }) => asked(name));
  await eachOf(calls, async ({ name, call }) => {
    for (const way of ['scripted', 'plain'] as const) {
      look(`${name}, ${way}`, call.page, await callAction(calling.ask, way, call));
    }
  });
  return found;
}

/** One call of every action, as a stranger. */
function everyCall(calling: Calling) {
  const { world, entries, origin } = calling;
  const seen = new Set<string>();
  return setsOf(actions, world).flatMap(({ action, row, about }) => {
    const found = entries.actions.get(action);
    if (!found || seen.has(action)) return [];
    seen.add(action);
    const page = pageOf(found.page, about, world.things.unit);
    const given = row.given(world.things, about);
    return [{ name: action, call: { id: found.id, page, given, cookie: '', origin } }];
  });
}
