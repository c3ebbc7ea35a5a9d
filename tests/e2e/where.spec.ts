import type { Page } from '@playwright/test';
import { toGcj } from '@/lib/places/gcj';
import { expect, isSound, staff, test, visitor } from './county';

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
  // Nothing is drawn yet, and so there is no map to offer.
  await expect(page.getByRole('button', { name: '在地图上选一个点' })).toHaveCount(0);
  await isSound(page, 'where, denied');
  await page.getByLabel('在哪里？').fill('人民公园北门');
  await toCheck(page);
  await close();
});

const square = JSON.stringify({
  type: 'Polygon',
  coordinates: [
    [
      [116.4, 39.9],
      [116.42, 39.9],
      [116.42, 39.92],
      [116.4, 39.92],
      [116.4, 39.9],
    ],
  ],
});

/** Waits until the map stands there, by what it says of itself. */
async function openMap(page: Page): Promise<void> {
  await page.getByRole('button', { name: '在地图上选一个点' }).click();
  await expect(page.getByText(/^十字对准/)).toBeVisible();
}

const chosen = (page: Page) => page.locator('input[name=point]').inputValue();

test('a point is set on the county’s own map by keys alone, and read by whoever reads the address', async ({
  browser,
}) => {
  const chief = await staff(browser, 'wukai');
  await chief.page.goto('/admin/areas/new');
  await chief.page.getByLabel('名称').fill('云岭观景台');
  await chief.page.getByLabel('归哪个单位').selectOption({ label: '云岭乡' });
  await chief.page.getByLabel('范围').fill(square);
  await chief.page.getByRole('button', { name: '保存' }).click();
  await expect(chief.page.getByText('已添加')).toBeVisible();
  await chief.close();

  const { page, close } = await visitor(browser);
  const asked = strangers(page);
  const loaded: string[] = [];
  page.on('response', (it) => loaded.push(new URL(it.url()).pathname));
  await page.setViewportSize(narrow);
  await toWhere(page, '观景台的护栏松了一截');
  // Nothing of the map is there before it is asked for.
  expect(loaded).not.toContain('/outlines');
  expect(await page.locator('.leaflet-container').count()).toBe(0);
  await openMap(page);
  expect(loaded).toContain('/outlines');
  await expect(page.getByText(/在“云岭观景台”里/)).toBeVisible();
  await isSound(page, 'where, with a map');
  const map = page.getByRole('application');
  await expect(map).toBeFocused();
  const before = await page.getByText(/^十字对准/).innerText();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText(/^十字对准/)).not.toHaveText(before);
  await page.getByRole('button', { name: '就选十字对准的点' }).press('Enter');
  await expect(page.getByText('已经选好十字对准的点。')).toBeVisible();
  await expect(page.getByRole('button', { name: '在地图上选一个点' })).toBeFocused();
  const point = await chosen(page);
  expect(point).toMatch(/^39\.9\d{4}, 116\.41\d{3}$/);
  await page.getByLabel('在哪里？').fill('栏杆边');
  await toCheck(page);
  await expect(page.locator('.said-so-far')).toContainText(`${point}，在“云岭观景台”里`);
  await page.getByRole('button', { name: '交上去' }).click();
  await expect(page).toHaveURL(/\/follow\/\d+\/receipt/);
  await expect(page.getByText(point)).toBeVisible();
  const caseNumber = /follow\/(\d+)\//.exec(page.url())?.[1] ?? '';
  await page.goto(`/follow/${caseNumber}`);
  await expect(page.getByText(point)).toBeVisible();
  await page.getByRole('button', { name: '在地图上看' }).click();
  await expect(page.getByRole('application', { name: /圆点/ })).toBeFocused();
  await isSound(page, 'follow, with a map');
  expect(asked).toEqual([]);
  await close();

  const desk = await staff(browser, 'chenjing', { javaScriptEnabled: false });
  await desk.page.goto(`/appeals/${caseNumber}`);
  await expect(desk.page.getByText(point)).toBeVisible();
  await expect(desk.page.getByRole('button', { name: '在地图上看' })).toHaveCount(0);
  await desk.close();

  const live = await staff(browser, 'chenjing');
  await live.page.goto(`/appeals/${caseNumber}`);
  await live.page.getByRole('button', { name: '在地图上看' }).click();
  await expect(live.page.getByRole('application', { name: /圆点/ })).toBeFocused();
  await isSound(live.page, 'case, with a map');
  await live.close();
});

