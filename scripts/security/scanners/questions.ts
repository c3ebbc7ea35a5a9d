import { endsTheWorld } from '@/tests/support/attack/fuzz';
import { actions } from '@/tests/support/matrix/actions';
import { type Calling, pageOf, setsOf } from '@/tests/support/matrix/calls';
import { callAction } from '@/tests/support/served/call-action';
import type { Raw } from './tools';

/** Who asks, by the name they have in the matrix, and what. */
export interface AskedBy {
  by: string;
  raw: Raw;
}

const html = { accept: 'text/html' };

/**
 * Pages whose address takes words, choices and places: `{case}` is the handler's own case, `{unit}` a unit. A star behind a part of the
 * path has that part changed too.
 */
const addresses: readonly (readonly [by: string, path: string])[] = [
  ['stranger', '/track?number={case}&done=x'],
  ['stranger', '/open/cases?category={unit}&area={unit}&after=1'],
  ['stranger', '/open/cases/x*'],
  ['stranger', '/answers?q=x'],
  ['stranger', '/language?to=zh&back=/track'],
  ['stranger', '/sign-in?back=/desk&problem=x'],
  ['stranger', '/v/x*'],
  ['stranger', '/join/x*'],
  ['resident with the link', '/follow/{case}*?done=x&told=1&all=1'],
  ['resident with the link', '/follow/{case}/rate*?round=1&photo=x'],
  ['handler', '/desk?desk=unit&list=mine&after=1'],
  ['handler', '/desk/search?words=Zq&status=filed&category={unit}&unit={unit}&more=again'],
  ['handler', '/desk/search?words=%E6%9A%96%E6%B0%94&more=overdue&age=0-1&after=1'],
  ['handler', '/appeals/{case}*?done=x&all=1'],
  ['handler', '/appeals/{case}/annotate*?round=1&photo=x'],
  ['leader', '/desk/bulk?verb=accept&case={case}&personId={unit}&unitId={unit}&asked=1'],
  ['operator', '/desk/callers?search={unit}'],
  ['supervisor', '/supervision?from=2026-01-01&to=2026-12-31&plot=response'],
  ['supervisor', '/supervision/cases?list=open&unit={unit}&area={unit}&category={unit}&after=1'],
  [
    'supervisor',
    '/supervision/cases?measure=response&answer=yes&origin=own&from=2026-01-01&to=2026-12-31',
  ],
  ['supervisor', '/supervision/breakdown?measure=response&by=area&origin=own&unit={unit}'],
  ['supervisor', '/supervision/trends?by=week&unit={unit}'],
  ['supervisor', '/supervision/places?list=unmoved&area={unit}&topic={unit}'],
  ['supervisor', '/supervision/burden?from=2026-01-01&to=2026-12-31&unit={unit}'],
  ['supervisor', '/supervision/lasting?days=90&from=2026-01-01&to=2026-12-31'],
  ['supervisor', '/supervision/lasting/place?key=7&subject={unit}'],
  ['supervisor', '/supervision/reports?kind=month'],
  ['administrator', '/admin/people?words=x&unit={unit}&role=handler&state=here&page=2'],
  ['administrator', '/admin/units/{unit}*'],
  [
    'administrator',
    '/admin/changes?subject=unit&person={unit}&from=2026-01-01&until=2026-12-31&after=1',
  ],
  ['administrator', '/admin/readings?person={unit}&from=2026-01-01&until=2026-12-31&after=1'],
];

export function pageQuestions({ world }: Calling): AskedBy[] {
  const own = world.cases.find(({ name }) => name === 'own');
  const values = { case: own?.caseNumber ?? '', unit: world.things.unit };
  return addresses.map(([by, path]) => {
    const filled = path.replace(/\{(case|unit)\}/g, (_, name: 'case' | 'unit') => values[name]);
    return { by, raw: { name: filled, method: 'GET', path: filled, headers: html, body: '' } };
  });
}

/** Every action with a form, as its form is sent without scripts, by somebody who may. */
export async function actionQuestions(calling: Calling): Promise<AskedBy[]> {
  const { world, entries } = calling;
  const asked: AskedBy[] = [];
  const sets = setsOf(actions, world).filter(
    ({ action, about }) => about.name === 'own' && !endsTheWorld.test(action),
  );
  for (const { action, row, about } of sets) {
    const given = row.given(world.things, about);
    const found = entries.actions.get(action);
    const who =
      world.callers.find(({ name }) => name === row.proof) ??
      world.callers.find((it) => row.may(it, about));
    if (!found || !who || Object.keys(given.fields ?? {}).length === 0) continue;
    const page = pageOf(found.page, about, world.things.unit);
    await callAction(
      async (path, { headers = {}, body = '', method = 'POST' } = {}) => {
        const { cookie: _, ...rest } = headers;
        const raw = { name: action, method, path, headers: rest, body: body.toString() };
        asked.push({ by: who.name, raw });
        return { status: 200, headers: {}, body: '' };
      },
      'plain',
      { id: found.id, page, given, cookie: '', origin: '' },
    );
  }
  return asked;
}
