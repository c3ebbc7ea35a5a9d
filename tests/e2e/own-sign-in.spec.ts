// ASVS 5.0: 6.2.3, 7.5.2
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
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

const agePassword = (days: number) =>
  promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'tests/e2e/age-password.ts', 'admin', String(days)],
    { env: { ...process.env, HUIYIN_DATA: server.data } },
  );

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without any JavaScript';

  test(`where administration wants it an old password is changed at the door: ${how}`, async ({
    browser,
  }) => {
    const here = await come(browser, javaScriptEnabled);
    await here.goto(server.link);
    await here.getByLabel('姓名').fill('吴凯');
    await here.getByLabel('密码', { exact: true }).fill(password);
    await here.getByLabel('再写一遍密码').fill(password);
    await press(here, '设好并登录');
    await expect(here).toHaveURL(/\/set-up/);
    await here.goto('/admin/settings');
    await expect(here.getByText('现在不要求，密码一直有效。')).toBeVisible();
    await expect(here.getByText('不建议打开')).toBeVisible();
    if (javaScriptEnabled) await isSound(here, 'rule');
    await here.getByLabel('几天换一次').fill('7');
    await press(here, '要求定期更换');
    await expect(here.locator('main').getByRole('alert')).toBeVisible();
    await here.getByLabel('几天换一次').fill('90');
    await press(here, '要求定期更换');
    await expect(here.getByText('现在要求 90 天换一次。')).toBeVisible();

    // Not old yet: nobody is asked.
    const young = await come(browser, javaScriptEnabled);
    await enter(young);
    await expect(young).toHaveURL(/\/(set-up|desk)/);

    await agePassword(91);
    const page = await come(browser, javaScriptEnabled);
    await enter(page);
    await expect(page.getByRole('heading', { name: '请换一个密码' })).toBeVisible();
    if (javaScriptEnabled) await isSound(page, 'another password');
    await isOut(page);
    // Whoever is half in is led on from the door.
    await expect(page).toHaveURL(/\/sign-in\/second\?back/);
    const take = async (next: string) => {
      await page.getByLabel('现在的密码').fill(password);
      await page.getByLabel('新密码', { exact: true }).fill(next);
      await page.getByLabel('再写一遍新密码').fill(next);
      await press(page, '改密码');
    };
    await take(password);
    await expect(page.getByText('这个密码现在在用，或者最近用过').first()).toBeVisible();
    await take(better);
    await expect(page).toHaveURL(/\/(desk|admin)$/);
    const again = await come(browser, javaScriptEnabled);
    await enter(again, better);
    await expect(again).toHaveURL(/\/(set-up|desk)/);
    await again.goto('/admin/settings');
    await press(again, '不再要求');
    await expect(again.getByText('现在不要求，密码一直有效。')).toBeVisible();
  });
}
