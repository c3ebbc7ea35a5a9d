import type { Calling } from '../matrix/calls';
import { filled, pageCells, ways } from '../matrix/cells';
import { asked, handlers } from '../matrix/handlers';
import { pages } from '../matrix/pages';
import type { Asked } from '../served/ask';

/** One request, and by which way in. */
export interface Question extends Asked {
  /** `/admin/units for stranger as data` */
  name: string;
  path: string;
}

/**
 * Every page and handler of the build, asked by a stranger and by the first who gets it; pages as documents and as the
 * router's data. About the handler's own case, where it is about one.
 */
export function readings({ world, origin }: Calling): Question[] {
  const [own = null] = world.cases;
  const ofPages = pageCells(pages, world)
    .filter(({ about, way }) => !about || about === own || way === 'inAdvance')
    .filter(({ way }) => way === 'document' || way === 'data')
    .filter(({ caller, entry, about, row }) => {
      const owner = world.callers.find((it) => row.rule(it, about) === 'page');
      return caller.name === 'stranger' || (caller === owner && Boolean(entry));
    })
    .map(({ entry, caller, way, path }) => ({
      name: `${entry} for ${caller.name} as ${way}`,
      path,
      headers: { ...ways[way], ...cookieOf(caller.cookie), accept: 'text/html' },
    }));
  const ofHandlers = Object.entries(handlers).flatMap(([entry, row]) => {
    const about = entry.includes('[caseNumber]') || row.everyCase ? own : null;
    const owner = world.callers.find((it) => row.rule(it, about) === 'page');
    const stranger = world.callers.find((it) => it.name === 'stranger');
    const values = { caseNumber: about?.caseNumber ?? '', ...row.with?.(world.things, about) };
    const what = asked(row, about);
    return [...new Set([stranger, owner])].flatMap((caller) =>
      caller
        ? {
            ...what,
            name: `${entry} for ${caller.name}`,
            path: filled(`${entry}${row.query ?? ''}`, values),
            headers: { origin, ...what.headers, ...cookieOf(caller.cookie) },
          }
        : [],
    );
  });
  return [...ofPages, ...ofHandlers];
}

export const cookieOf = (cookie: string): Record<string, string> => (cookie ? { cookie } : {});

/** What is no page, handler or action: files, addresses that lead nowhere, and what is refused at the door. */
export const others: readonly Question[] = [
  { name: 'no such page', path: '/there-is-no-such-page' },
  { name: 'no such page below a page', path: '/desk/there-is-no-such-page' },
  { name: 'half an escape', path: '/track/%E0%A4%A' },
  { name: 'a zero byte', path: '/track/%00' },
  { name: 'a name that is not ours', path: '/track', headers: { host: 'evil.example' } },
  { name: 'a form from elsewhere', path: '/track', method: 'POST', headers: { origin: 'null' } },
  { name: 'the icon', path: '/icon.svg' },
  { name: 'the service worker', path: '/sw.js' },
  { name: 'styles of faults', path: '/fault.css' },
  { name: 'a method nobody knows', path: '/track', method: 'PROPFIND' },
  { name: 'HEAD', path: '/', method: 'HEAD' },
  { name: 'OPTIONS', path: '/api/presence', method: 'OPTIONS' },
  { name: 'TRACE', path: '/', method: 'TRACE' },
  { name: 'OPTIONS of a file', path: '/sw.js', method: 'OPTIONS' },
  { name: 'a file written to', path: '/icon.svg', method: 'PUT' },
];
