import type { BrowserContext, Page } from '@playwright/test';
import { localeCookie } from '@/lib/i18n/locale';
import { textSizeCookie } from '@/lib/i18n/text-size-cookie';
import { expect, file, fits, isSound, signIn, step, test, toLastLook } from './county';
import { keyboardWalk, smallTargets, smallText } from './measured';

/** Every page anybody may open, in both languages, as it is for everybody and in large type. */

const widths = [360, 768, 1280];
const zoomedFourTimes = 320;

let paths: string[];
/** What a browser remembers that has filed both cases. */
let filed: Awaited<ReturnType<BrowserContext['storageState']>>;

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const fresh = await file(page, { what: '井盖松了', place: '东街 1 号' });
  const answered = await file(page, { what: '楼顶的水箱漏水', place: '西街 8 号' });
  await page.goto(`/follow/${fresh.caseNumber}`);
  const join = /\/join\/[\w-]+/.exec((await page.locator('main').innerText()).replace(/\s+/g, ''));
  // And has begun a third.
  await toLastLook(page, { what: '路口的镜子歪了', place: '北街 3 号' });
  filed = await context.storageState();
  await context.close();

  const desk = await browser.newContext({ locale: 'zh-CN' });
  const clerk = await desk.newPage();
  await signIn(clerk, 'chenjing');
  const words = (it: Page) => it.locator('main textarea').first().fill('水箱补好了。');
  await step(clerk, answered.caseNumber, 'answer', words, '答复居民');
  await desk.close();

  const home = `/follow/${fresh.caseNumber}`;
  paths = [
    ...[
      '/',
      '/open',
      '/answers',
      '/answers?q=井盖',
      '/open/cases',
      '/open/seals',
      '/open/spot-checks',
      '/open/exclusions',
      '/open/cases/0123456789abcdef',
      '/file',
      '/file/where',
      '/file/more',
      '/file/who',
      '/file/check',
      '/file/saved',
      '/file/offline',
      '/track',
      '/mine',
      '/v/nothing-of-the-kind',
      '/v/gone',
      '/nothing/here',
      join?.[0] ?? '',
    ],
    ...['', '?all=1', '/receipt', '/slip', '/proof', '/data'].map((part) => `${home}${part}`),
    ...['supplement', 'message', 'consent', 'recuse', 'withdraw', 'askErasure'].map(
      (verb) => `${home}/${verb}`,
    ),
    ...['', '/judge'].map((part) => `/follow/${answered.caseNumber}${part}`),
  ];
  expect(paths).not.toContain('');
});

const modes = [
  { mode: 'as they are for everybody', size: null },
  { mode: 'in large type', size: '24' },
] as const;

for (const locale of ['zh', 'en'] as const) {
  for (const { mode, size } of modes) {
    test.describe(`in ${locale}, ${mode}`, () => {
      let page: Page;
      test.beforeAll(async ({ browser, baseURL }) => {
        const url = baseURL ?? '';
        const context = await browser.newContext({ locale: 'zh-CN', storageState: filed });
        await context.addCookies([{ name: localeCookie, value: locale, url }]);
        if (size) await context.addCookies([{ name: textSizeCookie, value: size, url }]);
        page = await context.newPage();
      });
      test.afterAll(() => page.context().close());

      test('pages are walked with the keyboard, and sound at every width and zoomed to four times', async () => {
        test.slow();
        for (const path of paths) {
          await page.setViewportSize({ width: 1280, height: 800 });
          // What follows a page, as the offer to be told on one's own device, moves what lies beneath when it comes.
          await page.goto(path, { waitUntil: path.startsWith('/follow') ? 'networkidle' : 'load' });
          await expect(page.locator('html')).toHaveAttribute(
            'lang',
            locale === 'zh' ? 'zh-CN' : 'en',
          );
          await expect(page.locator('body')).toHaveClass(size ? 'large' : '');
          await keyboardWalk(page, path);
          for (const width of widths) {
            await page.setViewportSize({ width, height: 900 });
            await isSound(page, `${path} at ${width}`);
            if (size) await isLarge(page, `${path} at ${width}`);
          }
          await page.setViewportSize({ width: zoomedFourTimes, height: 256 });
          await fits(page, `${path} zoomed`);
          await withRootText(page, size ? '166.67%' : '200%', path);
        }
      });
    });
  }
}

