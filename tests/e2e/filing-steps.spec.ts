import type { Page } from '@playwright/test';
import { expect, fits, isSound, test, toLastLook, visitor } from './county';

/** Filing in small steps: one question a page, kept as one writes, changed at the end, sent once. */

const cold = { what: '暖气片一点都不热，屋里只有 14 度。', place: '枫林路 9 号楼' };

async function sound(page: Page): Promise<void> {
  const path = new URL(page.url()).pathname;
  await isSound(page, path);
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await fits(page, path);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts';

  test(`four questions, a last look, a change, and it is filed (${how})`, async ({ browser }) => {
    const { page, close } = await visitor(browser, { javaScriptEnabled });
    // Elsewhere each time: the same at the same place would be offered to join.
    const told = javaScriptEnabled ? { ...cold, place: '松鹤苑 3 单元' } : cold;
    const seen = async () => {
      if (javaScriptEnabled) await sound(page);
    };
    await page.goto('/file/who');
    await expect(page).toHaveURL(/\/file$/);
    await seen();
    await expect(page.getByText('第 1 步，共 4 步')).toBeVisible();
    await page.getByRole('button', { name: '下一步：在哪里' }).click();
    await expect(page.getByText('这里要写一写').first()).toBeVisible();
    await page.getByLabel('发生了什么事？').fill(told.what);
    await page.getByRole('button', { name: '下一步：在哪里' }).click();
    await expect(page).toHaveTitle(/第 2 步/);
    await seen();
    await page.getByLabel('在哪里？').fill(told.place);
    await page.getByRole('button', { name: '下一步：说细一点' }).click();

    // The words speak for a category; it is offered, and nothing is chosen beforehand.
    await expect(page.getByText(/看起来是“.*暖气不热”/)).toBeVisible();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await seen();
    await page.getByRole('radio', { name: '对', exact: true }).check();
    await page.getByLabel('您觉得怎么办好？').fill('请派人来看一眼。');
    await page.getByRole('button', { name: '下一步：怎么找到您' }).click();
    await expect(page).toHaveTitle(/第 4 步/);
    await page.getByLabel('手机或座机').fill('1391234');
    await seen();
    await page.getByRole('button', { name: '下一步：看一眼，再交' }).click();
    await expect(page.getByText('手机号应该是 11 位数字，现在是 7 位').first()).toBeVisible();
    await page.getByLabel('手机或座机').fill('13912345678');
    await page.getByRole('button', { name: '下一步：看一眼，再交' }).click();

    const look = page.locator('.said-so-far');
    for (const it of [told.what, told.place, '暖气不热', '请派人来看一眼。', '13912345678']) {
      await expect(look.getByText(it)).toBeVisible();
    }
    await seen();
    await page.getByRole('link', { name: /改.*在哪里/ }).click();
    await expect(page.getByLabel('在哪里？')).toHaveValue(told.place);
    await page.getByLabel('在哪里？').fill(`${told.place}东侧`);
    await page.getByRole('button', { name: '改好了，回去看一眼' }).click();
    await expect(look.getByText(`${told.place}东侧`)).toBeVisible();
    await page.getByRole('button', { name: '交上去' }).click();
    await expect(page).toHaveURL(/\/follow\/\d+\/receipt/);
    const receipt = page.url();

    // Gone back to, it is not filed a second time; a new one begins empty.
    await page.goto('/file/check');
    await expect(page).toHaveURL(receipt);
    await page.goto('/file');
    await expect(page.getByLabel('发生了什么事？')).toHaveValue('');
    await close();
  });

  test(`danger comes first, and what was begun waits (${how})`, async ({ browser }) => {
    const { page, close } = await visitor(browser, { javaScriptEnabled });
    await page.goto('/file');
    await page.getByLabel('发生了什么事？').fill('楼道里煤气泄漏，味道很大');
    await page.getByRole('button', { name: '下一步：在哪里' }).click();
    await expect(page.getByRole('heading', { name: '有危险，请先打电话' })).toBeVisible();
    await expect(page.getByRole('link', { name: /119/ }).first()).toHaveAttribute(
      'href',
      'tel:119',
    );
    if (javaScriptEnabled) await sound(page);
    await page.getByRole('link', { name: /接着写/ }).click();
    await page.getByLabel('在哪里？').fill('安康里 3 号楼');
    await page.getByRole('button', { name: '先存着，回头再写' }).click();
    await expect(page.getByRole('heading', { name: '已经存好' })).toBeVisible();
    if (javaScriptEnabled) await sound(page);

    // Another browser knows nothing of it.
    const other = await visitor(browser, { javaScriptEnabled });
    await other.page.goto('/file');
    await expect(other.page.getByLabel('发生了什么事？')).toHaveValue('');
    await other.close();

    await page.goto('/file');
    await expect(page.getByLabel('发生了什么事？')).toHaveValue('楼道里煤气泄漏，味道很大');
    await page.goto('/file/saved');
    await page.getByRole('link', { name: '接着写' }).click();
    await expect(page.getByText('安康里 3 号楼')).toBeVisible();
    await page.goto('/file/saved');
    await page.getByRole('button', { name: '把写的都删掉' }).click();
    await expect(page.getByLabel('发生了什么事？')).toHaveValue('');
    await close();
  });
}

