import type { Page } from '@playwright/test';
import { fromTelephone } from '../support/photo-files';
import { expect, fits, isSound, staff, test, toLastLook, visitor } from './county';

/** A resident files with one photo; answers the case number. */
async function filedWithPhoto(page: Page, told: { what: string; place: string }): Promise<string> {
  await toLastLook(page, told);
  await page.goto('/file/more');
  await page.getByLabel('选照片').setInputFiles({
    name: '路面.jpg',
    mimeType: 'image/jpeg',
    buffer: await fromTelephone(1200, 900),
  });
  await page.getByRole('button', { name: '加上', exact: true }).click();
  await expect(page.locator('.held img')).toHaveCount(1);
  await page.goto('/file/check');
  await page.getByRole('button', { name: '交上去' }).click();
  await expect(page).toHaveURL(/\/follow\/\d+\/receipt/);
  return /follow\/(\d+)\//.exec(page.url())?.[1] ?? '';
}

const covered = (page: Page) =>
  page
    .locator('input[name=cell]:checked')
    .evaluateAll((list) => list.map((it) => (it as HTMLInputElement).value));

/** Covers the first two squares of the second row: by pointer and by keyboard, or by ticking them. */
async function cover(page: Page, scripts: boolean): Promise<void> {
  const at = (row: number, column: number) =>
    page.getByRole('checkbox', { name: `第 ${row} 行第 ${column} 列`, exact: true });
  if (!scripts) {
    await at(2, 1).check();
    await at(2, 2).check();
    return;
  }
  // Drawn by pointer over four, then two of them are taken off again by keyboard.
  await at(1, 1).hover();
  await page.mouse.down();
  await at(2, 2).hover();
  await page.mouse.up();
  expect(await covered(page)).toEqual(['0', '1', '12', '13']);
  await at(1, 1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  expect(await covered(page)).toEqual(['12', '13']);
  // A part by keyboard alone, and off again.
  await page.keyboard.press('Shift+ArrowRight');
  expect(await covered(page)).toEqual(['1', '2', '12', '13']);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  expect(await covered(page)).toEqual(['12', '13']);
}

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts';

  test(`a photo is checked, covered, looked at and released, then kept back (${how})`, async ({
    browser,
  }) => {
    const resident = await visitor(browser, { javaScriptEnabled: false });
    // Two things that have nothing in common: else the second is asked whether it is the first.
    const told = javaScriptEnabled
      ? { what: '站牌被撞歪了，字也看不清', place: '文昌北街 31 号' }
      : { what: '健身器材的把手断了', place: '柳湾小区东门' };
    const caseNumber = await filedWithPhoto(resident.page, told);

    const { page, close } = await staff(browser, 'zhoumin', { javaScriptEnabled });
    await page.goto(`/appeals/${caseNumber}`);
    await expect(page.getByText('还没有核看')).toBeVisible();
    if (javaScriptEnabled) await isSound(page, 'case with photos to check');
    await page.getByRole('link', { name: /^核看/ }).click();
    await expect(page.getByRole('heading', { name: '核看照片' })).toBeVisible();
    if (javaScriptEnabled) {
      await isSound(page, 'check');
      await page.setViewportSize({ width: 360, height: 800 });
      await fits(page, 'check');
      await page.setViewportSize({ width: 1280, height: 900 });
    }
    await cover(page, javaScriptEnabled);
    await page.getByRole('button', { name: '看看遮住以后的样子' }).click();
    await expect(page.getByText('遮住了 2 格。')).toBeVisible();
    const preview = page.getByRole('img', { name: '遮住以后的照片' });
    await expect(preview).toHaveJSProperty('naturalWidth', 1200);
    if (javaScriptEnabled) await isSound(page, 'preview');
    // Nothing is released unless somebody says they have looked.
    await page.getByRole('button', { name: '可以公开' }).click();
    await expect(page.getByText('请看过再勾上').first()).toBeVisible();
    await page.getByRole('checkbox', { name: /我看过了/ }).check();
    await page.getByRole('button', { name: '可以公开' }).click();
    await expect(page).toHaveURL(/done=shown/);
    await expect(page.getByText(/周敏：可以公开，遮住 2 格/)).toBeVisible();
    const standing = page.getByRole('img', { name: '遮住以后的照片' });
    const address = await standing.getAttribute('src');
    if (javaScriptEnabled) await isSound(page, 'released');

    // The unit and others have neither the page nor the picture.
    for (const login of ['zhaolimin', 'chenjing']) {
      const other = await staff(browser, login);
      await other.page.goto(`/appeals/${caseNumber}`);
      await expect(other.page.getByText('照片核看')).toHaveCount(0);
      expect((await other.page.request.get(address ?? '')).status()).toBe(404);
      await other.page.goto(address?.replace(/\/picture.*/, '') ?? '');
      await expect(other.page).toHaveURL(/not-here/);
      await other.close();
    }

    await page.getByLabel('为什么不公开').fill('认得出是谁家');
    await page.getByRole('button', { name: '不公开', exact: true }).click();
    await expect(page).toHaveURL(/done=keptBack/);
    await expect(page.getByText(/周敏：不公开。认得出是谁家/)).toBeVisible();
    expect((await page.request.get(address ?? '')).status()).toBe(404);

    // When and where it was taken: for a reason, once, and the resident sees it.
    await page.goto(`/appeals/${caseNumber}`);
    await page.getByRole('link', { name: /什么时候、在哪里拍的/ }).click();
    await page.getByLabel('为什么要看').fill('像是旧照片');
    if (javaScriptEnabled) await isSound(page, 'taken');
    await page.getByRole('button', { name: '记下原因再看' }).click();
    await expect(page.getByText('11月20日 08:15')).toBeVisible();
    await expect(page.getByText('39.90556, 116.39139')).toBeVisible();
    await expect(page.getByText(/可以伪造/).first()).toBeVisible();
    await resident.page.goto(`/follow/${caseNumber}`);
    await expect(resident.page.getByText(/看了您的照片.*像是旧照片/)).toBeVisible();
    await Promise.all([close(), resident.close()]);
  });
}

