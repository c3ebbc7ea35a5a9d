import type { Browser, Page } from '@playwright/test';
import { codeOf, stepAt } from '@/lib/auth/totp';
import { type EmptyServer, startEmptyServer } from '@/scripts/checks/empty-server';
import { expect, isSound, test } from './county';

/** A second factor from its first code to its being taken away, in an installation of its own: the rule is everybody's. */

const password = 'a sentence is long enough';

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

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function takeUp(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByLabel('再写一遍密码').fill(password);
  await press(page, '设好并登录');
  await expect(page).toHaveURL(/\/(set-up|desk)/);
}

async function enter(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('密码').fill(password);
  await press(page, '登录');
}

/** The key as it stands on the page, read as an authenticator would. */
async function keyOn(page: Page): Promise<Buffer> {
  const text = (await page.locator('.keybox code').innerText()).replace(/\s/g, '');
  expect(text).toMatch(/^[A-Z2-7]{32}$/);
  const bits = [...text].map((it) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(it).toString(2).padStart(5, '0'),
  );
  return Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)
      ?.map((it) => Number.parseInt(it, 2)) ?? [],
  );
}

/** Of the half minute before or after this one: those of a telephone whose clock is a little off. */
const codeOff = (key: Buffer, off: -1 | 0 | 1) => codeOf(key, stepAt(new Date()) + off);

