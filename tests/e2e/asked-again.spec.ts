import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { expect, isSound, staff, test, visitor } from './county';

/** Before grave acts whoever signed in long ago proves who they are again, and nothing they wrote is lost. */

const password = 'a sentence is long enough';

/** An hour goes by since they signed in. */
const anHour = (login: string) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'tests/e2e/age-proof.ts', login], {
    env: { ...process.env, HUIYIN_DATA: process.env.HUIYIN_TEST_DATA ?? '.data' },
  });

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

/** Somebody new, so that nobody else's sign-in grows old. */
async function newcomer(
  browser: Browser,
  login: string,
  role: RegExp,
  javaScriptEnabled: boolean,
): Promise<Page> {
  const chief = await staff(browser, 'wukai');
  await chief.page.goto('/admin/people/new');
  await chief.page.getByLabel('姓名').fill('田小雨');
  await chief.page.getByLabel('用户名').fill(login);
  await chief.page.getByLabel('单位', { exact: true }).selectOption({ index: 1 });
  await chief.page.getByRole('checkbox', { name: role }).check();
  await press(chief.page, '新增，再给链接');
  await press(chief.page, '生成链接');
  const link = (await chief.page.locator('.keybox code').innerText()).replace(/\s/g, '');
  await chief.close();
  const { page } = await visitor(browser, { javaScriptEnabled });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(new URL(link).pathname);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByLabel(/再/).fill(password);
  await page.getByRole('button').first().click();
  await expect(page).toHaveURL(/\/(desk|admin|supervision)/);
  return page;
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without any JavaScript';
  const mark = javaScriptEnabled ? 'js' : 'plain';

  test(`an administrator who signed in long ago is asked before giving rights: ${how}`, async ({
    browser,
  }) => {
    const login = `second-chief-${mark}`;
    const page = await newcomer(browser, login, /^管理员/, javaScriptEnabled);
    await page.goto('/admin/people/new');
    const proof = page.getByLabel('您的密码，或动态码');
    await expect(proof).toHaveCount(0);
    await page.getByLabel('姓名').fill('韩冰');
    await page.getByLabel('用户名').fill(`hanbing-${mark}`);
    await page.getByLabel('单位', { exact: true }).selectOption({ index: 2 });
    await page.getByRole('checkbox', { name: /^承办人/ }).check();
    await anHour(login);
    await press(page, '新增，再给链接');
    await expect(page.getByText('请再写一次您的密码或动态码').first()).toBeVisible();
    await expect(page.getByLabel('姓名')).toHaveValue('韩冰');
    await expect(page.getByRole('checkbox', { name: /^承办人/ })).toBeChecked();
    if (javaScriptEnabled) await isSound(page, 'asked again');
    await proof.fill('not this one');
    await press(page, '新增，再给链接');
    await expect(page.getByText('不对。还能再试').first()).toBeVisible();
    await expect(proof).toHaveValue('');
    await proof.fill(password);
    await press(page, '新增，再给链接');
    await expect(page.getByText('人员加好了')).toBeVisible();

    // For a while that is enough, also for an answer that stays on its page.
    await press(page, '生成链接');
    await expect(page.locator('.keybox code')).toContainText('/welcome/');
    await page.goto('/admin/people/new');
    await expect(proof).toHaveCount(0);
    await anHour(login);
    await page.goto('/admin/people/new');
    await expect(proof).toBeVisible();
    // What gives no rights asks nothing.
    await page.goto('/admin/units');
    await expect(proof).toHaveCount(0);
    await page.goto('/admin/settings');
    await expect(page.getByLabel('要紧的事，几分钟后再问一次密码')).toHaveValue('15');
  });

  test(`an inspector who signed in long ago is asked before taking a table out: ${how}`, async ({
    browser,
  }) => {
    const login = `inspector-${mark}`;
    const page = await newcomer(browser, login, /^监督员/, javaScriptEnabled);
    await page.goto('/supervision/exports');
    const proof = page.getByLabel('您的密码，或动态码');
    await expect(proof).toHaveCount(0);
    await anHour(login);
    await page.getByRole('radio', { name: '查看记录' }).check();
    await page.getByLabel('从哪天').fill('2026-01-05');
    await press(page, '下载文件');
    await expect(page.locator('#export-problem')).toContainText('请再写一次您的密码或动态码');
    await expect(page.getByRole('radio', { name: '查看记录' })).toBeChecked();
    await expect(page.getByLabel('从哪天')).toHaveValue('2026-01-05');
    if (javaScriptEnabled) await isSound(page, 'asked again');
    await proof.fill('not this one');
    await press(page, '下载文件');
    await expect(page.locator('#export-problem')).toContainText('密码或动态码不对');
    await proof.fill(password);
    const coming = page.waitForEvent('download');
    await press(page, '下载文件');
    expect((await coming).suggestedFilename()).toMatch(/\.csv$/);
    await page.goto('/supervision/exports');
    await expect(proof).toHaveCount(0);
  });
}