test('what is being written is kept as it is written, also when the way back is the browser’s', async ({
  browser,
}) => {
  const { page, close } = await visitor(browser);
  await page.goto('/file');
  await page.getByLabel('发生了什么事？').fill('花坛边的石条翘起来了，绊了两个人。');
  await expect(page.getByText('写的已经存好，走开也不会丢。')).toBeVisible();
  await page.goto('/file');
  await expect(page.getByLabel('发生了什么事？')).toHaveValue(/石条翘起来/);

  await page.getByLabel('发生了什么事？').fill('花坛边的石条翘起来了，绊了三个人。');
  await page.getByRole('button', { name: '下一步：在哪里' }).click();
  await page.getByLabel('在哪里？').fill('东湖公园南门');
  await page.getByRole('button', { name: '下一步：说细一点' }).click();
  await expect(page).toHaveURL(/\/file\/more/);
  await page.goBack();
  await expect(page.getByLabel('在哪里？')).toHaveValue('东湖公园南门');
  await page.goBack();
  await expect(page.getByLabel('发生了什么事？')).toHaveValue(/绊了三个人/);

  // Not kept while there is no network, and said so; the page goes on.
  await page.context().setOffline(true);
  await page.getByLabel('发生了什么事？').fill('花坛边的石条翘起来了，绊了四个人。');
  await expect(page.getByText('网不通，还没存上')).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: '下一步：在哪里' }).click();
  await expect(page).toHaveURL(/\/file\/where/);
  await close();
});

test('a draft opens to nobody without its cookie, and from no other site', async ({ browser }) => {
  const { page, close } = await visitor(browser);
  await toLastLook(page, { ...cold, phone: '13912345679' });
  const saved = { keptStep: 'what', keptVersion: '1', what: '改成别的' };
  const send = (origin: string) =>
    page.request.post('/file/kept', { multipart: saved, headers: { origin } });
  expect((await send('https://elsewhere.example')).status()).toBe(403);
  // From here, but the page it speaks of has been answered since.
  expect((await send(new URL(page.url()).origin)).status()).toBe(409);
  await page.goto('/file');
  await expect(page.getByLabel('发生了什么事？')).toHaveValue(cold.what);
  await close();
});

test('without a network it is written all the same, and sent once there is one', async ({
  browser,
}) => {
  const { page, close } = await visitor(browser);
  const context = page.context();
  await page.goto('/file');
  // Whoever was here before has the page.
  await expect
    .poll(() => page.evaluate(async () => Boolean(await caches.match('/file/offline'))))
    .toBe(true);
  await context.setOffline(true);
  await page.goto('/file');
  await expect(page.getByRole('heading', { name: '没有网，也可以先写' })).toBeVisible();
  await page.getByRole('button', { name: '存在这里，有网就交' }).click();
  await expect(page.getByText('这里要写一写').first()).toBeVisible();
  await page.getByLabel('发生了什么事？').fill('村口的路灯杆歪了，快倒了。');
  await page.getByLabel('在哪里？').fill('石塘镇柏树村村口');
  await page.getByLabel('手机或座机').fill('13912340055');
  await page.getByRole('button', { name: '存在这里，有网就交' }).click();
  await expect(page.getByText('存好了。')).toBeVisible();
  await expect(page.getByText('村口的路灯杆歪了')).toBeVisible();
  await sound(page);
  // Opened anew, still without a network: it is there, and was not sent.
  await page.goto('/file');
  await expect(page.getByText('村口的路灯杆歪了')).toBeVisible();

  await context.setOffline(false);
  await expect(page.getByText(/已经交上，编号 \d+/)).toBeVisible();
  await expect(page.getByText('村口的路灯杆歪了')).toHaveCount(0);
  await page.getByRole('link', { name: '看编号和哪天前答复' }).click();
  await expect(page).toHaveURL(/\/follow\/\d+\/receipt/);
  await page.goto('/file');
  await page.getByRole('button', { name: '知道了，从这里去掉' }).click();
  await expect(page.getByText(/已经交上，编号/)).toHaveCount(0);
  await close();
});
