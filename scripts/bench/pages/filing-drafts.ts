import { diceOf } from '@/scripts/generate/ids';
import { personName, phoneOf, placeName } from '@/scripts/generate/names';
import { placeWords, tell, topics } from '@/scripts/generate/phrases';
import { type Browser, openBrowser } from './browser';
import { type Fields, filledIn, formIn } from './form';
import { led } from './right';

/** All that somebody tells, page by page, as the small steps of filing ask it. */
export interface Told {
  what: string;
  place: string;
  name: string;
  phone: string;
}

/** No two runs tell the same: else the second would be offered what the first filed. */
const run = Date.now();

/** Somebody's matter, at a place hardly anybody else writes from. */
export function toldOf(nth: number): Told {
  const roll = diceOf(run % 1_000_000, nth);
  const name = `${placeName(Math.floor(roll.between(0, 6_000)))}${roll.pick(['苑', '里', '新村', '花园'] as const)}`;
  const place = placeWords.room(name, `${name}路`, roll);
  const { what } = tell(roll.pick(topics), place, roll);
  return {
    what,
    place,
    name: personName(roll),
    phone: phoneOf(Math.floor(roll.between(0, 700_000))),
  };
}

/** A browser in which all has been told but not sent. */
export async function browserWithDraft(url: string, told: Told): Promise<Browser> {
  const { keepDraft, newDraft } = await import('@/lib/drafts/keep');
  const { encrypt } = await import('@/lib/contacts/cipher');
  const draft = { ...newDraft(), told: { ...told }, version: 5 };
  await keepDraft(draft);
  return openBrowser(url, [`huiyin.draft=${encodeURIComponent(encrypt(draft.id, 'draft'))}`]);
}

/** The form of the last page: what it sends by itself is the same for everybody. */
export async function lastForm(url: string): Promise<Fields> {
  const browser = await browserWithDraft(url, toldOf(0));
  const { text } = await browser.get('/file/check');
  return formIn(text, '$ACTION_KEY');
}

const receipt = /^\/follow\/(\d+)\/receipt$/;

/**
 * Sends what was told. Whoever is offered a like case first says that theirs is another one, which is one
 * request more.
 *
 * @returns the case number, and how long it took in all.
 */
export async function send(
  browser: Browser,
  form: Fields,
): Promise<{ caseNumber: string; ms: number }> {
  let answer = await browser.post('/file/check', form);
  let { ms } = answer;
  if (answer.status === 200 && answer.text.includes('name="stage"')) {
    answer = await browser.post('/file/check', filledIn(form, { stage: 'new' }));
    ms += answer.ms;
  }
  const caseNumber = receipt.exec(led(answer, receipt).location)?.[1] ?? '';
  return { caseNumber, ms };
}

/** From the first page to the receipt: each page opened, filled in and sent, ten requests. */
export async function wholeFiling(url: string, told: Told): Promise<number> {
  const browser = openBrowser(url);
  const { what, place, name, phone } = told;
  let ms = 0;
  for (const [path, written, next] of [
    ['/file', { what }, /^\/file\/(where|urgent)$/],
    ['/file/where', { place }, /^\/file\/more$/],
    ['/file/more', {}, /^\/file\/who$/],
    ['/file/who', { name, phone }, /^\/file\/check$/],
  ] as const) {
    const shown = await browser.get(path);
    const form = filledIn(formIn(shown.text, '$ACTION_KEY'), written);
    const sent = led(await browser.post(path, form), next);
    ms += shown.ms + sent.ms;
  }
  const last = await browser.get('/file/check');
  const filed = await send(browser, formIn(last.text, '$ACTION_KEY'));
  return ms + last.ms + filed.ms;
}