/** Confirms the key on the page with the code before now, so that the next two are left. */
async function confirm(page: Page): Promise<{ key: Buffer; codes: string[] }> {
  const key = await keyOn(page);
  await page.getByLabel('动态码').fill('000 000');
  await press(page, '确认，给我备用码');
  await expect(page.getByText('请写验证器应用现在显示的六位数字').first()).toBeVisible();
  // What was scanned before the mistake still holds.
  expect((await keyOn(page)).equals(key)).toBe(true);
  await page.getByLabel('动态码').fill(codeOff(key, -1));
  await press(page, '确认，给我备用码');
  await expect(page.getByRole('heading', { name: '这是您的十个备用码' })).toBeVisible();
  const codes = await page.locator('.codes code').allInnerTexts();
  expect(codes).toHaveLength(10);
  return { key, codes };
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without any JavaScript';

  test(`whoever must have one sets it up at the door, and signs in with it: ${how}`, async ({
    browser,
  }) => {
    const look = (page: Page, name: string) =>
      javaScriptEnabled ? isSound(page, name) : Promise.resolve();
    const chief = await come(browser, javaScriptEnabled);
    await takeUp(chief, server.link, '吴凯');
    await chief.goto('/admin/settings');
    await chief.getByLabel('几天以后开始要求').fill('3');
    await press(chief, '要求动态码');
    await expect(chief.getByText('以后要求动态码')).toBeVisible();
    await chief.goto('/admin');
    await expect(chief.getByRole('heading', { name: /起，登录要用动态码/ })).toBeVisible();
    await look(chief, 'reminded');
    await chief.goto('/admin/settings');
    await press(chief, '不再要求');
    await chief.getByLabel('几天以后开始要求').fill('0');
    await press(chief, '要求动态码');
    await expect(chief.getByText('以后要求动态码')).toBeVisible();

    // Whoever has only the password gets no further than this page.
    const page = await come(browser, javaScriptEnabled);
    await enter(page, 'admin');
    await expect(page).toHaveURL(/\/sign-in\/second/);
    await look(page, 'enrolment');
    await page.goto('/admin');
    await expect(page).toHaveURL(/\/sign-in\?back/);
    await page.goto('/sign-in/second');
    const { key, codes } = await confirm(page);
    await look(page, 'recovery codes');
    await page.getByRole('link', { name: '收好了，继续' }).click();
    await expect(page).toHaveURL(/\/(desk|admin)/);

    const again = await come(browser, javaScriptEnabled);
    await enter(again, 'admin');
    await expect(again.getByRole('heading', { name: '登录第二步' })).toBeVisible();
    await look(again, 'code');
    await again.goto('/desk');
    await expect(again).toHaveURL(/\/sign-in\?back/);
    await again.goto('/sign-in/second?back=/admin/changes');
    const code = codeOff(key, 0);
    await again.getByLabel('动态码').fill(code);
    await press(again, '登录');
    await expect(again).toHaveURL(/\/admin\/changes/);
    await expect(again.getByText('给人员“吴凯”设了动态码')).toBeVisible();

    // The same code does not open a second time; a recovery code does.
    const third = await come(browser, javaScriptEnabled);
    await enter(third, 'admin');
    await third.getByLabel('动态码').fill(code);
    await press(third, '登录');
    await expect(third.getByText('或者这个码已经用过').first()).toBeVisible();
    await third.getByRole('link', { name: /用备用码登录/ }).click();
    await third.getByLabel('备用码').fill(codes[0] ?? '');
    await press(third, '登录');
    await expect(third).toHaveURL(/\/(desk|set-up|admin)/);

    await third.goto('/desk/account');
    await look(third, 'own page');
    await expect(third.getByText('没用过的备用码还有 9 个')).toBeVisible();
    await expect(third.getByRole('button', { name: '不再用动态码' })).toHaveCount(0);
    await third.getByLabel('您的密码，或动态码').fill('not this one');
    await press(third, '换一批备用码');
    await expect(third.getByText('不对。还能再试').first()).toBeVisible();
    await third.getByLabel('您的密码，或动态码').fill(password);
    await press(third, '换一批备用码');
    await expect(third.getByRole('heading', { name: /您新的十个备用码/ })).toBeVisible();
  });

  test(`a cadre sets one up, loses it, and an administrator takes it away: ${how}`, async ({
    browser,
  }) => {
    const chief = await come(browser, javaScriptEnabled);
    await takeUp(chief, server.link, '吴凯');
    await chief.goto('/admin/people/new');
    await chief.getByLabel('姓名').fill('赵立民');
    await chief.getByLabel('用户名').fill('zhaolimin');
    await chief.getByLabel('单位', { exact: true }).selectOption({ index: 1 });
    await chief.getByRole('checkbox', { name: /^承办人/ }).check();
    await press(chief, '新增，再给链接');
    await press(chief, '生成链接');
    const link = (await chief.locator('.keybox code').innerText()).replace(/\s/g, '');

    const cadre = await come(browser, javaScriptEnabled);
    await takeUp(cadre, new URL(link).pathname, '赵立民');
    await cadre.getByRole('link', { name: '赵立民' }).click();
    await expect(cadre).toHaveURL(/\/desk\/account/);
    await expect(cadre.getByText('没有设。登录只凭密码。')).toBeVisible();
    await cadre.getByLabel('您的密码，或动态码').fill(password);
    await press(cadre, '设动态码');
    await expect(cadre).toHaveURL(/\/desk\/account\/factor/);
    await confirm(cadre);
    await cadre.getByRole('link', { name: '收好了，继续' }).click();
    await expect(cadre.getByRole('button', { name: '不再用动态码' })).toBeVisible();

    await chief.goto('/admin/people');
    await chief.getByRole('link', { name: '赵立民' }).click();
    await chief.getByRole('link', { name: '取消动态码' }).click();
    if (javaScriptEnabled) await isSound(chief, 'taking away');
    await press(chief, '取消动态码');
    await expect(chief.getByText('动态码取消了')).toBeVisible();
    await cadre.goto('/desk');
    await expect(cadre).toHaveURL(/\/sign-in/);
    await enter(cadre, 'zhaolimin');
    await expect(cadre.getByRole('heading', { name: '管理员取消了您的动态码' })).toBeVisible();
    await press(cadre, '知道了');
    await expect(cadre.getByRole('heading', { name: '管理员取消了您的动态码' })).toHaveCount(0);
  });
}

test('the pages speak English', async ({ browser }) => {
  const page = await come(browser, true);
  await takeUp(page, server.link, '吴凯');
  await page.goto('/language?to=en&back=/desk/account');
  await page.goto('/desk/account');
  await expect(page.getByRole('heading', { name: 'My sign-in' })).toBeVisible();
  await isSound(page, 'own page in English');
  await page.getByLabel('Your password, or a code').fill(password);
  await press(page, 'Set up the second step');
  await expect(page.getByText('Enter the six digits it shows here.')).toBeVisible();
  await isSound(page, 'enrolment in English');
  await page.goto('/admin/settings');
  await isSound(page, 'rule in English');
});
