import type { Browser, Page } from '@playwright/test';
import { type EmptyServer, startEmptyServer } from '@/scripts/checks/empty-server';
import { expect, isSound, test } from './county';

/** One's own sign-in: where it holds, how it is ended, another password. In an installation of its own: others would be signed out. */

const password = 'a sentence is long enough';
const better = 'another sentence, longer yet';

test.setTimeout(240_000);

let server: EmptyServer;

test.beforeEach(async () => {
  server = await startEmptyServer();
});
test.afterEach(() => server.stop());

async function come(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: 'zh-CN',
    javaScriptEnabled,
    viewport: { width: 360, height: 800 },
  });
  return context.newPage();
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

async function enter(page: Page, with_ = password): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill('admin');
  await page.getByLabel('密码').fill(with_);
  await press(page, '登录');
}

async function isOut(page: Page): Promise<void> {
  await page.goto('/desk');
  await expect(page).toHaveURL(/\/sign-in/);
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without any JavaScript';

  test(`sessions are seen and ended, and another password ends the others: ${how}`, async ({
    browser,
  }) => {
    const [here, second, third] = [
      await come(browser, javaScriptEnabled),
      await come(browser, javaScriptEnabled),
      await come(browser, javaScriptEnabled),
    ];
    await here.goto(server.link);
    await here.getByLabel('姓名').fill('吴凯');
    await here.getByLabel('密码', { exact: true }).fill(password);
    await here.getByLabel('再写一遍密码').fill(password);
    await press(here, '设好并登录');
    await expect(here).toHaveURL(/\/set-up/);
    for (const page of [second, third]) {
      await enter(page);
      await expect(page).toHaveURL(/\/(set-up|desk)/);
    }

    await here.goto('/desk/account');
    await expect(here.getByText('就是这里')).toHaveCount(1);
    await expect(here.getByRole('row', { name: /Linux/ })).toHaveCount(3);
    await expect(here.getByText('127.0.0.*').first()).toBeVisible();
    if (javaScriptEnabled) await isSound(here, 'own sign-in');
    await here
      .getByRole('button', { name: /^退出 / })
      .first()
      .click();
    await expect(here.getByRole('heading', { name: '退出了', exact: true })).toBeVisible();
    await expect(here.getByRole('row', { name: /Linux/ })).toHaveCount(2);
    await press(here, '除了这里，都退出');
    await expect(here.getByRole('row', { name: /Linux/ })).toHaveCount(1);
    for (const page of [second, third]) await isOut(page);

    await enter(second);
    await expect(second).toHaveURL(/\/(set-up|desk)/);
    await here.getByLabel('现在的密码').fill('not this one');
    await here.getByLabel('新密码', { exact: true }).fill(better);
    await here.getByLabel('再写一遍新密码').fill(better);
    await press(here, '改密码');
    await expect(here.getByText('现在的密码不对').first()).toBeVisible();
    for (const [weak, why] of [
      ['Password123', '这个密码太常见'],
      ['huiyin-2026', '光有姓名、用户名或单位名'],
    ] as const) {
      await here.getByLabel('现在的密码').fill(password);
      await here.getByLabel('新密码', { exact: true }).fill(weak);
      await here.getByLabel('再写一遍新密码').fill(weak);
      await press(here, '改密码');
      await expect(here.getByText(why).first()).toBeVisible();
    }
    await here.getByLabel('现在的密码').fill(password);
    await here.getByLabel('新密码', { exact: true }).fill(better);
    await here.getByLabel('再写一遍新密码').fill(better);
    await press(here, '改密码');
    await expect(here.getByRole('heading', { name: '密码改好了' })).toBeVisible();
    await isOut(second);
    await enter(second);
    await expect(second.getByText('用户名或密码不对').first()).toBeVisible();
    await enter(second, better);
    await expect(second).toHaveURL(/\/(set-up|desk)/);
  });
}
