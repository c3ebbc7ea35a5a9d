import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { demoPassword } from '@/prisma/seed/cast';
import { openBrowser } from '@/tests/support/browser';

/**
 * Pictures for the README and beside it, taken from a running demo, each in both languages and at both
 * widths: `npm run screenshots -- http://127.0.0.1:3000`. Needs a Song and a Sans face for Chinese on the
 * machine (Debian: fonts-noto-cjk).
 */
const home = process.argv[2] ?? 'http://127.0.0.1:3000';
const folder = 'docs/screenshots';
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();

type Locale = 'zh' | 'en';

/** A page under the name of its picture. */
interface Shot {
  name: string;
  path: string | ((page: Page) => Promise<string>);
  whole?: boolean;
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto(`${home}/sign-in`);
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill(demoPassword);
  await page.locator('form button[type=submit]').last().click();
  await page.waitForURL(/\/(desk|supervision|admin)/);
}

const firstCase = (words: string) => async (page: Page) => {
  await page.goto(`${home}/desk/search?words=${encodeURIComponent(words)}`);
  return (await page.locator('a[href^="/appeals/"]').first().getAttribute('href')) ?? '/desk';
};

const filed: Partial<Record<string, string>> = {};

/** Files as a resident; from the second picture on it is there already, and is filed all the same. */
async function fileOne(page: Page, what: string, place: string): Promise<string> {
  await page.goto(`${home}/file`);
  await page.locator('textarea[name=what]').fill(what);
  for (const step of ['where', 'more', 'who', 'check']) {
    await page.locator('main .btns button[type=submit]').first().click();
    await page.waitForURL(`${home}/file/${step}`);
    if (step === 'where') await page.locator('[name=place]').fill(place);
  }
  await page.locator('main .btns button[type=submit]').first().click();
  const allTheSame = page.locator('button[name=stage][value=new]');
  await allTheSame.or(page.locator('.num').first()).first().waitFor();
  if (await allTheSame.isVisible()) await allTheSame.click();
  await page.waitForURL(/receipt/);
  return new URL(page.url()).pathname;
}

/** One appeal for all pictures of a resident, filed by the one who looks. */
async function ownCase(page: Page): Promise<string> {
  filed.path = await fileOne(page, '楼道的灯三天没亮了，晚上看不见台阶。', '安康里小区 9 号楼');
  return filed.path;
}

/** The front page as it is in large type; the last of a walk. */
async function inLargeType(page: Page): Promise<string> {
  await page.goto(`${home}/large?to=24&back=/open`);
  return '/';
}

/** The desk of whoever sends on a cold radiator. */
async function coldRadiator(page: Page): Promise<string> {
  const receipt = await fileOne(page, '暖气片一直不热，老人冻得睡不着。', '和平家园 2 号楼');
  return receipt.replace('/follow/', '/appeals/').replace('/receipt', '/dispatch');
}

const walks: { login?: string; shots: Shot[] }[] = [
  {
    shots: [
      { name: 'front', path: '/' },
      { name: 'file', path: '/file' },
      { name: 'receipt', path: ownCase },
      { name: 'follow', path: async () => (filed.path ?? '/').replace('/receipt', '') },
      { name: 'open', path: '/open' },
      { name: 'front-large', path: inLargeType },
    ],
  },
  {
    login: 'zhaolimin',
    shots: [
      { name: 'inbox', path: '/desk' },
      { name: 'case', path: firstCase('暖气一直不热'), whole: true },
    ],
  },
  {
    login: 'chenjing',
    shots: [{ name: 'dispatch', path: coldRadiator }],
  },
  { login: 'zhoumin', shots: [{ name: 'supervision', path: '/supervision' }] },
  {
    login: 'wukai',
    shots: [
      { name: 'units', path: '/admin/units' },
      { name: 'catalogue', path: '/admin/catalogue' },
      { name: 'calendars', path: '/admin/calendars' },
      { name: 'changes', path: '/admin/changes' },
    ],
  },
];

for (const locale of ['zh', 'en'] as Locale[]) {
  for (const width of [1280, 360]) {
    for (const { login, shots } of walks) {
      const context = await browser.newContext({
        locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        viewport: { width, height: width < 600 ? 780 : 900 },
      });
      const page = await context.newPage();
      await page.goto(`${home}/language?to=${locale}&back=/`);
      if (login) await signIn(page, login);
      for (const { name, path, whole } of shots) {
        const to = typeof path === 'string' ? path : await path(page);
        if (new URL(page.url()).pathname !== to) await page.goto(`${home}${to}`);
        const suffix = `${width < 600 ? '-360' : ''}${locale === 'en' ? '-en' : ''}`;
        const fullPage = whole === true && width > 600;
        await page.screenshot({ path: `${folder}/${name}${suffix}.png`, fullPage });
      }
      await context.close();
    }
  }
}
await browser.close();
