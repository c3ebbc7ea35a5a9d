import { expect, isSound, sendAllTheSame, staff, test, toLastLook, visitor } from './county';

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
  test(`a neighbour files for somebody who agreed, and keeps nothing of it (${how})`, async ({
    browser,
  }) => {
    const { page, close } = await visitor(browser, { javaScriptEnabled });
    const place = javaScriptEnabled ? '松鹤苑西门' : '松鹤苑东门';
    await toLastLook(page, { what: '台阶没有扶手，老人上不去。', place, phone: '13622220101' });
    await page.getByRole('link', { name: /改.*怎么找到您/ }).click();
    await page.getByText('我是替别人登记的').click();
    await page.getByLabel('您是他的什么人').selectOption({ label: '邻居、朋友' });
    await page.getByLabel('您怎么称呼，怎么找您').fill('对门老钱');
    await page.getByRole('button', { name: '改好了，回去看一眼' }).click();
    await expect(page.getByText('请先打勾确认').first()).toBeVisible();
    if (javaScriptEnabled) {
      await page.setViewportSize({ width: 360, height: 800 });
      await isSound(page, 'for somebody');
    }
    await page.getByLabel('本人知道，也同意我替他登记').check();
    await page.getByRole('button', { name: '改好了，回去看一眼' }).click();
    await expect(page.getByText('邻居、朋友')).toBeVisible();
    await page.getByRole('button', { name: '交上去' }).click();
    await sendAllTheSame(page, '都不是，照样交上去', page.getByRole('heading', { name: /收到/ }));
    await expect(page).toHaveURL(/\/follow\/\d{12}\/receipt/);
    const caseNumber = /\d{12}/.exec(page.url())?.[0] ?? '';
    if (javaScriptEnabled) await isSound(page, 'receipt for somebody');
    await page.getByRole('button', { name: '已经交给本人，从这台设备上忘掉' }).click();
    await expect(page).toHaveURL(/\/$/);
    await page.goto(`/follow/${caseNumber}`);
    await expect(page.getByText('松鹤苑')).toHaveCount(0);
    await close();

    const desk = await staff(browser, 'chenjing');
    await desk.page.goto(`/appeals/${caseNumber}`);
    await expect(desk.page.getByText('邻居代为登记，本人同意').first()).toBeVisible();
    await desk.close();
  });
}
