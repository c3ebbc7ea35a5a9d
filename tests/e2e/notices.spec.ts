import type { Page } from '@playwright/test';
import { expect, file, isSound, staff, step, test, to, visitor } from './county';

async function dispatched(browser: Parameters<typeof visitor>[0], what: string, unit: string) {
  const resident = await visitor(browser);
  const words = { what, place: '南街 3 号', phone: '13733334444' };
  const { caseNumber } = await file(resident.page, words);
  const dispatcher = await staff(browser, 'chenjing');
  await step(dispatcher.page, caseNumber, 'dispatch', (page) => to(page, unit), '派单');
  await resident.close();
  await dispatcher.close();
  return caseNumber;
}

const rowOf = (page: Page, what: string) => page.getByRole('row').filter({ hasText: what });

test('a unit is told in the application, until it says it has seen', async ({ browser }) => {
  const what = '配电箱的门掉了半边';
  await dispatched(browser, what, '县住建局');
  const { page, close } = await staff(browser, 'hewei', { javaScriptEnabled: false });
  await page.goto('/desk');
  await page.getByRole('link', { name: /^通知 \d+ 条新的$/ }).click();
  await expect(rowOf(page, what)).toContainText('派给本单位了');
  await expect(rowOf(page, what)).toContainText('新的');
  await page.getByRole('button', { name: '都看过了' }).click();
  await expect(rowOf(page, what)).toBeVisible();
  await expect(rowOf(page, what)).not.toContainText('新的');
  await page.getByRole('link', { name: '派给本单位了' }).first().click();
  await expect(page).toHaveURL(/\/appeals\/\d+/);
  await close();
});

test('who else has the case open is said, and no longer when they have gone', async ({
  browser,
}) => {
  const caseNumber = await dispatched(browser, '广场的石凳翻倒了', '城关镇');
  const handler = await staff(browser, 'maqiang');
  const leader = await staff(browser, 'liufang', { javaScriptEnabled: false });
  await handler.page.goto(`/appeals/${caseNumber}/accept`);
  await leader.page.goto(`/appeals/${caseNumber}`);
  await expect(leader.page.getByText('马强 也打开了这一页·正在填“签收”')).toBeVisible();
  await handler.page.goto(`/appeals/${caseNumber}`);
  await expect(handler.page.getByText('刘芳 也打开了这一页')).toBeVisible();
  await isSound(handler.page);
  await handler.page.goto('/desk');
  await expect(async () => {
    await leader.page.reload();
    await expect(leader.page.getByText('马强 也打开了这一页')).toHaveCount(0);
  }).toPass();
  for (const it of [handler, leader]) await it.close();
});

test('a case is printed as far as its reader reads it, signed and masked', async ({ browser }) => {
  const what = '花坛的围栏断了一截';
  const caseNumber = await dispatched(browser, what, '城关镇');
  const handler = await staff(browser, 'maqiang');
  await handler.page.goto(`/appeals/${caseNumber}/print`);
  await expect(handler.page.getByText(/城关镇马强 .* 打印/)).toBeVisible();
  await expect(handler.page.getByText('137****4444')).toBeVisible();
  expect(await handler.page.content()).not.toContain('13733334444');
  for (const width of [360, 1280]) {
    await handler.page.setViewportSize({ width, height: 900 });
    await isSound(handler.page);
  }
  await handler.page.emulateMedia({ media: 'print' });
  await expect(handler.page.getByRole('banner')).toBeHidden();
  const other = await staff(browser, 'hewei');
  expect((await other.page.goto(`/appeals/${caseNumber}/print`))?.status()).toBe(404);
  for (const it of [handler, other]) await it.close();
});

test('a template is written, offered in its step, and filled in without scripts', async ({
  browser,
}) => {
  const caseNumber = await dispatched(browser, '健身器材的螺丝松了', '城关镇');
  const admin = await staff(browser, 'wukai', { javaScriptEnabled: false });
  const { page } = admin;
  await page.goto('/admin/templates/new');
  await page.getByLabel('用在哪一步').selectOption('contact');
  await page.getByLabel('名称').fill('约时间');
  await page.getByLabel('内容').fill('{name}，约好上门');
  await page.getByRole('button', { name: '添加' }).click();
  await expect(page.getByText('这里认不出：{name}').first()).toBeVisible();
  await page.getByLabel('内容').fill('{unit}{today}约好上门看“{title}”');
  await page.getByRole('button', { name: '添加' }).click();
  await expect(page).toHaveURL(/done=added/);
  const at = await page.getByRole('link', { name: '约时间', exact: true }).getAttribute('href');
  await admin.close();
  const checking = await staff(browser, 'wukai');
  for (const width of [360, 1280]) {
    await checking.page.setViewportSize({ width, height: 900 });
    for (const path of ['/admin/templates', '/admin/templates/new', at ?? '']) {
      await checking.page.goto(path);
      await isSound(checking.page, path);
    }
  }

  const handler = await staff(browser, 'maqiang');
  await step(handler.page, caseNumber, 'accept', async () => {}, '签收');
  await handler.page.goto(`/appeals/${caseNumber}/contact`);
  await handler.page.getByText(/从常用语开始/).click();
  await isSound(handler.page);
  await handler.page.getByLabel('说了什么').fill('记：');
  await handler.page.getByRole('link', { name: '约时间' }).click();
  await expect(handler.page.getByLabel('说了什么')).toHaveValue(/^记：城关镇.*“健身器材/);
  const plain = await staff(browser, 'maqiang', { javaScriptEnabled: false });
  await plain.page.goto(`/appeals/${caseNumber}/contact`);
  await plain.page.getByText(/从常用语开始/).click();
  await plain.page.getByRole('link', { name: '约时间' }).click();
  await expect(plain.page.getByLabel('说了什么')).toHaveValue(/^城关镇.*“健身器材/);
  for (const it of [checking, handler, plain]) await it.close();
});
