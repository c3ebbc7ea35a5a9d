import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { messagesOf } from '@/lib/i18n/messages';
import { castPeople, castUnits, demoPassword } from '@/prisma/seed/cast';
import { countyPeople, leaver } from '@/prisma/seed/county-people';
import { countyUnits } from '@/prisma/seed/county-units';
import { type DemoServer, startDemoServer } from '@/scripts/checks/demo-server';
import {
  bareTexts,
  closing,
  type Marking,
  markedLanguage,
  opening,
} from '@/tests/support/marked-language';
import { expect, file, fits, signIn, test } from './county';

/** Two files beside the program are two languages more, whole on every page, in either direction. */

const markings: Record<string, Marking> = {
  qaa: { name: '一', dir: 'ltr', names: 'en' },
  qab: { name: '二', dir: 'rtl', names: 'zh' },
};

/** What a page may say outside brackets: Chinese of the seed where names are English, and the other way round. */
const seeded = ['prisma/seed', 'lib/rule-sets'].map(textIn).join('\n');
const told = { what: '井盖松了', place: '东街 1 号' };
/** Names that are the same in every language. */
const names = [
  ...[...castPeople, ...countyPeople, leaver].map((it) => it.login),
  ...[...castUnits, ...countyUnits].map((it) => it.code),
  demoPassword,
  ...Intl.supportedValuesOf('timeZone'),
].flatMap((it) => it.match(/[A-Za-z]{2,}/g) ?? []);
const known = (word: string) =>
  /[A-Za-z]/.test(word)
    ? names.includes(word)
    : seeded.includes(word) || Object.values(told).join().includes(word);

function textIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => readFileSync(join(it.parentPath, it.name), 'utf8'))
    .join('\n');
}

/** Words no reader is at home in: of the script in which names are not told in this language. */
function strangers(texts: readonly string[], { names }: Marking): string[] {
  const script = names === 'en' ? /\p{Script=Han}+/gu : /[A-Za-z]{2,}/g;
  const plain = texts.map((it) => it.replace(/https?:\S+|\S+@\S+|\/v\/\S+/g, ''));
  return plain.flatMap((text) =>
    [...text.matchAll(script)].map(([word]) => word).filter((word) => !known(word)),
  );
}

const widths = [360, 1280];

test.setTimeout(400_000);

const folder = mkdtempSync(join(tmpdir(), 'huiyin-languages-'));
let server: DemoServer;

test.beforeAll(async () => {
  const header = JSON.parse(readFileSync('messages/zh/language.json', 'utf8'));
  const words = await messagesOf('zh');
  for (const [name, marking] of Object.entries(markings)) {
    const whole = markedLanguage(words, header, marking);
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(whole));
  }
  server = await startDemoServer({ HUIYIN_MESSAGES: folder });
});
test.afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true });
});

async function come(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  const options = { baseURL: server.url, locale: 'zh-CN', javaScriptEnabled };
  return (await browser.newContext(options)).newPage();
}

async function isWhole(page: Page, path: string, marking: Marking): Promise<void> {
  await page.goto(path);
  await expect(page.locator('html')).toHaveAttribute('lang', 'qaa');
  const direction = await page.evaluate(() => getComputedStyle(document.body).direction);
  expect(direction, path).toBe(marking.dir);
  const texts = await page.evaluate(bareTexts, [opening, closing] as const);
  expect.soft(strangers(texts, marking), `${path} in ${marking.names}`).toEqual([]);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await fits(page, `${path} at ${width}`);
  }
}

test('each other language is a link in the masthead, without JavaScript and by keyboard', async ({
  browser,
}) => {
  const page = await come(browser, false);
  await page.goto('/track');
  const links = page.locator('header a[href^="/language"]');
  await expect(links).toHaveText(['English', '⟦一⟧', '⟦二⟧']);
  await links.nth(2).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/track$/);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(links).toHaveText(['中文', 'English', '⟦一⟧']);
  await links.first().click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.context().close();
});

test('what is hard-coded is seen', async ({ browser }) => {
  const page = await come(browser);
  await page.goto('/language?to=qaa&back=/track');
  await page.evaluate(() => {
    const said = document.createElement('p');
    said.append('这句没有翻译 nor is this');
    document.querySelector('main')?.append(said);
  });
  const texts = await page.evaluate(bareTexts, [opening, closing] as const);
  expect(strangers(texts, { name: '', dir: 'ltr', names: 'en' })).toEqual(['这句没有翻译']);
  expect(strangers(texts, { name: '', dir: 'ltr', names: 'zh' })).toContain('nor');
  await page.context().close();
});

const publicPaths = [
  ...['/', '/open', '/answers', '/open/cases', '/file', '/file/where', '/file/more', '/file/who'],
  ...['/file/check', '/file/saved', '/file/offline', '/track', '/mine', '/v/nothing-of-the-kind'],
  ...['/nothing/here', '/sign-in'],
];

const staffPaths: [string, string[]][] = [
  ['chenjing', ['/desk', 'case', 'case/dispatch', 'case/decline', 'case/answer', '/desk/file']],
  ['zhaolimin', ['/desk', '/desk/search?words=电梯', 'case', 'case/contact', 'case/resolve']],
  ['sunyue', ['/desk', '/desk/callers', '/desk/notices']],
  ['zhoumin', ['/supervision', '/supervision/cases?list=overdue']],
  [
    'wukai',
    [
      '',
      '/categories',
      '/catalogue',
      '/areas',
      '/limits',
      '/calendars',
      '/supervision',
      '/fallbacks',
    ]
      .concat(['/notices', '/templates', '/settings', '/changes', '/units', '/people'])
      .map((it) => `/admin${it}`),
  ],
];

for (const [locale, marking] of Object.entries(markings)) {
  test(`residents' pages are whole, ${marking.dir}, with names in ${marking.names}`, async ({
    browser,
  }) => {
    const page = await come(browser);
    await page.goto(`/language?to=${locale}&back=/track`);
    const { caseNumber } = await file(page, told);
    const home = `/follow/${caseNumber}`;
    const own = ['', '?all=1', '/receipt', '/slip', '/supplement', '/message', '/withdraw'];
    await page.goto(home);
    // The language it was filed in is kept with the case, for all that is sent about it.
    await expect(page.getByText(told.place, { exact: true }).first()).toHaveAttribute(
      'lang',
      'qaa',
    );
    for (const path of [...publicPaths, ...own.map((it) => `${home}${it}`)]) {
      await isWhole(page, path, marking);
    }
    await page.context().close();
  });

  test(`the desk is whole, ${marking.dir}, with names in ${marking.names}`, async ({ browser }) => {
    for (const [login, paths] of staffPaths) {
      const page = await come(browser);
      await signIn(page, login);
      const first = page.locator('a[href^="/appeals/"]').first();
      const open = paths.some((it) => it.startsWith('case'));
      if (open) await page.goto('/desk');
      const at = open ? ((await first.getAttribute('href')) ?? '') : '';
      await page.goto(`/language?to=${locale}&back=/sign-in`);
      for (const path of paths) await isWhole(page, path.replace(/^case/, at), marking);
      await page.context().close();
    }
  });
}
