import { expect, isSound, staff, test, visitor } from './county';
import { withLink } from './past';

test('two weeks after closing the resident is asked whether it holds; where it does not, it goes round again', async ({
  browser,
}) => {
  for (const javaScriptEnabled of [false, true]) {
    const { caseNumber, link } = await withLink('closed');
    const { page, close } = await visitor(browser, { javaScriptEnabled });
    await page.goto(link);
    await expect(page).toHaveURL(new RegExp(`/follow/${caseNumber}`));
    await expect(page.getByRole('heading', { name: '两周过去了，还好着吗？' })).toBeVisible();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    if (javaScriptEnabled) {
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await isSound(page, `look back at ${width}`);
      }
    }
    const holds = page.getByRole('radio', { name: javaScriptEnabled ? '还好着' : /又不行了/ });
    await page.getByRole('button', { name: '交上去' }).click();
    await expect(page.getByText('请选一个').first()).toBeVisible();
    await holds.check();
    await page
      .getByRole('group', { name: /有人要求您/ })
      .getByRole('radio', { name: '没有' })
      .check();
    await page.getByRole('button', { name: '交上去' }).click();
    await expect(page).toHaveURL(/done=lookBack/);
    await expect(page.getByText(/两周过去了/)).toHaveCount(0);
    if (javaScriptEnabled) {
      await expect(
        page.getByText(/两周后说：还好着|两周后：还好着|：还好着/).first(),
      ).toBeVisible();
    } else {
      await expect(page.getByText(/现在是第 2 轮/)).toBeVisible();
      const cadre = await staff(browser, 'zhaolimin');
      await cadre.page.goto(`/appeals/${caseNumber}`);
      await expect(cadre.page.getByText('第 2 轮，居民两周后说又不行了')).toBeVisible();
      await cadre.close();
    }
    await close();
  }
});