/** Whoever checks finds nothing to cover. */
async function release(page: Page, caseNumber: string): Promise<void> {
  await page.goto(`/appeals/${caseNumber}`);
  await page.getByRole('link', { name: /^核看/ }).click();
  await page.getByRole('button', { name: '看看遮住以后的样子' }).click();
  await page.getByRole('checkbox', { name: /我看过了/ }).check();
  await page.getByRole('button', { name: '可以公开' }).click();
  await expect(page).toHaveURL(/done=shown/);
}

test('a checked photo is seen by everybody with its case, and goes with it', async ({
  browser,
}) => {
  const resident = await visitor(browser, { javaScriptEnabled: false });
  const caseNumber = await filedWithPhoto(resident.page, {
    what: '健身步道的地砖翘了一排。',
    place: '澄湖健身步道',
  });
  await resident.page.goto(`/follow/${caseNumber}/consent`);
  await resident.page.getByRole('button', { name: '同意，看过以后给大家看' }).click();
  await expect(resident.page).toHaveURL(/done=consent/);

  const checker = await staff(browser, 'fangzheng');
  await checker.page.goto(`/appeals/${caseNumber}/publish`);
  await checker.page.getByLabel('我逐字看过').check();
  await checker.page.getByRole('button', { name: '公开', exact: true }).click();
  await expect(checker.page).toHaveURL(/done=publish/);
  await resident.page.goto(`/follow/${caseNumber}/consent`);
  const address = await resident.page
    .getByRole('link', { name: '看看大家看到的样子' })
    .getAttribute('href');

  const stranger = await visitor(browser);
  await stranger.page.goto(address ?? '');
  // Published, and not checked: the words alone.
  await expect(stranger.page.locator('main img')).toHaveCount(0);
  await release(checker.page, caseNumber);
  await stranger.page.reload();
  const picture = stranger.page.locator('main img');
  await expect(picture).toHaveCount(1);
  const source = (await picture.getAttribute('src')) ?? '';
  await stranger.page.setViewportSize({ width: 360, height: 800 });
  await isSound(stranger.page, 'published with a photo');
  expect((await stranger.page.request.get(source)).status()).toBe(200);
  const other = source.replace(/cases\/[0-9a-f]{16}/, `cases/${'0'.repeat(16)}`);
  expect((await stranger.page.request.get(other)).status()).toBe(404);

  await resident.page.getByRole('button', { name: '收回，不给大家看' }).click();
  await expect(resident.page).toHaveURL(/done=consent/);
  expect((await stranger.page.request.get(source)).status()).toBe(404);
  for (const it of [resident, checker, stranger]) await it.close();
});
