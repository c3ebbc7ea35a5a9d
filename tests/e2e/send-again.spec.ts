import { expect, isSound, staff, test } from './county';
import { past } from './past';

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
  test(`what went out by no gateway is sent again by an administrator (${how})`, async ({
    browser,
  }) => {
    const number = await past('dead');
    const { page, close } = await staff(browser, 'wukai', { javaScriptEnabled });
    await page.goto('/admin/notices');
    const spoken = `${number.slice(0, 8)} ${number.slice(8)}`;
    const rows = page.getByRole('row').filter({ hasText: spoken });
    const told = await rows.count();
    expect(told).toBeGreaterThan(0);
    if (javaScriptEnabled) {
      await page.setViewportSize({ width: 360, height: 800 });
      await isSound(page, '/admin/notices');
    }
    await rows
      .first()
      .getByRole('button', { name: /再发一次/ })
      .click();
    await expect(page.getByText('会马上再发')).toBeVisible();
    await page.goto('/admin/changes');
    await expect(
      page.getByText(new RegExp(`${number}.*再发一次|再发一次.*${number}`)).first(),
    ).toBeVisible();
    await close();
  });
}
