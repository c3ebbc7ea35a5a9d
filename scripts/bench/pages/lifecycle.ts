import type { Client } from 'pg';
import { nthOf } from '../people';
import type { Browser } from './browser';
import { browserWithDraft, send, toldOf } from './filing-drafts';
import { type Fields, filledIn, formIn } from './form';
import { led } from './right';
import type { Scene } from './scene';
import { called } from './step-form';

/** The forms of one whole life of a case after it was filed, in their order. */
export interface Walk {
  dispatcher: Browser;
  handler: Browser;
  unitId: string;
}

/** Units whose handlers take the cases. */
export async function walksOf(scene: Scene): Promise<Walk[]> {
  const walks: Walk[] = [];
  for (let nth = 0; nth < 8; nth += 1) {
    const { browser: dispatcher } = await scene.person('dispatcher', nth);
    const { browser: handler, actor } = await scene.person('handler', nth);
    walks.push({ dispatcher, handler, unitId: actor.unitId });
  }
  return walks;
}

const said = {
  accept: {},
  contact: called,
  resolve: { outcome: 'done', answer: '已经换了新灯，今天晚上亮了。以后每周巡查一次。' },
};
const rated = { solved: 'yes', result: 'satisfied', handling: 'satisfied', pressed: 'no' };

/**
 * One case from filing to the resident's own word: filed, dispatched, accepted, contacted, resolved, rated. Each
 * form is opened and sent as by a browser without scripts: twelve requests.
 *
 * @returns its case number.
 */
export async function wholeLife(
  scene: Scene,
  walks: readonly Walk[],
  nth: number,
): Promise<string> {
  const { dispatcher, handler, unitId } = nthOf(walks, nth);
  const resident = await browserWithDraft(scene.url, toldOf(nth));
  const shown = await resident.get('/file/check');
  const { caseNumber } = await send(resident, formIn(shown.text, '$ACTION_KEY'));
  const step = async (
    browser: Browser,
    side: string,
    verb: string,
    written: Record<string, string>,
  ) => {
    const path = `/${side}/${caseNumber}/${verb}`;
    const { text } = await browser.get(path);
    const form: Fields = filledIn(formIn(text, 'formKey'), written);
    led(await browser.post(path, form), new RegExp(`^/${side}/${caseNumber}\\?done=${verb}$`));
  };
  const reason = '灯在这个小区里，由社区先看';
  await step(dispatcher, 'appeals', 'dispatch', { unitId, reason, urgency: 'ordinary' });
  for (const [verb, written] of Object.entries(said)) {
    await step(handler, 'appeals', verb, written);
  }
  await step(resident, 'follow', 'judge', rated);
  return caseNumber;
}

/** How many of these cases were really closed on their resident's word. */
export async function closedByWord(hand: Client, numbers: readonly string[]): Promise<number> {
  const { rows } = await hand.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM "Appeal" WHERE "caseNumber" = ANY ($1) AND status = 'closed' AND "closedAs" = 'judged'`,
    [numbers],
  );
  return rows[0]?.n ?? 0;
}
