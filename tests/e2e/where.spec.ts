import type { Page } from '@playwright/test';
import { expect, isSound, test, visitor } from './county';

/** Where it is: typed, picked from the list, taken from the device or set on a map; each is enough. */

const narrow = { width: 360, height: 780 };

/** To the question of where. */
async function toWhere(page: Page, what: string): Promise<void> {
  await page.goto('/file');
  await page.getByLabel('发生了什么事？').fill(what);
  await page.getByRole('button', { name: '下一步：在哪里' }).click();
  await expect(page).toHaveURL(/\/file\/where/);
}

/** From there to the last look. */
async function toCheck(page: Page): Promise<void> {
  await page.getByRole('button', { name: '下一步：说细一点' }).click();
  await page.getByRole('button', { name: '下一步：怎么找到您' }).click();
  await page.getByRole('button', { name: '下一步：看一眼，再交' }).click();
  await expect(page).toHaveURL(/\/file\/check/);
}

/** What leaves the origin. */
function strangers(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!/^(data|blob):$/.test(url.protocol) && url.hostname !== '127.0.0.1') asked.push(url.href);
  });
  return asked;
}

test('a place is picked from the list, without scripts', async ({ browser }) => {
  const { page, close } = await visitor(browser, { javaScriptEnabled: false });
  await page.setViewportSize(narrow);
  await toWhere(page, '小区门口的垃圾三天没收了');
  // Neither a button that does nothing nor a point nobody asked for.
  await expect(page.getByRole('button', { name: /取我的位置/ })).toHaveCount(0);
  await page.getByRole('button', { name: '下一步：说细一点' }).click();
  await expect(page.getByText('这里要写一写').first()).toBeVisible();
  await page.getByLabel('或者，从名单里选一处').selectOption({ label: '湖畔花园' });
  await toCheck(page);
  const look = page.locator('.said-so-far');
  await expect(look.getByText('湖畔花园', { exact: true })).toBeVisible();
  await expect(look.getByText('地图上的点')).toHaveCount(0);
  await page.getByRole('link', { name: /改.*在哪里/ }).click();
  await expect(page.getByLabel('在哪里？')).toHaveValue('');
  await page.getByLabel('在哪里？').fill('2 号楼');
  await page.getByRole('button', { name: '改好了，回去看一眼' }).click();
  await expect(look.getByText('湖畔花园 2 号楼')).toBeVisible();
  await close();
});

test('a position is taken when somebody presses for it, and told how exact it is', async ({
  browser,
}) => {
  const { page, close } = await visitor(browser);
  const asked = strangers(page);
  const context = page.context();
  await page.setViewportSize(narrow);
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 39.905, longitude: 116.405, accuracy: 3_000 });
  await toWhere(page, '这里的井盖松了，一走一响');
  const press = page.getByRole('button', { name: '我就在那里，取我的位置' });
  await press.click();
  await expect(page.getByText(/方圆 3000 米里，不够准/)).toBeVisible();
  await expect(page.locator('input[name=point]')).toHaveValue('');
  await context.setGeolocation({ latitude: 39.905, longitude: 116.405, accuracy: 24.6 });
  await press.click();
  await expect(page.getByText(/误差大约 25 米/)).toBeVisible();
  await expect(page.getByText('选好了一个点：39.90500, 116.40500')).toBeVisible();
  await isSound(page, 'where, with a point');
  // It is kept as every other answer is.
  await expect(page.getByText('写的已经存好，走开也不会丢。')).toBeVisible();
  await page.reload();
  await expect(page.getByText('选好了一个点：39.90500, 116.40500')).toBeVisible();
  await toCheck(page);
  const look = page.locator('.said-so-far');
  await expect(look.getByText(/^39\.90500, 116\.40500/)).toHaveCount(2);
  await isSound(page, 'check, with a point');

  // The same draft without scripts: a tick leaves it out.
  const state = await context.storageState();
  const plain = await browser.newContext({ storageState: state, javaScriptEnabled: false });
  const bare = await plain.newPage();
  await bare.goto('/file/where?from=check');
  await bare.getByLabel('不要这个点').check();
  await bare.getByLabel('在哪里？').fill('东湖大道 9 号门前');
  await bare.getByRole('button', { name: '改好了，回去看一眼' }).click();
  await expect(bare.locator('.said-so-far').getByText('东湖大道 9 号门前')).toBeVisible();
  await expect(bare.locator('.said-so-far').getByText('地图上的点')).toHaveCount(0);
  await plain.close();
  expect(asked).toEqual([]);
  await close();
});

test('who gives no position is told what else is as good', async ({ browser }) => {
  const { page, close } = await visitor(browser);
  await page.setViewportSize(narrow);
  await toWhere(page, '这里的路灯一闪一闪');
  await page.getByRole('button', { name: '我就在那里，取我的位置' }).click();
  await expect(page.getByText(/浏览器没有把位置给我们。照样可以写地址/)).toBeVisible();
  await isSound(page, 'where, denied');
  await page.getByLabel('在哪里？').fill('人民公园北门');
  await toCheck(page);
  await close();
});
