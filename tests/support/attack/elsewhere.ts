import { actions } from '../matrix/actions';
import { type Calling, pageOf, setsOf } from '../matrix/calls';
import { filled } from '../matrix/cells';
import { asked, handlers } from '../matrix/handlers';
import { eachOf } from '../served/ask';
import { callAction } from '../served/call-action';
import { changesSince } from '../served/changes';
import type { Found } from './headers';
import { cookieOf } from './questions';

/** From where a form comes that is none of ours, as a browser says it. */
const elsewhere: readonly Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://127.0.0.1:1' },
  { origin: '' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
];

/** Ends letters from mail programs, by a token alone. */
const fromAnywhere = ['/stop/[token]'];

/**
 * Sends forms of pages that are not ours, with cookies of whoever may: each must be refused with 403 and no row may
 * change.
 */
export async function formsFromElsewhere(
  calling: Calling,
  sent: (name: string) => boolean = () => true,
): Promise<Found> {
  const { ask, world, entries, origin } = calling;
  const found: Found = { asked: 0, wrong: [] };
  await changesSince();
  for (const { action, nth, row, about } of setsOf(actions, world)) {
    const by =
      world.callers.find((it) => it.name === row.proof) ??
      world.callers.find((it) => row.may(it, about));
    const entry = entries.actions.get(action);
    if (!entry || about.name !== 'own' || !sent(action)) continue;
    const page = pageOf(entry.page, about, world.things.unit);
    const given = row.given(world.things, about);
    const call = { id: entry.id, page, given, cookie: by?.cookie ?? '', origin };
    await eachOf(elsewhere, async (claim) => {
      for (const way of ['scripted', 'plain'] as const) {
        found.asked += 1;
        const from = (path: string, what: Parameters<typeof ask>[1] = {}) =>
          ask(path, { ...what, headers: { ...what.headers, ...claim } });
        const { status } = await callAction(from, way, call);
        if (status !== 403)
          found.wrong.push(`${action} ${nth + 1}, ${way}, ${JSON.stringify(claim)}: ${status}`);
      }
    });
    const changed = await changesSince();
    if (changed.length > 0) found.wrong.push(`${action} ${nth + 1}: ${changed.join(', ')}`);
  }
  const [own = null] = world.cases;
  const posted = Object.entries(handlers).filter(
    ([entry, { method }]) => method === 'POST' && sent(entry) && !fromAnywhere.includes(entry),
  );
  for (const [entry, row] of posted) {
    const about = entry.includes('[caseNumber]') || row.everyCase ? own : null;
    const owner = world.callers.find((it) => ![403, 404].includes(Number(row.rule(it, about))));
    const path = filled(`${entry}${row.query ?? ''}`, {
      caseNumber: own?.caseNumber ?? '',
      ...row.with?.(world.things, about),
    });
    const what = asked(row, about);
    await eachOf(elsewhere, async (claim) => {
      found.asked += 1;
      const headers = { origin, ...what.headers, ...cookieOf(owner?.cookie ?? ''), ...claim };
      const { status } = await ask(path, { ...what, headers });
      if (status !== 403) found.wrong.push(`${entry}, ${JSON.stringify(claim)}: ${status}`);
    });
    const changed = await changesSince();
    if (changed.length > 0) found.wrong.push(`${entry}: ${changed.join(', ')}`);
  }
  return found;
}