async function isLarge(page: Page, path: string): Promise<void> {
  expect(await smallText(page, 18), path).toEqual([]);
  expect(await smallTargets(page, 60), path).toEqual([]);
}

/** The largest text there is to choose: on a desktop for everybody, on a telephone in large type. */
async function withRootText(page: Page, size: string, path: string): Promise<void> {
  await page.setViewportSize({ width: size === '200%' ? 1280 : 360, height: 800 });
  await page.evaluate((root) => {
    document.documentElement.style.fontSize = root;
  }, size);
  await fits(page, `${path} with text at ${size}`);
}

test('what measures a page sees what is too small, too wide, unsound, or not to be seen', async ({
  page,
}) => {
  await page.goto('/');
  expect((await smallText(page, 18)).length).toBeGreaterThan(0);
  expect((await smallTargets(page, 60)).length).toBeGreaterThan(0);
  await page.evaluate(() => {
    for (const link of document.querySelectorAll('a')) link.style.outline = 'none';
    document.body.style.width = '3000px';
  });
  await expect(keyboardWalk(page, '/')).rejects.toThrow('without a frame');
  await expect(fits(page, '/')).rejects.toThrow('sideways scroll');
  await page.evaluate(() => document.body.append(document.createElement('img')));
  await expect(isSound(page)).rejects.toThrow('image-alt');
});

test('large type is one link away, grows, is remembered, and leads back where one was', async ({
  browser,
  request,
}) => {
  const context = await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/track');
  const sizes: (string | null)[] = [];
  for (const words of ['长辈版', '字再大些', '字再大些', '字小些']) {
    await page.getByRole('link', { name: words, exact: true }).click();
    await expect(page).toHaveURL(/\/track$/);
    sizes.push(await page.locator('html').getAttribute('data-text'));
  }
  expect(sizes).toEqual(['24', '27', '30', '24']);
  await page.goto('/');
  await expect(page.getByRole('link', { name: '说一件事' })).toBeVisible();
  await expect(page.getByRole('link', { name: /打电话说/ })).toHaveAttribute('href', /^tel:/);
  await expect(page.getByRole('heading')).toHaveCount(1);
  const [kept] = (await context.cookies()).filter(({ name }) => name === textSizeCookie);
  expect(kept?.expires).toBeGreaterThan(Date.now() / 1000 + 360 * 24 * 60 * 60);
  await page.getByRole('link', { name: '回普通版' }).click();
  await expect(page.locator('body')).not.toHaveClass('large');
  await context.close();
  const elsewhere = await request.get('/large?to=24&back=//example.org', { maxRedirects: 0 });
  expect(elsewhere.headers().location).toBe('/');
});

/** A device with one voice of its own and one that speaks elsewhere, and what it was given to say. */
function device(voices: { lang: string; localService: boolean }[]) {
  const spoken: { text: string; lang: string; local: boolean }[] = [];
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    cancel: () => {},
    speak: (it: { text: string; voice: { lang: string; localService: boolean } }) =>
      spoken.push({ text: it.text, lang: it.voice.lang, local: it.voice.localService }),
  });
  class Utterance {
    constructor(readonly text: string) {}
  }
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  Object.assign(window, { spoken });
}

test('a page is read aloud by a voice of the device, and by no other', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'zh-CN', storageState: filed });
  const elsewhere = { lang: 'zh-CN', localService: false };
  const own = { lang: 'zh_CN', localService: true };
  const question = paths.at(-1) ?? '';
  const page = await context.newPage();
  await page.addInitScript(device, [elsewhere, own]);
  await page.goto(question);
  await page.getByRole('button', { name: '念给我听' }).click();
  await expect(page.getByRole('button', { name: '停一停' })).toBeFocused();
  const spoken = await page.evaluate(() => (window as unknown as { spoken: object[] }).spoken);
  expect(spoken).toEqual([expect.objectContaining({ lang: 'zh_CN', local: true })]);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '接着念' }).click();
  await page.getByRole('button', { name: '不念了' }).click();
  await expect(page.getByRole('button', { name: '念给我听' })).toBeVisible();

  const mute = await context.newPage();
  await mute.addInitScript(device, [elsewhere, { lang: 'en-GB', localService: true }]);
  await mute.goto(question);
  await expect(mute.getByRole('button', { name: '交上我的评价' })).toBeVisible();
  await expect(mute.getByRole('button', { name: '念给我听' })).toHaveCount(0);
  await context.close();
});
