import { mkdirSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { demoPassword } from '@/prisma/seed/cast';
import { findBrowser } from '@/tests/support/browser';

/**
 * Pictures for the README, taken from a running demo: `npm run screenshots -- http://127.0.0.1:3000`.
 * Needs a Song and a Sans face for Chinese on the machine (Debian: fonts-noto-cjk).
 */
const home = process.argv[2] ?? 'http://127.0.0.1:3000';
const folder = 'docs/screenshots';
mkdirSync(folder, { recursive: true });
const { executablePath } = await findBrowser();
const browser = await chromium.launch(executablePath ? { executablePath } : {});

async function at(width: number, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    viewport: { width, height: width < 600 ? 780 : 900 },
  });
  await work(await context.newPage());
  await context.close();
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto(`${home}/sign-in`);
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('密码').fill(demoPassword);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL(/\/(desk|supervision|admin)/);
}

const shoot = (page: Page, name: string, fullPage = false) =>
  page.screenshot({ path: `${folder}/${name}.png`, fullPage });

await at(1280, async (page) => {
  await page.goto(home);
  await shoot(page, 'front');
});
await at(1280, async (page) => {
  await signIn(page, 'zhaolimin');
  await shoot(page, 'inbox');
  await page.goto(`${home}/desk/search?words=暖气`);
  await page
    .getByRole('link', { name: /暖气一直不热/ })
    .first()
    .click();
  await page.waitForURL(/\/appeals\//);
  await shoot(page, 'case', true);
});
await at(1280, async (page) => {
  await signIn(page, 'zhoumin');
  await page.goto(`${home}/supervision`);
  await shoot(page, 'supervision');
});
await at(1280, async (page) => {
  await signIn(page, 'wukai');
  await page.goto(`${home}/admin/units`);
  await shoot(page, 'units');
  await page.goto(`${home}/admin/calendars`);
  await shoot(page, 'calendars');
  await page.goto(`${home}/admin/changes`);
  await shoot(page, 'changes');
});
await at(360, async (page) => {
  await signIn(page, 'zhaolimin');
  await shoot(page, 'inbox-360');
});
await at(360, async (page) => {
  await page.goto(`${home}/file`);
  await shoot(page, 'file-360');
  await page.getByLabel('发生了什么事？').fill('楼道的灯三天没亮了，晚上看不见台阶。');
  await page.getByLabel('在哪里？').fill('安康里小区 9 号楼');
  await page.getByRole('button', { name: '交上去' }).click();
  await page.waitForURL(/receipt/);
  await shoot(page, 'receipt-360');
  await page.goto(page.url().replace('/receipt', ''));
  await shoot(page, 'follow-360');
});
await browser.close();
