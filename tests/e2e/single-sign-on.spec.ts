import type { Browser, Page } from '@playwright/test';
import { type EmptyServer, startEmptyServer } from '@/scripts/checks/empty-server';
import { type OidcServer, oidcServer } from '../support/oidc-server';
import { expect, isSound, test, visitor } from './county';

/** The button of single sign-on, pressed in a browser before a real provider. In an installation of its own: the button is everybody's. */

const password = 'a sentence is long enough';

test.setTimeout(240_000);

let office: OidcServer;
let server: EmptyServer;

test.beforeEach(async () => {
  office = await oidcServer();
  server = await startEmptyServer(office.settings);
  office.register(server.url);
});
test.afterEach(async () => {
  await server.stop();
  await office.close();
});

async function come(browser: Browser, javaScriptEnabled: boolean, locale = 'zh-CN'): Promise<Page> {
  const { page } = await visitor(browser, { baseURL: server.url, javaScriptEnabled, locale });
  await page.setViewportSize({ width: 360, height: 800 });
  return page;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without any JavaScript';

  test(`somebody is known by their work address, comes in, and is unbound again: ${how}`, async ({
    browser,
  }) => {
    const look = (page: Page, name: string) =>
      javaScriptEnabled ? isSound(page, name) : Promise.resolve();
    const chief = await come(browser, javaScriptEnabled);
    await chief.goto(server.link);
    await chief.getByLabel('姓名').fill('吴凯');
    await chief.getByLabel('密码', { exact: true }).fill(password);
    await chief.getByLabel('再写一遍密码').fill(password);
    await press(chief, '设好并登录');
    await expect(chief).toHaveURL(/\/set-up/);
    await chief.goto('/admin/people/new');
    await chief.getByLabel('姓名').fill('赵立民');
    await chief.getByLabel('用户名').fill('zhaolimin');
    await chief.getByLabel('单位', { exact: true }).selectOption({ index: 1 });
    await chief.getByLabel(/工作邮箱/).fill('zhaolimin@chenghe.example');
    await chief.getByRole('checkbox', { name: /^承办人/ }).check();
    await press(chief, '新增，再给链接');
    await expect(chief).toHaveURL(/\/link\?done=added$/);

    // An account there that nobody here has: told in words, on the page with the way in.
    office.who = { sub: '7', email: 'stranger@chenghe.example', email_verified: true };
    const stranger = await come(browser, javaScriptEnabled);
    await stranger.goto('/sign-in');
    await look(stranger, 'sign-in');
    await stranger.getByRole('link', { name: '用统一身份认证登录' }).click();
    await press(stranger, '我是本人');
    await expect(stranger.locator('main').getByRole('alert')).toContainText('这里没有您的账号');
    await look(stranger, 'refused');

    office.who = { sub: '1', email: 'zhaolimin@chenghe.example', email_verified: true };
    const cadre = await come(browser, javaScriptEnabled);
    await cadre.goto('/desk/account');
    await expect(cadre).toHaveURL(/\/sign-in\?back/);
    await cadre.getByRole('link', { name: '用统一身份认证登录' }).click();
    await press(cadre, '我是本人');
    await expect(cadre).toHaveURL(/\/desk\/account$/);
    await expect(cadre.getByText('就是这里')).toHaveCount(1);

    // Whoever sits down next at this machine is asked who they are.
    await press(cadre, '退出');
    await expect(cadre).toHaveURL(/\/sign-in$/);
    await cadre.getByRole('link', { name: '用统一身份认证登录' }).click();
    await press(cadre, '我是本人');
    await expect(cadre).toHaveURL(/\/desk$/);

    await chief.goto('/admin/people');
    await chief.getByRole('link', { name: '赵立民' }).click();
    await chief.getByRole('link', { name: '解除统一登录的绑定' }).click();
    await look(chief, 'unbinding');
    await press(chief, '解除统一登录的绑定');
    await expect(chief.getByText('绑定解除了')).toBeVisible();
    await expect(chief.getByRole('link', { name: '解除统一登录的绑定' })).toHaveCount(0);
    await cadre.goto('/desk');
    await expect(cadre).toHaveURL(/\/sign-in/);
    await chief.goto('/admin/changes');
    await expect(chief.getByText(/解除了人员“赵立民”的统一登录绑定/)).toBeVisible();
  });
}

test('the button speaks English, and says why somebody is not in', async ({ browser }) => {
  const page = await come(browser, true, 'en-GB');
  office.who = { sub: '7', email: 'a@chenghe.example', email_verified: false };
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Sign in with the county sign-in' }).click();
  await press(page, '我是本人');
  const alert = page.locator('main').getByRole('alert');
  await expect(alert).toContainText('the county sign-in has not verified your e-mail address');
  await isSound(page, 'refused in English');
});
