import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { expect, fits, isSound, staff, test } from './county';
import { filedAgain, withLink } from './past';

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts';

  test(`what came after a fix is seen on both cases, and a supervisor strikes it off, ${how}`, async ({
    browser,
  }) => {
    const { caseNumber } = await withLink('closed', `回音里 ${javaScriptEnabled ? 2 : 1} 号楼`);
    const again = await filedAgain(caseNumber);
    const { page, close } = await staff(browser, 'zhoumin', { javaScriptEnabled });
    await page.goto(`/appeals/${again}`);
    const part = page.getByRole('region', { name: '办好以后管用吗' });
    await expect(part).toContainText('可能是这些办结的后遗症');
    await expect(part.locator(`a[href="/appeals/${caseNumber}"]`)).toBeVisible();
    await page.goto(`/appeals/${caseNumber}`);
    await expect(part.locator(`a[href="/appeals/${again}"]`)).toBeVisible();

    await part.getByRole('link', { name: `看这两件 ${spokenCaseNumber(again)}` }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('可能的后遗症');
    await expect(page.locator('main')).toContainText('同一栋楼');
    await expect(page.locator('main')).toContainText('疏通了');
    await page.setViewportSize({ width: 360, height: 800 });
    await fits(page);
    await page.getByRole('button', { name: '核掉' }).click();
    // Not the framework's own, which tells of every new page: what is written before the answer comes is not kept.
    await expect(page.locator('main').getByRole('alert')).toBeVisible();
    await page.getByLabel('理由').fill('这次是另一段管道，与上次疏通的无关。');
    if (javaScriptEnabled) await isSound(page);
    await page.getByRole('button', { name: '核掉' }).click();
    await expect(page.locator('main')).toContainText('已核掉：不是后遗症');
    await expect(page.locator('main')).toContainText('周敏');
    await expect(page.getByRole('button', { name: '恢复' })).toBeVisible();
    if (javaScriptEnabled) {
      await page.goto(`/language?to=en&back=${encodeURIComponent(new URL(page.url()).pathname)}`);
      await isSound(page);
    }
    await close();

    // Whose fix it was sees its own case, and of the other one, which it does not have, nothing.
    const unit = await staff(browser, 'zhaolimin', { javaScriptEnabled });
    await unit.page.goto(`/appeals/${caseNumber}`);
    await expect(unit.page.locator('h1')).toBeVisible();
    await expect(unit.page.locator(`a[href="/appeals/${again}"]`)).toHaveCount(0);
    expect((await unit.page.goto('/supervision/lasting'))?.status()).toBe(404);
    await unit.close();
  });
}
