import { expect, file, fits, tell, test, visitor } from './county';
import { withLink } from './past';

/** The ways of somebody who reads large type, with scripts and without. */

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts';

  test(`in large type: the same thing is joined, followed and added to (${how})`, async ({
    browser,
  }) => {
    const place = javaScriptEnabled ? '滨河公园北门' : '滨河公园南门';
    const first = await visitor(browser);
    const { caseNumber } = await file(first.page, {
      what: '健身器材的踏板断了，老人一踩就摔。',
      place,
    });
    await first.close();
    const { page, close } = await visitor(browser, { javaScriptEnabled });
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto('/large?to=24&back=/');
    await tell(page, { what: '健身器材踏板断了，老人会摔倒。', place });
    await page.getByRole('button', { name: '是这一件，我也加进去' }).first().click();
    await expect(page).toHaveURL(new RegExp(`/follow/${caseNumber}/receipt`));
    await expect(page.locator('body')).toHaveClass('large');
    await page.goto(`/follow/${caseNumber}/supplement`);
    await fits(page, 'supplement');
    await page.getByLabel('还想补充什么？').fill('昨天又有人摔了。');
    await page.getByRole('button', { name: '补上去' }).click();
    await expect(page).toHaveURL(/done=supplement/);
    await expect(page.getByText('昨天又有人摔了。')).toBeVisible();
    await close();
  });

  test(`in large type: what came back is opened again (${how})`, async ({ browser }) => {
    const { caseNumber, link } = await withLink('closed');
    const { page, close } = await visitor(browser, { javaScriptEnabled });
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto('/large?to=24&back=/');
    await page.goto(link);
    await page.goto(`/follow/${caseNumber}?all=1`);
    await page.getByRole('link', { name: /再提/ }).first().click();
    await expect(page).toHaveURL(/\/reopen$/);
    await fits(page, 'reopen');
    await page.locator('main textarea').fill('下了一场雨，又堵了。');
    await page.locator('main form').last().getByRole('button').last().click();
    await expect(page).toHaveURL(/done=reopen/);
    await expect(page.getByText(/第 2 轮/).first()).toBeVisible();
    await close();
  });

  test(`in large type: the verdict is one question at a time (${how})`, async ({ browser }) => {
    const { caseNumber, link } = await withLink('answered');
    const { page, close } = await visitor(browser, { javaScriptEnabled });
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto('/large?to=30&back=/');
    await page.goto(link);
    await page.goto(`/follow/${caseNumber}/judge`);
    const next = page.getByRole('link', { name: /下一个问题/ });
    const questions = page.locator('main fieldset:visible');
    await expect(questions).toHaveCount(1);
    await expect(next).toBeHidden();
    await fits(page, 'judge');

    // Sent with nothing answered: what is missing leads to its question.
    await page.goto(`/follow/${caseNumber}/judge#ask-5`);
    await page.getByRole('button', { name: '交上我的评价' }).click();
    await page.getByRole('link', { name: /事情解决了吗/ }).click();
    await expect(questions).toHaveCount(1);

    await page.getByRole('radio', { name: '部分解决' }).check();
    await expect(questions).toHaveCount(2);
    await expect(next).toBeHidden();
    await page.getByRole('radio', { name: '这样就可以了' }).check();
    await next.click();
    await page.getByRole('radio', { name: '一般' }).check();
    await page.getByRole('link', { name: '回到上一个问题' }).click();
    await expect(page.getByRole('radio', { name: '部分解决' })).toBeChecked();
    await next.click();
    await next.click();
    await fits(page, 'judge');
    await page.getByRole('radio', { name: '满意', exact: true }).check();
    await next.click();
    await page.getByLabel(/还想说什么/).fill('慢慢答完了。');
    await next.click();
    await page.getByRole('radio', { name: '没有' }).check();
    await page.getByRole('button', { name: '交上我的评价' }).click();
    await expect(page).toHaveURL(/done=judge/);
    await close();
  });
}
