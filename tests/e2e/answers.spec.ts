import { expect, isSound, staff, test, visitor } from './county';

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
  test(`an answer is written, read, and offered to whoever files the like (${how})`, async ({
    browser,
  }) => {
    const thing = javaScriptEnabled ? '游泳证' : '老年卡';
    const question = `${thing}丢了怎么补办？`;
    const keeper = await staff(browser, 'wukai', { javaScriptEnabled });
    await keeper.page.goto('/admin/answers');
    await keeper.page.getByRole('link', { name: '写一条' }).click();
    await expect(keeper.page).toHaveURL(/\/admin\/answers\/new$/);
    if (javaScriptEnabled) await isSound(keeper.page, 'new answer');
    await keeper.page.getByLabel('问题', { exact: true }).fill(question);
    await keeper.page.getByRole('button', { name: '存下' }).click();
    await expect(keeper.page.getByText('这里要写一写').first()).toBeVisible();
    await keeper.page.getByLabel('答案', { exact: true }).fill(`带身份证，到窗口补办${thing}。`);
    await keeper.page.getByRole('button', { name: '存下' }).click();
    await expect(keeper.page.getByText('写好了，大家看得到')).toBeVisible();
    if (javaScriptEnabled) await isSound(keeper.page, 'answers');
    await keeper.page.getByRole('link', { name: question }).click();
    await expect(keeper.page).toHaveURL(/\/admin\/answers\/[0-9a-f-]{36}$/);
    if (javaScriptEnabled) await isSound(keeper.page, 'one answer');

    const { page, close } = await visitor(browser, { javaScriptEnabled });
    await page.goto('/file');
    await page.getByLabel('发生了什么事？').fill(`我的${thing}丢了，想补办。`);
    await page.getByRole('button', { name: '下一步：在哪里' }).click();
    await expect(page.getByText('这些以前有人问过')).toBeVisible();
    if (javaScriptEnabled) {
      await page.setViewportSize({ width: 360, height: 800 });
      await isSound(page, 'asked before');
    }
    await page.getByRole('link', { name: question }).click();
    const answer = page.getByText(`带身份证，到窗口补办${thing}。`);
    await expect(page).toHaveURL(/\/answers#/);
    await page.locator('summary', { hasText: question }).click();
    await expect(answer).toBeVisible();
    if (javaScriptEnabled) await isSound(page, '/answers');
    await page.getByLabel('写几个字').fill(thing);
    await page.getByRole('button', { name: '找', exact: true }).click();
    await expect(page.locator('details')).toHaveCount(1);

    await keeper.page.getByRole('button', { name: '停用' }).click();
    await expect(keeper.page.getByText('停用了').first()).toBeVisible();
    await page.reload();
    await expect(page.locator('details')).toHaveCount(0);
    await keeper.close();
    await close();
  });
}
