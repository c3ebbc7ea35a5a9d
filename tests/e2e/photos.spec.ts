import type { Page } from '@playwright/test';
import { fromTelephone } from '../support/photo-files';
import { expect, fits, isSound, staff, step, test, to, toLastLook, visitor } from './county';

const jpeg = async (name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await fromTelephone(900, 600),
});

/** Chooses files; without scripts they are sent by a button. */
async function addPhotos(page: Page, scripts: boolean, ...names: string[]): Promise<void> {
  await page.getByLabel(/选照片|再加一张/).setInputFiles(await Promise.all(names.map(jpeg)));
  if (!scripts) await page.getByRole('button', { name: '加上', exact: true }).click();
}

/** Every picture shown on the page is there, and large enough to be one. */
async function shown(page: Page, count: number): Promise<string[]> {
  const pictures = page.locator('.story-photos img');
  await expect(pictures).toHaveCount(count);
  const addresses = await pictures.evaluateAll((list) =>
    list.map((it) => (it as HTMLImageElement).src.replace(/\?.*/, '')),
  );
  for (const it of addresses) {
    const answer = await page.request.get(it);
    expect(answer.headers()['content-type']).toBe('image/webp');
    expect(answer.headers()['content-security-policy']).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    );
    expect((await answer.body()).length).toBeGreaterThan(500);
  }
  return addresses;
}

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts';

  test(`filed with photos, added to, answered with one; nobody else sees them (${how})`, async ({
    browser,
  }) => {
    const resident = await visitor(browser, { javaScriptEnabled });
    const { page } = resident;
    const place = javaScriptEnabled ? '望江路 8 号' : '望江路 21 号';
    await toLastLook(page, { what: '路面塌了一块，骑车会摔', place });
    await page.goto('/file/more');
    // What cannot be taken says why, and the rest of the page is as it was.
    await page.getByLabel('选照片').setInputFiles({
      name: '说明.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('不是照片'),
    });
    if (!javaScriptEnabled) await page.getByRole('button', { name: '加上', exact: true }).click();
    await expect(page.getByText(/只收照片（JPEG、PNG 或 WebP）和 PDF/)).toBeVisible();
    await addPhotos(page, javaScriptEnabled, '一.jpg', '二.jpg');
    await expect(page.locator('.held img')).toHaveCount(2);
    if (javaScriptEnabled) {
      await isSound(page, 'photos');
      await page.setViewportSize({ width: 360, height: 800 });
      await fits(page, 'photos');
    }
    await page.getByRole('button', { name: /去掉.*照片 1/ }).click();
    await expect(page.locator('.held img')).toHaveCount(1);
    await page.goto('/file/check');
    await expect(page.getByText('照片：1 张')).toBeVisible();
    await page.getByRole('button', { name: '交上去' }).click();
    await expect(page).toHaveURL(/\/follow\/\d+\/receipt/);
    const caseNumber = /follow\/(\d+)\//.exec(page.url())?.[1] ?? '';
    await page.goto(`/follow/${caseNumber}/supplement`);
    await addPhotos(page, javaScriptEnabled, '三.jpg');
    await expect(page.locator('.held img')).toHaveCount(1);
    await page.getByRole('textbox').fill('今天更大了。');
    await page.locator('main form').last().getByRole('button').last().click();
    await expect(page).toHaveURL(/done=supplement/);
    await shown(page, 2);

    const desk = await staff(browser, 'chenjing');
    await step(desk.page, caseNumber, 'dispatch', (it) => to(it, '柳湾街道'), '派单');
    const cadre = await staff(browser, 'zhaolimin', { javaScriptEnabled });
    await cadre.page.goto(`/appeals/${caseNumber}`);
    await shown(cadre.page, 2);
    const none = async () => {};
    await step(cadre.page, caseNumber, 'accept', none, '签收');
    const said = async (it: Page) => {
      await it.getByRole('radio', { name: '打电话' }).check();
      await it.getByLabel('说了什么').fill('明天来补');
    };
    await step(cadre.page, caseNumber, 'contact', said, '记下这次联系');
    const answer = async (it: Page) => {
      await addPhotos(it, javaScriptEnabled, '补好.jpg');
      await expect(it.locator('.held img')).toHaveCount(1);
      await it.getByRole('radio', { name: /^办好了(?!一部分)/ }).check();
      await it.getByLabel('给居民的答复').fill('路面补好了。');
    };
    await step(cadre.page, caseNumber, 'resolve', answer, '发出答复');
    if (javaScriptEnabled) await isSound(cadre.page, 'case with photos');
    await page.goto(`/follow/${caseNumber}`);
    const own = await shown(page, 3);
    await desk.close();

    // A stranger, a colleague who has nothing to do with it, and whoever only knows the number.
    const stranger = await visitor(browser);
    const other = await staff(browser, 'maqiang');
    for (const address of own) {
      for (const it of [stranger.page, other.page]) {
        expect((await it.request.get(address)).status()).toBe(404);
        const theirs = address.replace('/follow/', '/appeals/');
        expect((await it.request.get(theirs)).status()).toBe(404);
      }
    }
    for (const it of [resident, cadre, stranger, other]) await it.close();
  });
}
