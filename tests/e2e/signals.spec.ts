import { expect, fits, isSound, staff, test } from './county';
import { signalOn, withLink } from './past';

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts';

  test(`a supervisor looks into a signal and writes down what they found, ${how}`, async ({
    browser,
  }) => {
    const { caseNumber } = await withLink('closed', `信号路 ${javaScriptEnabled ? 2 : 1} 号`);
    const id = await signalOn(caseNumber);
    const { page, close } = await staff(browser, 'zhoumin', { javaScriptEnabled });
    await page.goto('/supervision');
    await page.getByRole('link', { name: '值得一看的信号' }).click();
    await page.locator(`a[href="/supervision/signals/${id}"]`).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('联系之后几分钟就评价');
    await expect(page.locator('main')).toContainText(
      '40 件里有 14 件（35.0%）；别的同类单位一般不超过 9.0%',
    );
    await expect(page.locator(`main a[href="/appeals/${caseNumber}"]`)).toBeVisible();
    await page.setViewportSize({ width: 360, height: 800 });
    await fits(page);

    await page.getByRole('button', { name: '记下来' }).click();
    await expect(page.locator('main').getByRole('alert')).toBeVisible();
    await page.getByRole('radio', { name: /说得通/ }).check();
    await page
      .getByLabel('您看了什么、看到什么')
      .fill('逐件听了录音：办完以后打电话告诉居民，居民当时就评了。');
    if (javaScriptEnabled) await isSound(page);
    await page.getByRole('button', { name: '记下来' }).click();
    await expect(page.locator('main')).toContainText('看过，说得通');
    await expect(page.locator('main')).toContainText('周敏 写于');
    await expect(page.getByRole('button', { name: '记下来' })).toHaveCount(0);
    await close();

    // An inspector reads the same; in English it is sound as well.
    const inspector = await staff(browser, 'shenhuaiyuan', { javaScriptEnabled });
    await inspector.page.goto('/language?to=en&back=/sign-in');
    await inspector.page.goto(`/supervision/signals/${id}`);
    await expect(inspector.page.locator('main')).toContainText('Looked into: explained');
    if (javaScriptEnabled) await isSound(inspector.page);
    await inspector.close();
  });
}

test('the unit it is about has no such page', async ({ browser }) => {
  const { caseNumber } = await withLink('closed', '信号路 3 号');
  const id = await signalOn(caseNumber);
  for (const login of ['zhaolimin', 'wangxiulan']) {
    const { page, close } = await staff(browser, login);
    for (const path of ['/supervision/signals', `/supervision/signals/${id}`]) {
      expect((await page.goto(path))?.status()).toBe(404);
    }
    await close();
  }
});
