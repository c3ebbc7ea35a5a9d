import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { expect, staff, test } from './county';
import { withLink } from './past';

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts';

  test(`a supervisor takes the cases out as a table and finds it in the ledger, ${how}`, async ({
    browser,
  }) => {
    const { caseNumber } = await withLink('closed', `导出路 ${javaScriptEnabled ? 2 : 1} 号`);
    const { page } = await staff(browser, 'zhoumin', { javaScriptEnabled });
    await page.goto('/supervision');
    await page.getByRole('link', { name: '导出表格' }).click();
    await expect(page.getByRole('heading', { name: '导出表格' })).toBeVisible();
    // Ledgers of who looked and what was changed are the inspector's.
    await expect(page.getByLabel('查看记录')).toHaveCount(0);

    await page.getByLabel('从哪天').fill('2026-10-02');
    await page.getByLabel('到哪天').fill('2026-10-01');
    await page.getByRole('button', { name: '下载文件' }).click();
    await expect(page.locator('#export-problem')).toContainText('结束日不能早于开始日');

    await page.getByLabel('从哪天').fill('2020-01-01');
    await page.getByLabel('到哪天').fill('2030-01-01');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载文件' }).click();
    const download = await coming;
    const [, number] = /-(\d+)\.csv$/.exec(download.suggestedFilename()) ?? [];
    const text = await readFile(await download.path(), 'utf8');
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    const own = rows.find((it) => it.诉求编号 === caseNumber);
    expect(own).toMatchObject({ 状态: '已了结', 单位: '柳湾街道' });
    expect(own?.导出).toContain(`第 ${number} 号，周敏`);

    await page.goto('/supervision/exports');
    const entry = page.getByRole('row', { name: new RegExp(`第 ${number} 号`) });
    await expect(entry).toContainText('完整');
    await expect(entry).toContainText(`${rows.length.toLocaleString('en')} 行`);
  });
}

test('whoever may not count takes nothing out', async ({ browser }) => {
  const { page } = await staff(browser, 'zhaolimin');
  await page.goto('/desk');
  const answer = await page.request.post('/supervision/exports/file', {
    form: { kind: 'cases', format: 'csv', from: '2026-01-01', to: '2026-12-31' },
    headers: { origin: new URL(page.url()).origin },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  expect(answer.headers().location).toBe('/not-here');
  // From another site it is not even asked who it is.
  const elsewhere = await page.request.post('/supervision/exports/file', {
    form: { kind: 'cases', format: 'csv' },
    headers: { origin: 'https://elsewhere.example' },
  });
  expect(elsewhere.status()).toBe(403);
});
