import { nthOf } from '../people';
import type { Browser } from './browser';
import { browserWithDraft, lastForm, send, toldOf, wholeFiling } from './filing-drafts';
import type { PageKind } from './operations';
import { led, page } from './right';
import type { Scene } from './scene';
import { called, contactForm } from './step-form';

/**
 * What is sent rather than opened, and the form that looks for duplicates.
 *
 * @param drafts told beforehand: the last page alone is sent from them.
 */
export async function deskJobs(scene: Scene, drafts: number): Promise<PageKind[]> {
  const { url, atWork } = scene;
  const told: Browser[] = [];
  for (let nth = 0; nth < drafts; nth += 1) told.push(await browserWithDraft(url, toldOf(nth)));
  const [last, contact] = [await lastForm(url), await contactForm(atWork)];
  const filed: string[] = [];
  let sent = 0;
  return [
    {
      name: 'create',
      async open() {
        const browser = told.pop() ?? (await browserWithDraft(url, toldOf(drafts + sent)));
        sent += 1;
        const { caseNumber, ms } = await send(browser, last);
        filed.push(caseNumber);
        return { status: 303, text: '', location: '', ms };
      },
    },
    {
      name: 'whole filing, ten requests',
      async open(_, nth) {
        const ms = await wholeFiling(url, toldOf(500_000 + nth));
        return { status: 303, text: '', location: '', ms };
      },
    },
    {
      name: 'step',
      async open(_, nth) {
        const { browser, caseNumber, step } = nthOf(atWork, nth);
        const form = contact.for(caseNumber, step, called);
        return led(await browser.post(`/appeals/${caseNumber}/contact`, form), /\?done=contact$/);
      },
    },
    {
      name: 'duplicates, with all else on the form of dispatching',
      async open(client, nth) {
        const { browser } = await scene.person('dispatcher', client);
        const number = nthOf(filed, nth);
        return page(await browser.get(`/appeals/${number}/dispatch`), 'name="unitId"');
      },
    },
  ];
}
