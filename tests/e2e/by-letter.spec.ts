import { expect, file, fits, isSound, staff, test, visitor } from './county';

test('whoever left no number is told on paper: printed, marked, off the list', async ({
  browser,
}, info) => {
  const resident = await visitor(browser);
  const what = '巷口的石墩挡住了轮椅';
  const { caseNumber, link } = await file(resident.page, { what, place: '南街 2 号' });
  expect(link.length, 'control').toBeGreaterThan(40);

  const { page, close } = await staff(browser, 'sunyue', { javaScriptEnabled: false });
  await page.setViewportSize({ width: 360, height: 800 });
  // The worker settles the notice a moment later.
  await expect(async () => {
    await page.goto(`/appeals/${caseNumber}`);
    await expect(page.getByText('没有办法通知').first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole('link', { name: '打印成信' }).click();
  const letter = page.getByRole('article');
  await expect(letter).toContainText(`${caseNumber.slice(0, 8)} ${caseNumber.slice(8)}`);
  await expect(letter).toContainText('已收到');
  await expect(page.getByText('在浏览器的菜单里选“打印”。')).toBeVisible();
  expect(await page.content()).not.toContain(link.slice(3));
  expect(await letter.innerText()).not.toContain(what);
  await fits(page, 'letter');
  await page.screenshot({ path: info.outputPath('letter-360.png'), fullPage: true });

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: '已送到或已寄出' })).toBeHidden();
  const smallest = await letter
    .locator('p, h2')
    .evaluateAll((all) =>
      Math.min(...all.map((it) => Number.parseFloat(getComputedStyle(it).fontSize))),
    );
  // 14 pt in CSS pixels.
  expect(smallest).toBeGreaterThanOrEqual((14 * 96) / 72);
  const pdf = await page.pdf({ format: 'A5', path: info.outputPath('letter-a5.pdf') });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.setViewportSize({ width: 559, height: 794 });
  await page.screenshot({ path: info.outputPath('letter-print.png'), fullPage: true });
  await page.emulateMedia({ media: 'screen' });

  await page.getByRole('button', { name: '已送到或已寄出' }).click();
  await expect(page.getByText(/由孙悦送去或寄出/)).toBeVisible();
  await expect(page.getByRole('button', { name: '已送到或已寄出' })).toHaveCount(0);

  await page.goto(`/appeals/${caseNumber}`);
  await expect(page.getByText(/由孙悦送去或寄出纸质信/)).toBeVisible();

  // Whoever has waited longest stands first on the list; brought a letter, they are off it.
  await page.goto('/desk/callers');
  await page.getByRole('link', { name: '没有通知到的居民' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有通知到的居民');
  await fits(page, 'not told');
  const first = page.locator('main a[href*="/letter?voice="]').first();
  const address = (await first.getAttribute('href')) ?? '';
  await first.click();
  await page.getByRole('button', { name: '已送到或已寄出' }).click();
  await expect(page.getByText(/由孙悦送去或寄出/)).toBeVisible();
  await page.goto('/desk/letters');
  await expect(page.locator(`a[href="${address}"]`)).toHaveCount(0);
  await close();

  const other = await staff(browser, 'chenjing');
  await other.page.goto(`/appeals/${caseNumber}`);
  await isSound(other.page, 'told by letter');
  await other.close();
  await resident.close();
});
