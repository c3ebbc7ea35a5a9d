import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import axe from 'axe-core';
import { demoPassword } from '@/prisma/seed/cast';
import { formWith } from '@/scripts/faults/paper-browser';

/** The county in a browser: people sign in, take steps, and every page must be free of faults. */

export { expect };

/** Browsers of visitors whose story is not over. */
const opened = new Set<BrowserContext>();

/** A page that complains in its console fails its story; what a story leaves open is closed behind it. */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        const expected = /status of (404|422)/.test(message.text());
        if (message.type() === 'error' && !expected) complaints.push(message.text());
      });
      context.on('weberror', (error) => complaints.push(String(error.error())));
      await use(undefined);
      for (const it of opened) await it.close();
      opened.clear();
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export interface Visitor {
  page: Page;
  close(): Promise<void>;
}

/** Somebody at a browser of their own. */
export async function visitor(
  browser: Browser,
  options: { javaScriptEnabled?: boolean; locale?: string; baseURL?: string } = {},
): Promise<Visitor> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options });
  opened.add(context);
  const page = await context.newPage();
  return { page, close: () => context.close() };
}

/** Somebody who has come in already, and has opened no page yet. */
export async function staff(
  browser: Browser,
  login: string,
  options: { javaScriptEnabled?: boolean; baseURL?: string } = {},
): Promise<Visitor> {
  const who = await visitor(browser, options);
  await comeIn(who.page, login);
  return who;
}

/** Sends what the form at the staff door would: to open, fill in and leave that page takes three times as long. */
async function comeIn(page: Page, login: string): Promise<void> {
  const door = await page.request.get('/sign-in');
  const form = formWith(await door.text(), 'login', { login, password: demoPassword });
  const answer = await page.request.post(door.url(), {
    multipart: Object.fromEntries(form?.fields ?? []),
    headers: { origin: new URL(door.url()).origin },
    maxRedirects: 0,
  });
  expect(answer.headers().location, login).toMatch(/^\/(desk|supervision|admin)/);
}

/** By the page at the staff door, to where it leads. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('密码').fill(demoPassword);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL(/\/(desk|supervision|admin)/);
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** WCAG 2.2 A and AA (the checker itself needs scripts), and nothing wider than the window. */
export async function isSound(page: Page, path = ''): Promise<void> {
  // Once for a page: at its next width the checker is still there, and warm.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (tags) => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, {
      runOnly: tags,
      // What passed is not described: that takes longer than to look for what did not.
      reporter: 'no-passes',
      // Asked for below: between two pages there is a moment in which the one name is gone and the other not yet there.
      rules: { 'document-title': { enabled: false } },
    });
    return violations.map((it) => `${it.id}: ${it.nodes[0]?.html}`);
  }, wcag);
  expect(found, path).toEqual([]);
  await expect(page, path).toHaveTitle(/./);
  await fits(page, path);
}

/** Nothing is wider than the window, and no mark that stands beside words is as large as a picture. */
export async function fits(page: Page, path = ''): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, `sideways scroll ${path}`).toBeLessThanOrEqual(0);
  const marks = await page.evaluate(() => {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const drawn = [...document.querySelectorAll('svg:has(> use[href^="#mark-"])')];
    return drawn.map((it) => it.getBoundingClientRect().width / rem);
  });
  expect(Math.max(0, ...marks), `rem of the largest mark ${path}`).toBeLessThanOrEqual(6);
}

/** Opens one step of one case, fills it in and sends it. */
export async function step(
  page: Page,
  caseNumber: string,
  verb: string,
  fill: (page: Page) => Promise<void>,
  submit: string,
): Promise<void> {
  await page.goto(`/appeals/${caseNumber}/${verb}`);
  await fill(page);
  await page.getByRole('button', { name: submit }).click();
  await expect(page).toHaveURL(new RegExp(`/appeals/${caseNumber}\\?done=${verb}`));
}

/** Chooses the unit of a dispatch. */
export async function to(page: Page, unit: string): Promise<void> {
  await page.getByLabel('交给哪个单位').selectOption({ label: unit });
}

/** Where something like it was there already, it is none of it. */
export async function sendAllTheSame(page: Page, none: string, next: Locator): Promise<void> {
  const button = page.getByRole('button', { name: none });
  await expect(button.or(next).first()).toBeVisible();
  if (await button.isVisible()) await button.click();
}

interface Told {
  what: string;
  place: string;
  phone?: string;
  email?: string;
  name?: string;
  /** Chosen by its name, whatever is proposed. */
  category?: string;
  /** Whom it is about: a unit by its name, somebody in words. */
  unit?: string;
  who?: string;
}

/** A resident tells something, page by page, up to the last look. */
export async function toLastLook(page: Page, told: Told): Promise<void> {
  const { what, place, phone, email, name, category, unit, who } = told;
  await page.goto('/file');
  await page.getByLabel('发生了什么事？').fill(what);
  await page.getByRole('button', { name: '下一步：在哪里' }).click();
  await page.getByLabel('在哪里？').fill(place);
  await page.getByRole('button', { name: '下一步：说细一点' }).click();
  await expect(page).toHaveURL(/\/file\/more/);
  if (category) await page.locator('select[name=categoryId]').selectOption({ label: category });
  if (unit) await page.getByLabel(/说的是哪个单位/).selectOption({ label: unit });
  if (who) await page.getByLabel('说的是谁？').fill(who);
  await page.getByRole('button', { name: '下一步：怎么找到您' }).click();
  await expect(page).toHaveURL(/\/file\/who/);
  if (phone) await page.getByLabel('手机或座机').fill(phone);
  if (email) await page.getByLabel('电子邮箱').fill(email);
  if (name) await page.getByLabel('怎么称呼您').fill(name);
  await page.getByRole('button', { name: '下一步：看一眼，再交' }).click();
  await expect(page).toHaveURL(/\/file\/check/);
}

/** And sends it; what comes then is for the story to see. */
export async function tell(page: Page, told: Told): Promise<void> {
  await toLastLook(page, told);
  await page.getByRole('button', { name: '交上去' }).click();
}

/** A resident files; answers the case number and the private link from the receipt. */
export async function file(page: Page, words: Told): Promise<{ caseNumber: string; link: string }> {
  await tell(page, words);
  await sendAllTheSame(page, '都不是，照样交上去', page.getByRole('heading', { name: /收到/ }));
  await expect(page).toHaveURL(/\/follow\/\d+\/receipt/);
  const caseNumber = /follow\/(\d+)\//.exec(page.url())?.[1] ?? '';
  const text = await page.locator('main').innerText();
  const link = /\/v\/[\w-]+/.exec(text.replace(/\s+/g, ''))?.[0] ?? '';
  return { caseNumber, link };
}

/** The resident's own verdict, on the follow page. */
export async function judge(page: Page, solved: string, words = ''): Promise<void> {
  await page.getByRole('radio', { name: solved, exact: true }).check();
  await page
    .getByRole('group', { name: /对结果/ })
    .getByRole('radio', { name: '一般' })
    .check();
  await page
    .getByRole('group', { name: /办理过程/ })
    .getByRole('radio', { name: '满意', exact: true })
    .check();
  if (words) await page.getByLabel(/还想说什么/).fill(words);
  await page
    .getByRole('group', { name: /有人要求您/ })
    .getByRole('radio', { name: '没有' })
    .check();
  await page.getByRole('button', { name: '交上我的评价' }).click();
  await expect(page).toHaveURL(/done=judge/);
}
