import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { type EmptyServer, startEmptyServer } from '@/scripts/checks/empty-server';
import { expect, isSound, test, visitor } from './county';

/** One administers everything, then three do, each their own: in an installation of its own, since it is everybody's rule. */

const password = 'a sentence is long enough';

test.setTimeout(240_000);

let server: EmptyServer;

test.beforeEach(async () => {
  server = await startEmptyServer();
});
test.afterEach(() => server.stop());

const setUpIsOver = () =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'tests/e2e/set-up-over.ts'], {
    env: { ...process.env, HUIYIN_DATA: server.data },
  });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const refusal = (page: Page) => page.locator('main').getByRole('alert');

async function takeUp(browser: Browser, javaScriptEnabled: boolean, link: string, name: string) {
  const { page } = await visitor(browser, { javaScriptEnabled, baseURL: server.url });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(link);
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByLabel('再写一遍密码').fill(password);
  await press(page, '设好并登录');
  await expect(page).toHaveURL(/\/(set-up|desk|admin)/);
  return page;
}

/** @returns the link of somebody new. */
async function invite(page: Page, login: string, role: string): Promise<string> {
  await page.goto('/admin/people/new');
  await page.getByLabel('姓名').fill(login);
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('单位', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('checkbox', { name: new RegExp(`^${role}`) }).check();
  await press(page, '新增，再给链接');
  await press(page, '生成链接');
  return (await page.locator('.keybox code').innerText()).replace(/\s/g, '');
}

/** The places of administration they are led to, by the words of the menu. */
const places = (page: Page) =>
  page.getByRole('navigation', { name: '管理的各部分' }).getByRole('link').allInnerTexts();

async function isRefused(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/not-here/);
  }
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without any JavaScript';

  test(`three people administer, each their own and nobody another's: ${how}`, async ({
    browser,
  }) => {
    const look = (page: Page, name: string) =>
      javaScriptEnabled ? isSound(page, name) : Promise.resolve();
    const chief = await takeUp(browser, javaScriptEnabled, server.link, '吴凯');
    await setUpIsOver();

    // While one administers everything they cannot be kept apart, and the page says why.
    await chief.goto('/admin/settings');
    await expect(chief.getByText('还没有只做审计管理员、能登录的人')).toBeVisible();
    await press(chief, '三员分立');
    await expect(refusal(chief)).toContainText('吴凯不止管一样');
    await look(chief, 'what is against it');

    const links = {
      system: await invite(chief, 'xitong', '系统管理员'),
      security: await invite(chief, 'anquan', '安全管理员'),
      audit: await invite(chief, 'shenji', '审计管理员'),
    };
    const come = (link: string, name: string) => takeUp(browser, javaScriptEnabled, link, name);
    const system = await come(links.system, '席同');
    const security = await come(links.security, '安全');
    const audit = await come(links.audit, '沈记');

    // The chief keeps the desk alone; then the three are apart.
    await security.goto('/admin/people');
    await security.getByRole('link', { name: '吴凯' }).click();
    await security.getByRole('checkbox', { name: /^管理员/ }).uncheck();
    await security.getByRole('checkbox', { name: /^接线员|^话务员/ }).check();
    await press(security, '保存修改');
    await expect(security).toHaveURL(/done=changed/);
    await security.goto('/admin/settings');
    await press(security, '三员分立');
    await expect(security.getByText('三员已经分立')).toBeVisible();
    await look(security, 'apart');

    // Each has their own, and the others' pages are not there.
    await system.goto('/admin');
    expect(await places(system)).toContain('分类');
    for (const it of ['人员', '变更记录', '查看记录'])
      expect(await places(system)).not.toContain(it);
    await isRefused(system, ['/admin/people', '/admin/changes', '/admin/readings', '/admin/seals']);
    await system.goto('/admin/units/new');
    await system.getByLabel('名称', { exact: true }).fill('河湾社区');
    await system.getByLabel('英文名称').fill('Hewan Community');
    await system.getByLabel('类别').selectOption({ label: '社区村' });
    await system.getByLabel('代码').fill('hewan');
    await press(system, '新增单位');
    await expect(system.getByText('单位加好了')).toBeVisible();
    await system.goto('/admin/settings');
    await expect(system.getByText('登录要用动态码')).toHaveCount(0);

    await security.goto('/admin');
    expect((await places(security)).toSorted()).toEqual(
      ['总览', '人员', '回避后备人', '本单位设置'].toSorted(),
    );
    await isRefused(security, [
      '/admin/units',
      '/admin/status',
      '/admin/changes',
      '/admin/exports',
    ]);

    await audit.goto('/admin');
    expect((await places(audit)).toSorted()).toEqual(
      ['总览', '变更记录', '查看记录', '导出记录', '封存状况'].toSorted(),
    );
    await isRefused(audit, ['/admin/units', '/admin/people', '/admin/settings', '/desk/search']);
    for (const path of ['/admin', '/admin/readings', '/admin/exports', '/admin/seals']) {
      await audit.goto(path);
      await expect(audit.getByRole('heading', { level: 1 })).toBeVisible();
      await look(audit, path);
    }
    await audit.goto('/admin/changes');
    await expect(audit.getByText('添加了单位“河湾社区”')).toBeVisible();
    await expect(audit.getByRole('button')).toHaveText(['退出', '显示']);

    // Nobody is given two of them.
    await security.goto('/admin/people');
    await security.getByRole('link', { name: '席同' }).click();
    await security.getByRole('checkbox', { name: /^安全管理员/ }).check();
    await press(security, '保存修改');
    await expect(refusal(security)).toContainText('席同只能是系统、安全、审计管理员中的一种');
    await security.goto('/admin/people');
    await security.getByRole('link', { name: '吴凯' }).click();
    await security.getByRole('checkbox', { name: /^管理员/ }).check();
    await press(security, '保存修改');
    await expect(refusal(security)).toContainText('三员分立：吴凯');

    // It ends when one asks and another agrees, and all are told.
    await security.goto('/admin/settings');
    await press(security, '提出不再分立');
    await expect(security.getByText('已经请审计管理员答复')).toBeVisible();
    await system.goto('/admin');
    await expect(system.getByText(/^安全在.*提出不再分立/)).toBeVisible();
    await expect(system.getByRole('button', { name: '同意不再分立' })).toHaveCount(0);
    await audit.goto('/admin');
    await look(audit, 'the question');
    await press(audit, '同意不再分立');
    await expect(audit.getByText('三员不再分立')).toBeVisible();
    await system.goto('/admin');
    await expect(system.getByText('现在没有分立：一个人可以全管。')).toBeVisible();
  });
}