test('tiles come from the one place that was named, and points are put right for China', async ({
  browser,
}) => {
  const chief = await staff(browser, 'wukai');
  const set = async (url: string) => {
    await chief.page.goto('/admin/settings');
    await chief.page.getByLabel('图源地址').fill(url);
    await chief.page.getByLabel('图上注明的来源').fill('某图源 审图号 0000');
    await chief.page.getByLabel('图源的坐标').selectOption({ label: 'GCJ-02' });
    await chief.page.getByLabel('打开时的中心').fill('39.90420, 116.40740');
    await chief.page.getByLabel('打开时的级别').fill('18');
    await chief.page.getByRole('button', { name: '保存地图' }).click();
  };
  await set('http://tiles.example/{z}/{x}/{y}.png');
  await expect(chief.page.getByText(/请以 https:\/\/ 或 \/ 开头/).first()).toBeVisible();
  await isSound(chief.page, 'settings, refused');
  await set('https://tiles.example/{z}/{x}/{y}.png');
  await expect(chief.page.getByText('地图的设置已保存')).toBeVisible();

  const { page, close } = await visitor(browser);
  await page.setViewportSize(narrow);
  const asked = strangers(page);
  await page.route('https://tiles.example/**', (route) =>
    route.fulfill({ contentType: 'image/png', body: grey }),
  );
  const images = async () => {
    const answer = await page.goto('/file');
    const policy = (await answer?.allHeaders())?.['content-security-policy'] ?? '';
    return /img-src [^;]*/.exec(policy)?.[0];
  };
  await expect.poll(images).toBe(`img-src 'self' data: blob: https://tiles.example`);
  await toWhere(page, '路口的井盖响');
  expect(asked).toEqual([]);
  await openMap(page);
  await expect(page.getByText('某图源 审图号 0000')).toBeVisible();
  await isSound(page, 'where, with tiles');
  await page.getByRole('button', { name: '就选十字对准的点' }).click();
  // Shifted to be drawn and back to be kept: the point is where it was.
  await expect.poll(() => chosen(page)).toBe('39.90420, 116.40740');
  const { x, y } = tileAt(toGcj({ lat: 39.9042, lon: 116.4074 }));
  expect(asked).toContain(`https://tiles.example/18/${x}/${y}.png`);
  expect(tileAt({ lat: 39.9042, lon: 116.4074 })).not.toEqual({ x, y });
  expect(asked.filter((it) => !it.startsWith('https://tiles.example/18/'))).toEqual([]);
  await close();

  await chief.page.goto('/admin/settings');
  await chief.page.getByLabel('图源地址').fill('');
  await chief.page.getByLabel('打开时的中心').fill('');
  await chief.page.getByRole('button', { name: '保存地图' }).click();
  await expect(chief.page.getByText('地图的设置已保存')).toBeVisible();
  await chief.close();
});

/** One grey pixel. */
const grey = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mM8eRIAAmIBrZDmMbUAAAAASUVORK5CYII=',
  'base64',
);

/** The tile of zoom 18 that holds a point (Web Mercator). */
function tileAt({ lat, lon }: { lat: number; lon: number }): { x: number; y: number } {
  const rad = (lat * Math.PI) / 180;
  const x = Math.floor(((lon + 180) / 360) * 2 ** 18);
  const north = Math.log(Math.tan(rad) + 1 / Math.cos(rad)) / Math.PI;
  return { x, y: Math.floor(((1 - north) / 2) * 2 ** 18) };
}
