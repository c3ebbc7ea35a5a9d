import { expect, fits, isSound, sendAllTheSame, staff, test, toLastLook, visitor } from './county';

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
  test(`agreed to, looked at, read by everybody, taken back (${how})`, async ({ browser }) => {
    const resident = await visitor(browser, { javaScriptEnabled });
    const { page } = resident;
    const place = javaScriptEnabled ? '文昌路' : '学府路';
    await toLastLook(page, {
      what: `${place}3号楼501室门口的垃圾桶倒了，王师傅说没人管，打我13912345678。`,
      place: `${place}3号楼501室`,
    });
    await page.getByRole('link', { name: /改.*怎么找到您/ }).click();
    await page.getByLabel('替我保密身份').check();
    await page.getByLabel('也让大家看看这件事').check();
    await page.getByRole('button', { name: '改好了，回去看一眼' }).click();
    await expect(page.getByText('要保密身份，就不能给大家看').first()).toBeVisible();
    await page.getByLabel('替我保密身份').uncheck();
    await page.getByRole('button', { name: '改好了，回去看一眼' }).click();
    await expect(page.getByText('同意，看过以后')).toBeVisible();
    await page.getByRole('button', { name: '交上去' }).click();
    await sendAllTheSame(page, '都不是，照样交上去', page.getByRole('heading', { name: /收到/ }));
    await expect(page).toHaveURL(/\/follow\/\d{12}\/receipt/);
    const caseNumber = /\d{12}/.exec(page.url())?.[0] ?? '';

    const checker = await staff(browser, 'fangzheng', { javaScriptEnabled });
    await checker.page.goto('/desk');
    await checker.page.getByRole('link', { name: /等着看过再公开/ }).click();
    if (javaScriptEnabled) await isSound(checker.page, 'to be looked at');
    await checker.page.locator(`a[href="/appeals/${caseNumber}/publish"]`).click();
    await expect(checker.page.getByText('13912345678', { exact: true })).toBeVisible();
    const what = checker.page.getByLabel('什么事');
    await expect(what).toHaveValue(/某户门口的垃圾桶倒了，王某师傅说没人管，打我〔…〕。/);
    if (javaScriptEnabled) {
      await checker.page.setViewportSize({ width: 360, height: 800 });
      await isSound(checker.page, 'publish');
    }
    await what.fill('垃圾桶倒了没人管，打13912345678。');
    await checker.page.getByLabel('在哪里').fill(place);
    await checker.page.getByLabel('标题').fill(`${place}垃圾桶倒了`);
    await checker.page.getByLabel('我逐字看过').check();
    await checker.page.getByRole('button', { name: '公开' }).click();
    await expect(
      checker.page.getByText('里面还有能找到人的内容：13912345678').first(),
    ).toBeVisible();
    await what.fill('垃圾桶倒了没人管。');
    await checker.page.getByRole('button', { name: '公开' }).click();
    await expect(checker.page).toHaveURL(/done=publish/);
    await checker.close();

    const stranger = await visitor(browser, { javaScriptEnabled });
    await stranger.page.goto('/open');
    await stranger.page.getByRole('link', { name: '看看大家说的事' }).click();
    await stranger.page.getByRole('link', { name: `${place}垃圾桶倒了` }).click();
    const main = stranger.page.locator('main');
    await expect(main).toContainText('垃圾桶倒了没人管。');
    await expect(main).not.toContainText(/501|王|139|\d{12}/);
    const address = new URL(stranger.page.url()).pathname;
    if (javaScriptEnabled) {
      await stranger.page.setViewportSize({ width: 360, height: 800 });
      await isSound(stranger.page, address);
      await stranger.page.goto('/open/cases');
      await isSound(stranger.page, '/open/cases');
      const titles = await stranger.page.evaluate(async () => {
        const text = await (await fetch('/open/cases/atom')).text();
        const feed = new DOMParser().parseFromString(text, 'application/xml');
        if (feed.querySelector('parsererror')) return ['not XML'];
        return [...feed.querySelectorAll('entry > title')].map((it) => it.textContent);
      });
      expect(titles).toContain(`${place}垃圾桶倒了`);
    }
    await stranger.page.goto(address);
    await stranger.page.getByRole('link', { name: '我也有这件事' }).click();
    await expect(stranger.page).toHaveURL(/\/join\//);

    await page.goto(`/follow/${caseNumber}/consent`);
    await expect(page.getByText('现在大家看得到')).toBeVisible();
    if (javaScriptEnabled) await isSound(page, 'consent');
    await fits(page, 'consent');
    await page.getByRole('button', { name: '收回，不给大家看' }).click();
    await expect(page).toHaveURL(/done=consent/);
    await stranger.page.goto(address);
    await expect(stranger.page.getByText('这件事现在不给大家看')).toBeVisible();
    await stranger.close();
    await resident.close();
  });
}
