import { expect, staff, test } from './county';

const always = 'from=2020-01-01&to=2030-01-01';

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without any JavaScript';

  test(`units lie within limits of chance, each a way to its own page: ${how}`, async ({
    browser,
  }) => {
    const { page, close } = await staff(browser, 'zhoumin', { javaScriptEnabled });
    await page.goto(`/supervision?${always}`);
    await page.getByRole('navigation', { name: '看哪一个率' }).getByText('响应率').click();
    await expect(page).toHaveURL(/plot=response/);
    const streets = page.getByRole('group', { name: '街道乡镇：响应率' });
    const points = streets.getByRole('link');
    expect(await points.count()).toBeGreaterThanOrEqual(3);

    // The table beneath tells the same figures of the same units.
    const liuwan = streets.getByRole('link', { name: /^柳湾街道：/ });
    const said = (await liuwan.getAttribute('aria-label')) ?? '';
    const [, percent, counts] = /：([\d.]+%)（(\d+ ÷ \d+)），/.exec(said) ?? [];
    const table = page.getByRole('table', { name: /率和 95% 区间$/ });
    const row = table.getByRole('row', { name: /^柳湾街道/ });
    await expect(row).toContainText(percent ?? 'no share');
    await expect(row).toContainText(counts ?? 'no counts');

    await liuwan.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/supervision\?unit=liuwan&from=2020-01-01/);
    await expect(page.getByText('柳湾街道和下属单位').first()).toBeVisible();
    await close();
  });
}

test('the plot takes the width there is, and its words keep their size', async ({ browser }) => {
  const { page, close } = await staff(browser, 'zhoumin', { javaScriptEnabled: false });
  await page.goto(`/supervision?${always}&plot=response`);
  const figure = page.getByRole('figure').first();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const field = await figure.locator('svg').nth(1).boundingBox();
    const words = await figure.locator('svg text').first().boundingBox();
    expect((field?.x ?? 0) + (field?.width ?? 0)).toBeLessThanOrEqual(width);
    expect(field?.width).toBeGreaterThan(width === 360 ? 240 : 600);
    expect(words?.height).toBeGreaterThanOrEqual(14);
  }
  await close();
});
