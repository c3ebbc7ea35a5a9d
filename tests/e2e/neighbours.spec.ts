import { expect, file, fits, isSound, staff, test, toLastLook, visitor } from './county';
import { withLink } from './past';

test('who agreed to it is asked about something near them, and answers once', async ({
  browser,
}) => {
  for (const javaScriptEnabled of [false, true]) {
    const { page, close } = await visitor(browser, { javaScriptEnabled });
    // Of this story alone: others close cases too.
    const estate = javaScriptEnabled ? '望湖新村东区' : '望湖新村西区';
    const phone = javaScriptEnabled ? '13511110002' : '13511110001';
    await toLastLook(page, { what: '巷口的镜子碎了。', place: `${estate} 5 号`, phone });
    await page.getByRole('link', { name: /改.*怎么找到您/ }).click();
    await page.getByLabel('附近的事办完了，也可以问我一句').check();
    await page.getByRole('button', { name: '改好了，回去看一眼' }).click();
    await expect(page.getByText('可以问', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: '交上去' }).click();
    const none = page.getByRole('button', { name: '都不是，照样交上去' });
    await expect(none.or(page.getByRole('heading', { name: /收到/ })).first()).toBeVisible();
    if (await none.isVisible()) await none.click();
    await expect(page).toHaveURL(/\/follow\/\d{12}\/receipt/);
    const own = /\d{12}/.exec(page.url())?.[0] ?? '';

    const { caseNumber } = await withLink('closed', `${estate} 8 号`);
    await page.goto(`/follow/${own}`);
    await expect(
      page.getByRole('heading', { name: '附近有件事办完两周了，还好着吗？' }),
    ).toBeVisible();
    const main = page.locator('main');
    await expect(main).not.toContainText('下水道堵了');
    await expect(main).not.toContainText(caseNumber);
    if (javaScriptEnabled) {
      await page.setViewportSize({ width: 360, height: 800 });
      await isSound(page, 'asked nearby');
    }
    await fits(page, 'asked nearby');
    await page.getByRole('button', { name: '交上去' }).click();
    await expect(page.getByText('请选一个').first()).toBeVisible();
    await page.getByRole('radio', { name: '又不行了' }).check();
    await page.getByRole('button', { name: '交上去' }).click();
    await expect(page.getByText('记下了，谢谢您')).toBeVisible();
    await expect(page.getByRole('heading', { name: /附近有件事/ })).toHaveCount(0);
    await close();

    for (const [login, seen] of [
      ['zhoumin', 1],
      ['zhaolimin', 0],
    ] as const) {
      const desk = await staff(browser, login);
      await desk.page.goto(`/appeals/${caseNumber}`);
      await expect(desk.page.getByText('附近居民说：又不行了')).toHaveCount(seen);
      await desk.close();
    }
  }
});

test('nobody who did not agree is asked', async ({ browser }) => {
  const { page, close } = await visitor(browser);
  const { caseNumber } = await file(page, {
    what: '巷尾的井盖响。',
    place: '望湖新村北区 9 号',
    phone: '13511110003',
  });
  await withLink('closed', '望湖新村北区 3 号');
  await page.goto(`/follow/${caseNumber}`);
  await expect(page.getByRole('heading', { name: /附近有件事/ })).toHaveCount(0);
  await close();
});
